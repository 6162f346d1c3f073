"""The lists of records: one by name has its letters where it is long, and says nothing that is meant for editors."""

from __future__ import annotations

from generator.pages.listing import LETTERS_FROM, PAGE_LENGTH
from tests.conftest import MakeSite
from tests.parsed_page import parse
from tests.sites import SMALL


def bodies(count: int) -> dict[str, str]:
    names = {f"organ-{number}": f"{'ABÆÅ1'[number % 5]}{number}-rådet" for number in range(count)}
    return {
        f"content/organizations/{name}.md": f"---\nid: {name}\ntitle: {title}\nkind: udvalg\n---\n"
        for name, title in names.items()
    }


def test_a_long_list_by_name_leads_to_its_letters_in_the_order_of_the_language(content: MakeSite) -> None:
    site = content({**SMALL, **bodies(LETTERS_FROM)})
    assert site.build().problems == ()
    html = site.built()["organer/index.html"].decode()
    jumps = [one for one in parse(html.encode()).values("href") if one.startswith("#bogstav-")]
    assert jumps == ["#bogstav-0", "#bogstav-a", "#bogstav-b", "#bogstav-f", "#bogstav-ae", "#bogstav-aa"]
    assert html.count("<h2>Æ</h2>") == 1


def test_a_letter_on_another_page_of_a_list_is_found_from_the_first(content: MakeSite) -> None:
    site = content({**SMALL, **bodies(PAGE_LENGTH + 30)})
    assert site.build().problems == ()  # the inspection of links has followed each to its anchor
    jumps = parse(site.built()["organer/index.html"]).values("href")
    assert [one for one in jumps if "#bogstav-" in one][-1] == "/organer/side/2/#bogstav-aa"


def test_a_short_list_has_no_letters(content: MakeSite) -> None:
    site = content({**SMALL, **bodies(LETTERS_FROM - 2)})
    assert site.build().pages
    assert 'class="letters"' not in site.built()["organer/index.html"].decode()
