"""The register of appointments: its order, its pages, what ends next, and that silence is never called a vacancy."""

from __future__ import annotations

from datetime import date

import pytest

from generator.pages.holders import PostView, post_view
from generator.pages.listing import PAGE_LENGTH
from generator.pages.organization import organization_extra
from generator.pages.person import person_extra
from generator.pages.register import RegisterData, register_pages
from generator.records.organization import Organization
from generator.records.person import Person
from generator.records.post import Post
from generator.voice import Voice
from tests.conftest import MakeSite
from tests.sites import BUILD_DATE, SMALL
from tests.test_story import voice_of


def record(folder: str, name: str, **fields: str) -> dict[str, str]:
    lines = "".join(f"{field}: {value}\n" for field, value in fields.items())
    return {f"content/{folder}/{name}.md": f"---\nid: {name}\ntitle: {name}\n{lines}---\n"}


def post(name: str, body: str = "forum", kind: str = "plads", **more: str) -> dict[str, str]:
    return record("posts", name, body_of=body, role=name, kind=kind, **more)


def appointment(name: str, to: str, **more: str) -> dict[str, str]:
    return record("appointments", name, post=to, **more)


PEOPLE = {**record("people", "anna"), **record("people", "bo")}
BODIES = {**SMALL, **PEOPLE, **record("organizations", "alliance", kind="netværk")}


def registered(voice: Voice) -> list[RegisterData]:
    built = [page.build(voice) for page in register_pages(voice.library, "da")]
    return [one for one in built if isinstance(one, RegisterData)]


def test_bodies_stand_by_name_and_posts_with_the_chair_first(content: MakeSite) -> None:
    posts = {
        **post("medlem"),
        **post("formand", kind="formandspost"),
        **post("gammel", state="nedlagt"),
        **post("sekretaer", "alliance"),
    }
    (page,) = registered(voice_of(content({**BODIES, **posts})))
    assert [one.body.id for one in page.bodies] == ["alliance", "forum"]
    assert [view.post.id for view in page.bodies[1].posts] == ["formand", "medlem", "gammel"]


def test_bodies_whose_posts_are_all_proposed_come_last_and_are_folded(content: MakeSite) -> None:
    posts = {
        **post("leder", "alliance", state="foreslået"),
        **post("medlem", state="foreslået"),
        **post("formand", kind="formandspost"),
    }
    site = content({**BODIES, **posts})
    (page,) = registered(voice_of(site))
    assert [(one.body.id, one.planned) for one in page.bodies] == [("forum", False), ("alliance", True)]
    assert [one.href for one in page.index] == ["#forum"]
    assert site.build().pages
    html = (site.output / "udpegninger" / "index.html").read_text(encoding="utf-8")
    assert '<details class="folded body-posts" id="alliance">' in html
    # A body that has some posts says of the others that they are only proposed; where all are, it is said once.
    assert html.count("Posten er foreslået.") == 1


def test_what_ends_next_comes_first_and_what_ended_unanswered_is_told_apart(content: MakeSite) -> None:
    held = {
        **appointment("a", "en", holder="anna", end="2027-01-01"),
        **appointment("b", "to", holder="bo", end="2026-02-01"),
        **appointment("c", "tre", holder="bo", end="2025-12-31"),
        **appointment("d", "fire", holder="bo", end="2024-12-31", state="ophørt", end_reason="fratrådt"),
        **appointment("e", "fem", holder="bo"),
    }
    site = content({**BODIES, **post("en"), **post("to"), **post("tre"), **post("fire"), **post("fem"), **held})
    (page,) = registered(voice_of(site))
    assert [one.holder.appointment.id for one in page.ahead] == ["b", "a"]
    assert [one.holder.appointment.id for one in page.behind] == ["c"]
    (later,) = registered(voice_of(site, date(2026, 6, 1)))
    assert [one.holder.appointment.id for one in later.ahead] == ["a"]


