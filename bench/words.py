"""Words: a source of chance to invented text that reads like the Danish of agendas."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random

_FIRST = (
    "klima", "borger", "sundheds", "data", "trafik", "energi", "uddannelses", "erhvervs", "kyst", "natur", "skole",
    "ældre", "kultur", "bolig", "vand", "affalds", "beskæftigelses", "indkøbs", "digitaliserings", "beredskabs",
    "forebyggelses", "innovations", "kapacitets", "kompetence", "landskabs", "mobilitets", "praktik", "rehabiliterings",
    "social", "varme",
)  # fmt: skip
_LAST = (
    "indsats", "plan", "ordning", "ramme", "gruppe", "pulje", "strategi", "metode", "platform", "analyse", "aftale",
    "tjeneste", "kampagne", "koordinering", "løsning", "opgave", "rådgivning", "samling", "uddannelse", "vejledning",
    "vurdering", "tilgang", "dagsorden", "forsøgsordning", "kortlægning",
)  # fmt: skip
_WHO = (
    "styregruppen", "sekretariatet", "netværket", "arbejdsgruppen", "forvaltningerne", "de deltagende kommuner",
    "parterne", "udvalget", "følgegruppen", "de lokale enheder", "koordinatorerne", "den fælles enhed",
)  # fmt: skip
_SAYS = (
    "peger på, at", "foreslår, at", "lægger vægt på, at", "vurderer, at", "har drøftet, hvordan", "minder om, at",
    "ønsker, at", "regner med, at", "er enige om, at", "bad om, at",
)  # fmt: skip
_DOES = (
    "samles i et fælles forløb", "bygger på de lokale erfaringer", "kan begynde, når budgettet er på plads",
    "følges tæt af fagfolk fra flere områder", "bliver en fast del af driften", "får en tydelig ledelse",
    "skal beskrives nærmere i et notat", "knyttes til den gældende aftale", "udvides til flere målgrupper",
    "kan løftes inden for den kendte ramme", "måles med de samme få mål i alle kommuner", "afprøves i mindre skala",
    "deler sine resultater åbent med de andre", "kræver en nærmere afklaring af snitflader og roller",
)  # fmt: skip
_WHEN = (
    "i løbet af efteråret", "inden årets udgang", "på tværs af kommunegrænser", "i de kommende år", "efter sommerferien",
    "så snart økonomien er afklaret", "med afsæt i de første erfaringer", "i tæt dialog med borgerne",
    "uden at det griber ind i driften", "når høringssvarene foreligger", "i en overgangsperiode", "som hidtil",
)  # fmt: skip
_GIVEN = (
    "Anker", "Bodil", "Carl", "Dagny", "Egon", "Frida", "Gudrun", "Hakon", "Inger", "Jørn", "Kirsten", "Ludvig", "Mathilde",
    "Nanna", "Oluf", "Petra", "Rigmor", "Svend", "Tove", "Ulrik", "Vera", "Åse",
)  # fmt: skip
_FAMILY = (
    "Agerholm", "Birkmose", "Dalsgård", "Egelund", "Fuglsang", "Grønbæk", "Højmark", "Kærsholm", "Lyngby", "Mosegård",
    "Nørreskov", "Overby", "Ravnsborg", "Skovlund", "Tangmose", "Vesterå", "Østergaard", "Åkjær",
)  # fmt: skip
MUNICIPALITIES = (
    "Agerby", "Birkebjerg", "Dybsø", "Egedal Nord", "Fjordholm", "Grønhede", "Hedevang", "Kildemose", "Lyngsted", "Marsk",
    "Nordstrand", "Ovesø", "Ravnshøj", "Skovby", "Tangeby", "Ulfsborg Syd", "Vesterlund", "Østermark", "Åhede",
)  # fmt: skip
TOPICS = (
    "klima", "sundhed", "økonomi", "erhverv", "digitalisering", "beskæftigelse", "uddannelse", "trafik", "kultur", "natur",
    "socialområdet", "beredskab", "energi", "møder", "organisation",
)  # fmt: skip


class Pen:
    """Writes invented text; the same chance gives the same text."""

    def __init__(self, chance: Random) -> None:
        self._chance = chance

    def compound(self) -> str:
        """A noun: `klimaplan`."""
        return self._chance.choice(_FIRST) + self._chance.choice(_LAST)

    def title(self) -> str:
        """A heading of a few words, without a figure."""
        opening = self._chance.choice(("Status for", "Fælles", "Forslag om", "Det videre arbejde med", "Orientering om"))
        return f"{opening} {self.compound()} og {self.compound()}"

    def sentence(self) -> str:
        """One sentence that claims nothing of anybody."""
        pick = self._chance.choice
        text = f"{pick(_WHO)} {pick(_SAYS)} {_the(self.compound())} {pick(_DOES)} {pick(_WHEN)}"
        if self._chance.random() < 0.4:
            text += f", mens {_the(self.compound())} {pick(_DOES)}"
        return text[0].upper() + text[1:] + "."

    def paragraph(self, sentences: int) -> str:
        """Some sentences."""
        return " ".join(self.sentence() for _ in range(sentences))

    def bullets(self, count: int) -> str:
        """A list of short lines."""
        pick = self._chance.choice
        return "\n".join(f"- {self.compound().capitalize()}, som {pick(_DOES)}" for _ in range(count))

    def prose(self, length: int, links: Sequence[str] = ()) -> str:
        """Markdown of about a length: paragraphs, a heading, a list with some bold words, and each link in a sentence."""
        blocks = [self.paragraph(2), "### Baggrund", self.paragraph(2)]
        blocks += [f"Se også {link}, hvor **{_the(self.compound())}** er beskrevet. {self.sentence()}" for link in links]
        blocks += ["Det drejer sig om:", self.bullets(4)]
        while sum(map(len, blocks)) < length:
            blocks.append(self.paragraph(2))
        return "\n\n".join(blocks)


def _the(noun: str) -> str:
    return noun + ("n" if noun.endswith("e") else "en")


def person_name(number: int) -> str:
    """The name of one of many people; no two of the first 6,000 are alike."""
    given, rest = number % len(_GIVEN), number // len(_GIVEN)
    initial = "" if rest < len(_FAMILY) else f" {'ABCDEFGHIJKLMNO'[rest // len(_FAMILY) % 15]}."
    return f"{_GIVEN[given]}{initial} {_FAMILY[(rest + given) % len(_FAMILY)]}"
