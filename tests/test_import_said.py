"""Sentences of minutes to what they decide: the field of ways to say it, and what only looks as if it decided something."""

from __future__ import annotations

import pytest

from generator.importer.items.decisions import decisions_of
from generator.importer.language.vocabulary import load_wording

DECIDE = [
    ("approved", "Bestyrelsen sagde god for budgettet."),
    ("approved", "Der var enighed om at godkende regnskabet."),
    ("approved", "Formandskabet gav mandat til at forhandle."),
    ("approved_with_changes", "Planen godkendes, dog udgår afsnit 4."),
    ("approved", "Godkendt, idet Ib Prøve stemte imod."),
    ("noted", "Det blev besluttet at tage redegørelsen til efterretning."),
    ("postponed", "Sagen blev sat i bero."),
    ("postponed", "Bestyrelsen vender tilbage til sagen på næste møde."),
    ("postponed", "Der var enighed om at udsætte punktet."),
    ("sent_to_consultation", "Bestyrelsen besluttede at sende planen i høring."),
    ("recommended", "Rådet kan anbefale forslaget."),
    ("recommended", "Man besluttede at anbefale planen."),
    ("appointed", "Ane Test blev udnævnt til sekretær."),
    ("elected", "Bestyrelsen konstituerede sig med Ane Test som formand."),
    ("not_approved", "Indstillingen kunne ikke tiltrædes."),
    ("not_approved", "Det blev besluttet ikke at yde tilskud."),
    ("sent_back", "Udvalget returnerede sagen til forvaltningen."),
    ("agreed", "Gruppen er enig om at arbejde videre med modellen."),
    ("decided", "Det blev bestemt, at turen går til øen."),
    ("decided", "Næste møde flyttes til den 31. maj."),
    ("discussed", "Rådet havde en god drøftelse af planen."),
    ("informed", "Orientering foretaget."),
    ("informed", "Bestyrelsen fik en orientering om byggeriet."),
    ("no_decision", "Der blev ikke truffet nogen beslutning."),
]

DECIDE_NOTHING = [
    "AT spurgte, om planen er godkendt af ministeriet.",
    "Direktøren oplyste, at ministeriet har afslået ansøgningen.",
    "Forvaltningen vurderer, at forslaget bør godkendes.",
    "Ib Prøve fandt, at sagen burde udsættes.",
    "Rådet har tidligere anbefalet en sti.",
    "Når budgettet er godkendt, udbydes opgaven.",
    "Hvis ansøgningen er imødekommet, skal der findes penge.",
]


@pytest.mark.parametrize(("outcome", "said"), DECIDE)
def test_what_was_done_is_known_with_a_label_and_without(outcome: str, said: str) -> None:
    found = [decisions_of([said], load_wording("da"), labelled=labelled) for labelled in (True, False)]
    assert [[one.outcome for one in decisions] for decisions in found] == [[outcome], [outcome]]


@pytest.mark.parametrize("said", DECIDE_NOTHING)
def test_what_is_told_asked_or_wished_decides_nothing(said: str) -> None:
    found = decisions_of([said], load_wording("da"), labelled=False)
    assert {one.outcome for one in found} <= {"unknown", "informed"}


def test_what_somebody_tells_of_others_is_not_decided_below_a_label_either() -> None:
    said = ["Orientering foretaget.", "Direktøren fortalte, at Prøveby har besluttet at lukke havnen."]
    assert {one.outcome for one in decisions_of(said, load_wording("da"), labelled=True)} == {"informed"}


def test_a_sentence_that_says_a_point_of_the_recommendation_again_decides_it() -> None:
    said = ["Evalueringen blev drøftet.", "Ordningen fortsætter i skoleåret 2023/24, men således at der bestilles på nettet."]
    asked = "evalueringen drøftes ordningen fortsætter i skoleåret 2023/24"
    found = decisions_of(said, load_wording("da"), labelled=True, recommended=asked)
    assert [one.outcome for one in found] == ["discussed", "decided"]
    assert [one.outcome for one in decisions_of(said, load_wording("da"), labelled=True)] == ["discussed"]