@pytest.mark.parametrize(
    ("seats", "appointments", "unnamed"),
    [
        ("", {}, None),
        ("2", {}, 2),
        ("2", appointment("x", "p", holder="anna"), 1),
        ("2", appointment("x", "p", holder="anna", state="foreslået"), 2),
        ("1", appointment("x", "p", holder="ikke oplyst"), 1),
        ("1", appointment("x", "p", holder="anna", end="2025-01-01"), 1),
        ("", appointment("x", "p", holder="anna"), 0),
        ("1", {**appointment("x", "p", holder="anna"), **appointment("y", "p", holder="bo")}, 0),
    ],
)
def test_seats_without_a_name_are_counted_as_far_as_anybody_knows(
    content: MakeSite, seats: str, appointments: dict[str, str], unnamed: int | None
) -> None:
    voice = voice_of(content({**BODIES, **post("p", **({"seats": seats} if seats else {})), **appointments}))
    assert view_of(voice).unnamed == unnamed


def view_of(voice: Voice) -> PostView:
    return post_view(voice.library.all(Post)[0], voice)


def test_a_register_of_many_posts_is_cut_into_pages_and_its_lists_stand_on_the_first(content: MakeSite) -> None:
    posts: dict[str, str] = {}
    for number in range(PAGE_LENGTH + 20):
        posts |= post(f"post-{number:03}")
    voice = voice_of(content({**BODIES, **posts}))
    assert [page.address for page in register_pages(voice.library, "da")] == ["/udpegninger/", "/udpegninger/side/2/"]
    first, second = registered(voice)
    assert [len(page.bodies[0].posts) for page in (first, second)] == [PAGE_LENGTH, 20]
    assert (first.bodies[0].goes_on, second.bodies[0].goes_on) == (False, True)
    assert first.counts is not None
    assert first.counts.posts == PAGE_LENGTH + 20
    assert second.counts is None


def test_who_sits_on_a_board_is_answered_on_the_page_of_what_the_board_is_for(content: MakeSite) -> None:
    board = record("organizations", "bestyrelse", kind="bestyrelse", parent="forum")
    held = {**appointment("x", "p", holder="bo"), **appointment("y", "p", holder="anna")}
    voice = voice_of(content({**BODIES, **board, **post("leder"), **post("p", "bestyrelse", seats="3"), **held}))
    forum = next(one for one in voice.library.all(Organization) if one.id == "forum")
    first, own = organization_extra(forum, voice).seats
    assert (first.body.id, first.said, first.unnamed) == ("bestyrelse", "bo og anna", True)
    assert (own.is_own, own.said) == (True, "")


def test_the_roles_of_a_person_are_drawn_where_they_differ_in_time_and_a_year_is_no_day(content: MakeSite) -> None:
    roles = (
        "\n  - {role: formand, organization: 'organization:forum', attested: 2019-03-20}\n  - {role: medlem, attested: '2020'}"
    )
    voice = voice_of(content({**BODIES, **record("people", "cecilie", roles=roles)}))
    extra = {one.id: person_extra(one, voice) for one in voice.library.all(Person)}
    assert extra["anna"].drawing is None
    assert [line.role.role for line in extra["cecilie"].lines if line.role] == ["medlem", "formand"]
    drawing = extra["cecilie"].drawing
    assert drawing is not None
    year, day = drawing.strokes
    assert (bool(year.dot), year.open_end, bool(day.dot)) == (False, True, True)
    assert voice.build_date == BUILD_DATE


def test_the_day_on_which_somebody_was_appointed_is_not_told_as_the_day_from_which(content: MakeSite) -> None:
    """Where a source says only the first, the page does not say the other."""
    appointed = appointment("a", "medlem", holder="anna", state="udpeget", appointed="2025-01-02", start="ikke oplyst")
    begun = appointment("b", "formand", holder="bo", state="udpeget", appointed="2025-01-02", start="2025-03-04")
    site = content({**BODIES, **post("medlem"), **post("formand"), **appointed, **begun})
    assert site.build().pages
    told = {name: (site.output / "udpegninger" / name / "index.html").read_text(encoding="utf-8") for name in ("a", "b")}
    assert "udpeget</a> 2. januar 2025," in told["a"]
    assert "udpeget</a> fra 4. marts 2025," in told["b"]
