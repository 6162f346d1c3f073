"""The story of an initiative, the structure of bodies, and who takes part: order, states, and no end of walking in circles."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from generator.declaration import Pointer
from generator.pages.axis import axis_of
from generator.pages.criteria import criteria_of
from generator.pages.initiative import initiative_extra
from generator.pages.participation import participation_of
from generator.pages.structure import bodies_around, structure
from generator.pages.timeline import Step, Story, story_of
from generator.records.initiative import Initiative
from generator.records.organization import Organization
from generator.records.position import Position
from generator.theme import load_theme
from generator.values.unknown import Unknown
from generator.values.when import parse_when
from generator.voice import Voice
from tests.conftest import MakeSite
from tests.sites import BUILD_DATE, SMALL, Site

NOBODY_SAYS = Unknown("not_stated")


def step(when: str, state: str = "done", text: str = "") -> Step:
    return Step(parse_when(when) if when else NOBODY_SAYS, "", text or f"{when} {state}", state, None)


def voice_of(site: Site, on: date = BUILD_DATE) -> Voice:
    catalogue = load_theme(site.folder, "themes/default").catalogue("da")
    return Voice("da", catalogue, site.config, site.check(on=on).library, on)


def texts(steps: tuple[Step, ...]) -> list[str]:
    return [one.text for one in steps]


def test_a_story_runs_from_the_first_to_the_last_and_ends_with_what_has_no_date() -> None:
    story = story_of([step("2026-03", "planned"), step(""), step("2024"), step("2025-06-01"), step("2024-02-01")], BUILD_DATE)
    assert texts(story.before) == ["2024 done", "2024-02-01 done", "2025-06-01 done"]
    assert texts(story.ahead) == ["2026-03 planned"]
    assert texts(story.undated) == [" done"]


@pytest.mark.parametrize(
    ("when", "state", "look"),
    [
        ("2025-01-01", "done", "done"),
        ("2026-01-14", "planned", "unknown"),
        ("2026-01-15", "planned", "planned"),
        ("2026", "planned", "planned"),
        ("2025", "planned", "unknown"),
        ("2025-01-01", "unknown", "unknown"),
        ("", "planned", "planned"),
    ],
)
def test_a_planned_step_whose_time_is_over_is_of_unknown_outcome(when: str, state: str, look: str) -> None:
    assert [one.look for one in story_of([step(when, state)], BUILD_DATE).steps] == [look]


def test_the_latest_step_is_the_last_that_is_done() -> None:
    story = story_of([step("2020"), step("2021"), step("2022", "planned"), step("2023", "unknown")], BUILD_DATE)
    assert story.latest is not None
    assert story.latest.text == "2021 done"
    assert texts(story.unanswered) == ["2022 planned", "2023 unknown"]
    assert story_of([step("2022", "planned")], BUILD_DATE).latest is None


def test_a_step_that_is_told_twice_in_the_same_words_stands_once() -> None:
    assert len(story_of([step("2020"), step("2020"), step("2020", text="noget andet")], BUILD_DATE).steps) == 2


@given(st.lists(st.integers(0, 20_000), max_size=60), st.integers(0, 20_000))
def test_a_drawing_shows_each_step_in_order_and_within_its_frame(offsets: list[int], today: int) -> None:
    start = date(1990, 1, 1)
    steps = [step((start + timedelta(days=one)).isoformat(), text=str(number)) for number, one in enumerate(offsets)]
    story: Story = story_of(steps, start + timedelta(days=today))
    assert len(story.steps) == len(steps)
    if len(steps) < 2:
        assert story.drawing is None
        return
    assert story.drawing is not None
    across = [float(mark.x.rstrip("%")) for mark in story.drawing.marks]
    assert across == sorted(across)
    assert all(0 < x < 100 for x in across)
    assert len({(mark.x, mark.row) for mark in story.drawing.marks}) == len(story.drawing.marks), "two marks in one place"
    assert max(mark.row for mark in story.drawing.marks) < story.drawing.rows
    assert story.drawing.total == len(steps)
    assert len(story.drawing.ticks) <= 6


def test_an_axis_has_the_years_of_its_days() -> None:
    axis = axis_of([date(2020, 5, 1), None, date(2022, 3, 1)])
    assert axis is not None
    assert (axis.first, axis.last) == (date(2020, 1, 1), date(2022, 12, 31))
    assert [tick.label for tick in axis.ticks] == ["2020", "2021", "2022"]
    assert axis.share(date(2020, 1, 1)) == 0
    assert axis.share(date(2030, 1, 1)) == 1
    assert axis_of([None]) is None


INITIATIVE = "content/initiatives/det.md"
STORY = {
    **SMALL,
    INITIATIVE: """
        ---
        id: det
        title: Det fælles
        what: Noget.
        milestones:
          - {key: a, date: 2025-03-04, text: Forum sagde ja., state: gennemført, where: "item:forum-2025-03-04-1"}
          - {key: b, date: 2025-06, text: Det åbner., state: planlagt}
        success_criteria:
          - key: foerste
            title: Første
            date: 2025
            criteria: [{key: x, text: Et mål.}, {key: y, text: Et andet mål.}, {key: z, text: Et tredje.}]
          - key: anden
            title: Anden
            date: 2025-05
            target_date: 2025-12
            criteria: [{key: x, text: Et mål.}, {key: y, text: Et bedre mål.}, {key: w, text: Et nyt.}]
        ---
    """,
    "content/cases/sagen.md": """
        ---
        id: sagen
        title: Sagen
        initiatives: [det]
        handlings:
          - {key: i, date: 2025-03-04, item: forum-2025-03-04-1, text: Det samme., state: gennemført}
          - {key: ii, date: 2025-02-01, text: Noget før., state: gennemført}
        ---
    """,
    "content/follow-ups/loeftet.md": """
        ---
        id: loeftet
        title: Løftet
        promised_in: initiative:det#y
        quote: Det bliver bedre.
        initiatives: [det]
        entries:
          - {key: e, date: 2025-12-01, status: gennemført, text: Det blev bedre., source: Et brev}
        ---
    """,
}


def initiative_of(voice: Voice) -> Initiative:
    return voice.library.all(Initiative)[0]


def test_each_happening_of_an_initiative_is_told_once_with_what_came_of_promises(content: MakeSite) -> None:
    voice = voice_of(content(STORY))
    story = initiative_extra(initiative_of(voice), voice).story
    told = [(one.text, one.look) for one in story.steps]
    assert told == [
        ("Noget før.", "done"),
        ("Forum sagde ja.", "done"),
        ("Det åbner.", "unknown"),
        ("Det blev bedre.", "done"),
    ]
    assert [one.word for one in story.steps[1].outcomes] == ["godkendt"]
    assert story.steps[1].place == "Forum 4. marts 2025, punkt 1"


def test_an_agreement_that_nobody_is_known_to_have_signed_did_not_happen(content: MakeSite) -> None:
    site = content(STORY)
    site.edit(
        "content/agreements/aftalen.md",
        "kind: samarbejdsaftale\n",
        "kind: samarbejdsaftale\nstate: ukendt\ninitiatives: [det]\n",
    )
    voice = voice_of(site)
    looks = {one.text: one.look for one in initiative_extra(initiative_of(voice), voice).story.steps}
    assert looks["Aftalen"] == "unknown"
    site.edit("content/agreements/aftalen.md", "state: ukendt", "state: indgået")
    voice = voice_of(site)
    looks = {one.text: one.look for one in initiative_extra(initiative_of(voice), voice).story.steps}
    assert looks["Aftalen"] == "done"


def test_a_criterion_is_said_to_be_the_same_reworded_new_or_dropped(content: MakeSite) -> None:
    voice = voice_of(content(STORY))
    initiative = initiative_of(voice)
    criteria = criteria_of(initiative, voice.library.backlinks(initiative.pointer), BUILD_DATE)
    assert criteria is not None
    assert {line.key: line.change for line in criteria.lines} == {"x": "same", "y": "reworded", "z": "dropped", "w": "new"}
    assert {line.key for line in criteria.lines if line.state} == {"y"}
    assert (criteria.known, criteria.valid, criteria.over) == (1, 3, True)
    assert [text for line in criteria.lines for _, text in line.earlier] == ["Et andet mål.", "Et tredje."]


def test_a_party_has_its_newest_stand_since_the_first_time_that_it_said_so_without_a_break(content: MakeSite) -> None:
    site = content(
        {
            **SMALL,
            "content/municipalities/oedal.md": "---\nid: oedal\ntitle: Ødal\ncode: '0902'\n---\n",
            "content/positions/p.md": """
                ---
                id: p
                title: Deltagelse
                'on': agreement:aftalen
                question: Er I med?
                addressed: [fjordby, oedal]
                stands:
                  - {key: a, party: "municipality:fjordby", stand: tilsluttet, date: 2024-01-01}
                  - {key: b, party: "municipality:fjordby", stand: deltager ikke, date: 2024-06-01}
                  - {key: c, party: "municipality:fjordby", stand: deltager ikke, date: 2025-01-01}
                ---
            """,
        }
    )
    view = participation_of(site.check().library.all(Position)[0])
    assert view.counts == {"not_agreed": 1, "not_stated": 1}
    not_agreed, silent = (members[0] for _, members in view.groups)
    assert not_agreed.named == parse_when("2024-06-01")
    assert silent.party == Pointer("municipality", "oedal")
    assert silent.stand is None


def organizations(parents: dict[str, str]) -> dict[str, str]:
    above = {name: f"parent: {parent}\n" if parent else "" for name, parent in parents.items()}
    return {
        f"content/organizations/{name}.md": f"---\nid: {name}\ntitle: {name}\nkind: udvalg\n{line}---\n"
        for name, line in above.items()
    }


def drawn(voice: Voice, name: str) -> tuple[list[str], list[tuple[int, bool]]]:
    body = next(one for one in voice.library.all(Organization) if one.id == name)
    found = structure(bodies_around(body, voice.library), body.pointer, voice)
    assert found is not None
    return [box.lines[0] for box in found.boxes], [(box.stem, box.is_own) for box in found.boxes]


def test_a_body_is_drawn_between_those_above_it_and_those_below(content: MakeSite) -> None:
    voice = voice_of(content(organizations({"top": "", "side": "top", "mid": "top", "low": "mid", "alone": ""})))
    names, boxes = drawn(voice, "mid")
    assert names == ["top", "mid", "low"]
    assert [stem > 0 for stem, _ in boxes] == [False, True, True]
    assert [own for _, own in boxes] == [False, True, False]
    assert drawn(voice, "alone")[0] == ["alone"]


@pytest.mark.parametrize("ring", [{"a": "a"}, {"a": "b", "b": "a"}, {"a": "c", "b": "a", "c": "b", "d": "b"}], ids=str)
def test_bodies_that_belong_under_each_other_in_a_ring_are_each_drawn_once(content: MakeSite, ring: dict[str, str]) -> None:
    voice = voice_of(content(organizations(ring)))
    for name in ring:
        names, _ = drawn(voice, name)
        assert len(names) == len(set(names))
        assert name in names


def test_a_step_known_to_the_month_stands_after_what_its_record_tells_before_it_in_that_month(content: MakeSite) -> None:
    site = content(
        {
            **SMALL,
            INITIATIVE: """
                ---
                id: det
                title: Det fælles
                what: Noget.
                milestones:
                  - {key: a, date: 2025-10-21, text: Frist., state: planlagt}
                  - {key: b, date: 2025-10~, date_printed: ultimo oktober, text: Senere frist., state: planlagt}
                  - {key: c, date: 2025-11, text: Overblik., state: planlagt}
                  - {key: d, date: 2025-09/2025-12, text: Perioden., state: planlagt}
                ---
            """,
        }
    )
    voice = voice_of(site)
    initiative = voice.library.all(Initiative)[0]
    assert texts(initiative_extra(initiative, voice).story.before) == ["Perioden.", "Frist.", "Senere frist.", "Overblik."]


def test_a_planned_step_says_what_a_source_says_came_of_the_promise_of_that_day(content: MakeSite) -> None:
    promise = """
        ---
        id: {id}
        title: {id}
        promised_in: item:forum-2025-03-04-1
        quote: Det sker.
        due: {due}
        initiatives: [det]
        {entries}
        ---
    """
    said = "entries: [{key: e, date: ikke oplyst, status: gennemført, text: Det er sket., source: Et brev}]"
    site = content(
        {
            **SMALL,
            INITIATIVE: """
                ---
                id: det
                title: Det fælles
                what: Noget.
                milestones:
                  - {key: a, date: 2025-05-01, text: Det sker i maj., state: planlagt, where: "item:forum-2025-03-04-1"}
                  - {key: b, date: 2025-06-01, text: Det sker i juni., state: planlagt, where: "item:forum-2025-03-04-1"}
                ---
            """,
            "content/follow-ups/maj.md": promise.format(id="maj", due="2025-05-01", entries=said),
            "content/follow-ups/juni-1.md": promise.format(id="juni-1", due="2025-06-01", entries=said),
            "content/follow-ups/juni-2.md": promise.format(id="juni-2", due="2025-06-01", entries=""),
        }
    )
    voice = voice_of(site)
    story = initiative_extra(voice.library.all(Initiative)[0], voice).story
    may, june = (one for one in story.before if one.text.startswith("Det sker i"))
    assert may.look == "done"
    assert Markup(may.came).striptags() == "var planlagt; gennemført ifølge kilderne, dato ikke oplyst"
    assert (june.look, june.came) == ("unknown", "")  # of one of the two promises of that day no source says anything
    assert texts(story.unanswered) == ["Det sker i juni."]
    assert may != story.latest  # nobody says on which day it was done


def test_an_initiative_costs_what_its_agreement_says_or_the_part_that_it_sets_aside(content: MakeSite) -> None:
    agreement = """
        ---
        id: {id}
        title: {id}
        kind: samarbejdsaftale
        state: ukendt
        parties: [{{party: "municipality:fjordby"}}]
        initiatives: [det]
        sums: [{{key: s, title: Det hele, amount: "9.000"}}]
        {earmarks}
        ---
    """
    aside = "earmarks: [{key: e, of_sum: s, amount: '2.000', initiative: det, purpose: Til det fælles.}]"
    site = content(
        {
            **SMALL,
            INITIATIVE: "---\nid: det\ntitle: Det fælles\nwhat: Noget.\n---\n",
            "content/agreements/egen.md": agreement.format(id="egen", earmarks=""),
            "content/agreements/stor.md": agreement.format(id="stor", earmarks=aside),
        }
    )
    site.build()
    page = site.built()["initiativer/det/index.html"].decode()
    assert page.count("9.000 kr.") == 1
    assert page.count("2.000 kr.") == 1
    assert "Kilderne oplyser ingen beløb" not in page
