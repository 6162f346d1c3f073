"""Sentences of minutes to what they decide: the field of ways to say it, and what only looks as if it decided something."""

from __future__ import annotations

import pytest

from generator.importer.items.below_heading import facts_below
from generator.importer.items.decisions import Asked, decisions_of
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

# As they are said below a label and without one.
FORMS = [
    ("not_approved", "Bestyrelsen kan på det foreliggende grundlag ikke anbefale boden."),
    ("not_approved", "Samtlige medlemmer stemte imod planen."),
    ("not_approved", "Udvalget finder ikke anledning til at støtte ansøgningen."),
    ("not_approved", "Forslaget kunne ikke samle flertal."),
    ("withdrawn", "Forslagsstilleren valgte at trække sit forslag."),
    ("not_dealt_with", "Punktet udgik, fordi kassereren var syg."),
    ("not_dealt_with", "Der blev ikke tid til punktet."),
    ("sent_back", "Oplægget gik retur til arbejdsgruppen."),
    ("sent_back", "Bestyrelsen bad gruppen omarbejde udkastet og komme igen."),
    ("postponed", "Mødet ventede med valget til næste gang."),
    ("postponed", "Bestyrelsen ønsker flere tal, før der tages stilling."),
    ("sent_to_consultation", "Udkastet lægges i høring hos ishusene."),
    ("sent_to_consultation", "Bestyrelsen beder ishusene om en udtalelse."),
    ("referred", "Spørgsmålet indbringes for Ankenævnet."),
    ("referred", "Forslaget gik videre til direktionen."),
    ("approved_with_changes", "Planen vedtaget, men boden flyttes til havnen."),
    ("approved_with_changes", "Reglerne vedtaget med sletning af et afsnit."),
    ("approved_with_changes", "Med enkelte rettelser blev udkastet godkendt."),
    ("recommended", "Man kan varmt anbefale, at planen vedtages."),
    ("recommended", "Et mindretal ønskede en anden is, men flertallet anbefaler planen."),
    ("elected", "Valget faldt på Ane Test."),
    ("elected", "Inger Prøve blev ny næstformand."),
    ("appointed", "Team Sommer består af Ane, Ib og Per."),
    ("appointed", "Handicaprådet peger på Ane Prøve Test som medlem."),
    ("support", "Gruppen stiller sig bag ansøgningen."),
    ("no_decision", "Mødet nåede ikke frem til nogen beslutning."),
    ("no_decision", "Der blev ikke besluttet noget i sagen."),
    ("agreed", "Isboderne lovede hinanden at holde åbent."),
    ("agreed", "Der var enighed om, at Ane Test laver et oplæg."),
    ("not_minuted", "Drøftelsen offentliggøres ikke."),
    ("decided", "Det blev besluttet, at boden går videre til detailprojektering."),
    ("decided", "Formandskabet fik bemyndigelse til at svare."),
    ("approved", "Anmodningen blev efterkommet."),
    ("approved", "Bestyrelsen giver fuldmagt til formanden til at underskrive aftalen."),
    ("approved", "Der gives landzonetilladelse på vilkår."),
    ("approved", "Indstillingen fra Isudvalget følges."),
    ("approved_with_changes", "Planen blev med denne ændring godkendt."),
    ("approved_with_changes", "Tiltrådt, bortset fra punkt 2."),
    ("noted", "Rådet tog sagen til efterretning med den bemærkning, at svaret var sent."),
    ("approved_with_changes", "Indstillingen blev godkendt med undtagelse af pkt. 4."),
    ("not_approved", "Byrådet stemte forslaget ned."),
    ("not_approved", "Der blev ikke opnået enighed om forslaget."),
    ("not_approved", "Et flertal på 8 stemte imod forslaget, som dermed bortfaldt."),
    ("withdrawn", "Sagen er taget af dagsordenen."),
    ("sent_back", "Udvalget sendte sagen retur."),
    ("sent_to_consultation", "Udvalget vedtog at sende udkastet i høring."),
    ("referred", "Sagen forelægges byrådet."),
    ("recommended", "Udvalget anbefaler, at planen forelægges byrådet."),
    ("recommended", "Kredsen henstiller til kommunerne, at de afsætter midler."),
    ("decided", "Man vedtog at sælge grunden."),
    ("decided", "Model 2 blev besluttet."),
    ("decided", "Udvalget tildelte 5.000 kr. til busser."),
    ("approved", "Ane Test godkendt."),
    ("approved", "Ib Prøves orlov blev enstemmigt godkendt."),
    ("approved", "Regnskabet godkendes og fremsendes til kommunerne."),
    ("referred", "Regnskabet, som er godkendt af revisor, oversendes til kommunerne."),
    ("recommended", "Planen anbefales godkendt og fremsendt til byrådet."),
    ("sent_to_consultation", "Godkendt til udsendelse i offentlig høring."),
    ("recommended", "Is- og Vaffeludvalget anbefaler indstillingen."),
    ("approved", "Isrådet godkendte indstillingen. Nordby og Sydby afventer egne aftaler."),
    ("approved", "Godkendt, dog stemte Ib Prøve imod."),
    ("decided", "Model B vælges."),
    ("no_decision", "-"),
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


@pytest.mark.parametrize(("outcome", "said"), [*DECIDE, *FORMS])
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
    said = [
        "Evalueringen blev drøftet.",
        "Alle forældre har adgang til ordningen hele året, men således at der bestilles på nettet.",
    ]
    asked = "evalueringen drøftes alle forældre har adgang til ordningen hele året"
    found = decisions_of(said, load_wording("da"), labelled=True, asked=Asked(asked))
    assert [one.outcome for one in found] == ["discussed", "decided"]
    assert [one.outcome for one in decisions_of(said, load_wording("da"), labelled=True)] == ["discussed"]


def test_a_discussion_that_was_asked_for_is_kept_beside_what_was_decided() -> None:
    said = ["Status blev taget til efterretning.", "Gruppen drøftede brugen.", "Det blev besluttet at holde et møde til."]
    for labelled in (True, False):
        found = decisions_of(
            said, load_wording("da"), labelled=labelled, asked=Asked("tager status til efterretning drøfter brugen")
        )
        assert [one.outcome for one in found] == ["noted", "discussed", "decided"]


def test_what_a_party_proposed_and_what_came_of_it_decides_nothing() -> None:
    said = ["V foreslog, at beløbet halveres. For stemte 4, imod 9. Forslaget faldt. Herefter blev indstillingen vedtaget."]
    assert [one.outcome for one in decisions_of(said, load_wording("da"), labelled=True)] == ["approved"]


def test_letters_count_answers_as_numbers_do() -> None:
    found = decisions_of(["a) Godkendt. b) Ikke godkendt."], load_wording("da"), labelled=True)
    assert [one.outcome for one in found] == ["approved", "not_approved"]


def test_a_sum_that_is_shared_out_is_no_other_one_than_was_recommended() -> None:
    wording = load_wording("da")
    shared, other = "Rådet bevilgede 9.000 kr. til A og 6.000 kr. til B.", "Rådet bevilgede 40.000 kr."
    for asked, said, outcome in (
        ("rådet fordeler 34.000 kr.", shared, "approved"),
        ("rådet afsætter 15.000 kr.", shared, "approved"),
        ("rådet bevilger op til 50.000 kr.", other, "approved"),
        ("rådet bevilger 0,04 mio. kr.", other, "approved"),
        ("rådet bevilger 50.000 kr.", other, "approved_with_changes"),
    ):
        assert [one.outcome for one in decisions_of([said], wording, labelled=True, asked=Asked(asked))] == [outcome]


def test_each_answer_to_some_points_is_a_decision() -> None:
    for said in ("Punkt 1-2 godkendt, punkt 3 udsat.", "Indstillingens punkt 1 blev godkendt, mens punkt 2 blev udsat."):
        found = decisions_of([said], load_wording("da"), labelled=True)
        assert [one.outcome for one in found] == ["approved", "postponed"]


def test_what_is_done_with_a_thing_that_was_asked_about_is_decided_too() -> None:
    said, asked = "Regnskabet blev godkendt. Overskuddet betales tilbage.", Asked("regnskabet godkendes overskuddet gemmes")
    found = decisions_of([said], load_wording("da"), labelled=False, asked=asked)
    assert [one.outcome for one in found] == ["approved", "decided"]


def test_what_members_say_beside_a_decision_and_what_others_wait_for_changes_nothing() -> None:
    for said, outcome in (
        ("Tiltrådt, idet Ane Test undlod at stemme.", "approved"),
        ("Tiltrådt, idet Ib Prøve (A) ønskede tilført, at han havde foretrukket is.", "approved"),
        ("Tiltrådt, idet Ib Prøve udpeges som formand.", "approved_with_changes"),
        ("Tiltrådt, idet udvalget bemærkede, at prisen skal ned.", "approved_with_changes"),
        ("Indstillingen blev tiltrådt. Isby afventer behandling i egen direktion.", "approved"),
        ("Drøftet. Direktøren svarer, at selskabet afventer kommunens plan.", "discussed"),
        ("Sagen afventer budgettet.", "postponed"),
        ("Bestyrelsen afventer svar fra staten.", "postponed"),
        ("Byrådet valgte Ane Test (A).", "elected"),
        ("Byrådet valgte Model B.", "decided"),
        ("Mødet hævet kl. 12.05.", "unknown"),
        ("-", "no_decision"),
    ):
        assert [one.outcome for one in decisions_of([said], load_wording("da"), labelled=True)] == [outcome], said


def test_what_stays_as_it_is_changes_no_sum_and_what_is_given_instead_is_decided() -> None:
    wording, asked = load_wording("da"), Asked("kontingentet fastsættes til 4,28 kr.")
    for said, outcomes in (
        ("Kredsen besluttede at fastholde kontingentet på 4,10 kr.", ["decided"]),
        ("Kredsen besluttede at sætte kontingentet til 4,10 kr.", ["approved_with_changes"]),
    ):
        assert [one.outcome for one in decisions_of([said], wording, labelled=True, asked=asked)] == outcomes
    said = "Udvalget kan ikke tiltræde indstillingen. Der gives et tilskud på 3.000 kr."
    assert [one.outcome for one in decisions_of([said], wording, labelled=True)] == ["not_approved", "decided"]


def test_a_line_below_a_heading_may_say_several_facts() -> None:
    for line, closed, names in (
        ("(10 min. - orientering v/ Ane Test)", None, ("Ane Test",)),
        ("*Beslutningspunkt (lukket). Sagsansvarlig: Ane Test. Tid: 15 min.*", True, ()),
        ("Beslutningspunkt (lukket) er ikke med i dag.", None, ()),
    ):
        found = facts_below([line], load_wording("da"))
        assert (found.closed, found.presenters) == (closed, names), line
