"""Danish words whose forms no ending makes: plurals with another vowel, and verbs that change theirs.

The browser has the same lists in irregular.js.
"""

from __future__ import annotations

import re

# Each form with the form it is read as. Plurals also stand at the end of a compound: næstformænd is of næstformand.
PLURALS = """
mænd mand, børn barn, bøger bog, fødder fod, nætter nat, rødder rod, stænger stang, stæder stad, bønder bonde, brødre
bror, døtre datter, mødre mor, fædre far
"""
# As the end of another word these are verbs (afhænder, bekræfter); and billet is no form of bil.
WHOLE_PLURALS = """
hænder hånd, tænder tand, kræfter kraft, billet billett
"""
# Verbs also stand behind a particle: foreslog is of foreslå. Without one tog is a train, brød bread, and bar is bare.
VERBS = """
bandt binde, bundet binde, bragte bringe, bragt bringe, brudt bryde, brudte bryde, budt byde, budte byde, bød byde,
båret bære, drev drive, drevet drive, drak drikke, drukket drikke, faldt falde, fandt finde, fundet finde, fundne
finde, fik få, fået få, fløj flyve, fulgte følge, fulgt følge, gav give, givet give, givne give, gik gå, gået gå,
gjorde gøre, gjort gøre, greb gribe, grebet gribe, hjalp hjælpe, hjulpet hjælpe, holdt holde, holdte holde, kom komme,
lagde lægge, lagt lægge, lagte lægge, lod lade, løb løbe, nød nyde, nydt nyde, red ride, sad sidde, sagde sige, sagt
sige, sagte sige, sang synge, sunget synge, satte sætte, sat sætte, skar skære, skåret skære, skrev skrive, skrevet
skrive, skrevne skrive, skød skyde, skudt skyde, skudte skyde, slap slippe, sluppet slippe, slog slå, slået slå,
solgte sælge, solgt sælge, sov sove, spurgte spørge, spurgt spørge, stak stikke, stukket stikke, stod stå, stået stå,
steg stige, steget stige, taget tage, tagne tage, traf træffe, truffet træffe, trufne træffe, trak trække, trukket
trække, trukne trække, trådte træde, trådt træde, tvang tvinge, tvunget tvinge, valgte vælge, valgt vælge, vandt
vinde, vundet vinde, viste vise, vist vise, går gå, står stå, slår slå
"""
# Their -erne is no ending.
OWN_ENDS = """
moderne modern, eksterne ekstern, interne intern, kaserne kasern, lanterne lantern, cisterne cistern
"""
PREFIXED_VERBS = """
tog tage, brød bryde, bar bære, lå ligge, så se, set se, får få, ser se
"""
PARTICLES = """
af an be efter er for fore frem gen gennem god hjem ind mis mod ned om op over på sam til tilbage ud under ved
"""


def _pairs(text: str) -> dict[str, str]:
    words = text.replace(",", " ").split()
    return dict(zip(words[::2], words[1::2], strict=True))


_PLURAL, _WHOLE, _VERB = _pairs(PLURALS), _pairs(WHOLE_PLURALS), _pairs(VERBS)
_FORMS = {**_VERB, **_pairs(OWN_ENDS)}
_PREFIXED = {**_VERB, **_pairs(PREFIXED_VERBS)}
_ANY_PLURAL = re.compile(rf"(.*)({'|'.join(_PLURAL)})(?:ene|ne)?s?")
_ANY_WHOLE = re.compile(rf"({'|'.join(_WHOLE)})(?:ene|ne)?s?")
_ANY_VERB = re.compile(rf"({'|'.join(PARTICLES.split())})({'|'.join(_PREFIXED)})")


def regular(word: str) -> str:
    """The plain form of a word in lower case that is irregular, any other word itself; behind a form no ending is left."""
    if word in _FORMS:
        return _FORMS[word]
    if found := _ANY_VERB.fullmatch(word):
        return found[1] + _PREFIXED[found[2]]
    if found := _ANY_PLURAL.fullmatch(word):
        return found[1] + _PLURAL[found[2]]
    if found := _ANY_WHOLE.fullmatch(word):
        return _WHOLE[found[1]]
    return word
