// Danish words whose forms no ending makes: plurals with another vowel, and verbs that change theirs; generator/search/irregular.py
// has the same lists.

// Each form with the form it is read as. Plurals also stand at the end of a compound: næstformænd is of næstformand.
const PLURALS = `
mænd mand, børn barn, bøger bog, fødder fod, nætter nat, rødder rod, stænger stang, stæder stad, bønder bonde, brødre
bror, døtre datter, mødre mor, fædre far
`;
// As the end of another word these are verbs (afhænder, bekræfter); and billet is no form of bil.
const WHOLE_PLURALS = `
hænder hånd, tænder tand, kræfter kraft, billet billett
`;
// Verbs also stand behind a particle: foreslog is of foreslå. Without one tog is a train, brød bread, and bar is bare.
const VERBS = `
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
`;
// Their -erne is no ending.
const OWN_ENDS = `
moderne modern, eksterne ekstern, interne intern, kaserne kasern, lanterne lantern, cisterne cistern
`;
const PREFIXED_VERBS = `
tog tage, brød bryde, bar bære, lå ligge, så se, set se, får få, ser se
`;
const PARTICLES = `
af an be efter er for fore frem gen gennem god hjem ind mis mod ned om op over på sam til tilbage ud under ved
`;

const pairs = (text) => new Map(text.split(",").map((row) => row.trim().split(/\s+/)));
const oneOf = (words) => `(${[...words].join("|")})`;

const [plural, whole, verb] = [PLURALS, WHOLE_PLURALS, VERBS].map(pairs);
export const particles = new Set(PARTICLES.trim().split(/\s+/));
const forms = new Map([...verb, ...pairs(OWN_ENDS)]);
const prefixed = new Map([...verb, ...pairs(PREFIXED_VERBS)]);
const ANY_PLURAL = new RegExp(`^(.*)${oneOf(plural.keys())}(?:ene|ne)?s?$`);
const ANY_WHOLE = new RegExp(`^${oneOf(whole.keys())}(?:ene|ne)?s?$`);
const ANY_VERB = new RegExp(`^${oneOf(particles)}${oneOf(prefixed.keys())}$`);

// Every word of an index is asked; of most it is seen at once that they are none of these.
const ENDS = new Set([...prefixed.keys()].map((form) => form.slice(-2)));
const MAY_BE_PLURAL = /[æø]|^billet/;

/** The plain form of a word in lower case that is irregular, any other word itself. */
export function regular(word) {
  const plain = forms.get(word);
  if (plain) return plain;
  let found = ENDS.has(word.slice(-2)) && word.match(ANY_VERB);
  if (found) return found[1] + prefixed.get(found[2]);
  if (!MAY_BE_PLURAL.test(word)) return word;
  found = word.match(ANY_WHOLE);
  if (found) return whole.get(found[1]);
  found = word.match(ANY_PLURAL);
  return found ? found[1] + plural.get(found[2]) : word;
}
