import { foldText } from './cellKind';

/**
 * What a heading can speak of. A heading can speak of several things at once ("Avvikelse utfall mot budget i %"); readColumnField
 * weighs them against each other.
 */
export type Concept =
  // money
  | 'budget' | 'budgetOriginal' | 'budgetChange' | 'budgetLatest' | 'actual' | 'previous' | 'forecast' | 'variance' | 'percent' | 'share' | 'remaining'
  | 'costs' | 'revenue' | 'net' | 'total' | 'change' | 'preliminary'
  // volumes and indicators
  | 'volume' | 'volumeBased' | 'target' | 'current' | 'direction' | 'indicator' | 'unitCost' | 'gender'
  // measures
  | 'measure' | 'risk' | 'riskMeasure' | 'description' | 'situation' | 'analysis' | 'consequence' | 'start' | 'end' | 'date' | 'effect' | 'fullYearEffect' | 'saving' | 'planned'
  | 'realised' | 'identified' | 'efficiency' | 'followUp' | 'probability' | 'ramp' | 'oneOffCost' | 'inForecast' | 'requirement'
  // any table
  | 'status' | 'responsible' | 'comment' | 'unit' | 'month' | 'year' | 'area' | 'code' | 'text' | 'item'
  // ledger
  | 'responsibility' | 'activity' | 'account' | 'project' | 'object' | 'counterpart' | 'period' | 'amount' | 'credit' | 'voucher'
  // lists that are no follow-up of a budget
  | 'foreign';

/** What a cost is divided by; "kostnad per verksamhet" divides by nothing. */
const COUNTED = 'brukare|plats|årsplats|vårdplats|dygn|vårddygn|boendedygn|tim|utförd|beviljad|elev|barn|invånare|inv>|ärende|kund|person|insats|hushåll|årsarbet|anställd|besök|portion|km|kilometer|m2|kvm';

/** A heading that is the name of a difference: "Bud-utf", "Prognos − budget". */
const PLAN_WORDS = '(?:års|helårs|intern)?(?:budget|bud\\.?|bu|ram)';
const OUTCOME_WORDS = '(?:helårs)?(?:utfall|utf\\.?|prognos|progn\\.?|prog\\.?|bokslut|redovisat)';
const DIFFERENCE = `<${PLAN_WORDS} ?[-–—/] ?${OUTCOME_WORDS}>|<${OUTCOME_WORDS} ?[-–—/] ?${PLAN_WORDS}>`;

/** "<" and ">" stand for the start and the end of a word. The words are matched against `foldText`. */
const WORDS: readonly (readonly [Concept, string])[] = [
  ['budget', 'budget|<bud\\.?>|<årsbud|<bu>|<anslag|årsanslag|<ram>|<ramar>|budgetram|<plan 20|<internbudget|<kommunbidrag|<(?:beviljat|tilldelat) (?:belopp|bidrag|anslag)|<(?:beviljade|tilldelade) medel|<(?:projekt|total|slut)?kalkyl>'],
  ['budgetOriginal', 'ursprunglig|grundbudget|<kf-? ?budget|beslutad (?:års)?budget|budget (?:enligt|enl\\.?) (?:beslut|kf|mål)|budget före|fastställd budget|<orginal|<original'],
  ['budgetChange', 'tilläggs(?:budget|anslag)|<ta [12]\\d|budgetjuster|budgetförändr|budgetomför|omdispon|ombudget|omfördel|ramjuster|ramförändr|kompletteringsbudget|beslutade? (?:förändringar|ändringar)|förändring(?:ar)? (?:av|i) (?:budget|ram)|<tb 20'],
  ['budgetLatest', '(?:reviderad|aktuell|justerad|gällande|ny|senaste|uppdaterad|slutlig|total) (?:års|helårs)?budget|budget (?:efter|inkl|reviderad|justerad|aktuell)|(?:inkl|efter)\\.? (?:tilläggs|ombudg|omför|beslut)'],
  ['actual', '<utfall|<utf\\.?>|utfall>|<redovisat|<redov\\.?>|<bokfört|<bokförd|<resultat>(?! mot)|<förbruk|<upparb|<nyttjat'],
  ['previous', 'bokslut|<ub 20|<föregående år|<fg\\.? ?år|<föreg\\.? ?år|<förra året|<fjol|<i fjol|<fg år'],
  ['forecast', 'prognos|<progn\\.?>|<prog\\.?>|<pr\\.? ?20|förväntat utfall|beräknat utfall|bedömt utfall|helårsbedömning|<bedömning hel'],
  ['preliminary', '<prel(?:im)?\\.?>|preliminär'],
  ['variance', `avvikelse|<avvik\\.?>|<avv\\.?>|budgetavvik|<diff|<skillnad|över-? ?/ ?-?underskott|<över-? ?(?:och|eller) underskott|<överskott|<underskott|<överdrag|<(?:över|under)skridande|${DIFFERENCE}|resultat mot budget|<(?:utfall|prognos) (?:mot|jämfört med|jmf) (?:års)?budget|^\\+ ?/ ?-$|<budgetsaldo`],
  ['percent', '%|procent|<proc\\.?>|<pct>'],
  ['share', '<andel|nyttjandegrad|riktpunkt|grad>|<fördelning'],
  ['remaining', '<återst|<kvar>|<kvarvarande|<kvarstå|<resterande|<rest>|disponibelt|<att finna'],
  ['costs', '(?<!enhets)(?<!netto)kostnad(?:er|en)?>|<kostn?\\.?>|bruttokostn|<utgift'],
  ['revenue', 'intäkt|<int\\.?>|<inkomst|<bidrag>'],
  ['net', '<netto|nettokostn|resultatutveckling'],
  ['total', '<totalt?>|<total(?:en|budget|utfall|prognos)>|projektbudget|<hela projektet|<projektet'],
  ['change', '<förändring|<ökning|<utveckling|<trend'],
  ['volume', 'volym|<antal|årsarbet|<årsplats|<timmar|<tim>|<platser|<placeringar|<brukare|<anställda|<dygn>|<vårddygn|<tjänster|<helårsplats|<ärenden|<personer|<elever|<barn i|<kunder|<beläggning|<bemanning'],
  ['volumeBased', '(?:utifrån|varav|därav) volym|volymeffekt|volymrelat|pga volym|p\\.?g\\.?a\\.? volym|på grund av volym|volymavvikelse i|effekt av volym|volym(?:kostnad|pris)'],
  ['target', '<mål>|målvärde|etappmål|målnivå|målsättning|<riktvärde|<måltal|målet>|<ambition'],
  ['current', 'nuläge|nuvärde|<senaste (?:värde|mätning|utfall)|<aktuellt värde|<läge>'],
  ['direction', 'riktning|<önskat läge|<önskad utveckling|<trend'],
  ['indicator', 'indikator|nyckeltal|<mätbara mål|<mått och mål|<mätetal|<kvalitetsmått|styrtal|<kpi|resultatmått'],
  ['unitCost', `enhetskostn|(?:dygns?|plats|årsplats|tim|brukar|ärende|styck)(?:kostn|pris)|(?:kostnad|pris|kr) ?(?:/|per) ?(?:${COUNTED})|resursmått|<à-?pris|<a-pris`],
  ['gender', '<män>|<kvinnor>|^kv$|^m$|^k$|<flickor>|<pojkar>|<man>|<kvinna>'],
  ['measure', '(?<!risk)(?:åtgärd(?:er|en|sförslag)?>|<aktivitet|besparings(?:förslag|åtgärd)|<förslag>|<insats(?:er)?>)(?!skrav)'],
  ['efficiency', '<effektivisering(?:ar)?>|<besparing(?:ar)?>|<rationalisering|<anpassning(?:ar)?>'],
  ['risk', '<risk'],
  ['riskMeasure', 'riskåtgärd'],
  ['description', 'beskrivning|<innebörd|<innehåll|<vad>'],
  ['situation', '<situation|<nuläge|<bakgrund|<problem'],
  ['analysis', '<analys|<orsak|förklaring till'],
  ['consequence', 'konsekvens|<påverkan'],
  ['start', '<start|fr\\.?o\\.?m|från och med|<påbörja|gäller från|<genomförs?>|<införs?>|<verkställ'],
  ['end', '<slut(?:datum|månad)?>|<klart?>|t\\.?o\\.?m\\.?>|färdig|<avslutas|<upphör|<deadline'],
  ['date', '<datum|datum>|<beslut(?:ad|at|sdatum)?>|<tidpunkt|<när>|<tidplan'],
  ['effect', 'effekt(?:er|en)?>|<ekonomisk (?:effekt|påverkan)|<belopp|<eff\\.?>'],
  ['fullYearEffect', 'helårs ?eff|effekt (?:på )?helår|full(?: års)? ?effekt|<helårs?effekt|effekt (?:per|/) år|helårsvärde|effekt fullt|besparing (?:på |per )?helår|helårs ?besparing'],
  ['saving', 'besparing|<sparbelopp|<sparas|minskad kostnad|kostnadsminskning'],
  ['planned', 'planerad|beslutad|<bedömd|beräknad|uppskattad|förväntad|budgeterad'],
  ['realised', 'realiser|uppnådd|hämta[td] hem|hemtag|<verklig|faktisk|genomförd (?:besp|eff)|<utfall|effekthemtag'],
  ['identified', '<identifiera'],
  ['followUp', 'uppföljning|^bedömning$'],
  ['probability', 'sannolikhet|<säkerhet'],
  ['ramp', 'infasning|<upptrappning|<inkörning'],
  ['oneOffCost', 'engångs|omställningskostn'],
  ['inForecast', '(?:ingår|med|inräkna\\p{L}*) i prognos|<i prognos'],
  ['requirement', '(?:åtgärds|spar|besparings|effektiviserings|anpassnings|resultat|budget)krav|<krav>|<beting>|sparbeting|besparingsbeting'],
  ['status', '<status|<besluts(?:läge|status)>|<läge>|<genomförd>|<fas>'],
  ['responsible', '<ansvarig|ansvarig>|<ägare|<handläggare|<kontaktperson>|<vem>'],
  ['comment', 'kommentar|<komm\\.?>|anmärkning|<notering|<not>|<noter>|<förklaring|<motivering|<orsak|<anm\\.?>'],
  ['unit', '<mått>|måttenhet|volymenhet|<sort>|<enhet>|<måttet|<mätenhet'],
  ['month', '<månad|<mån\\.?>'],
  ['year', '^(?:år|årtal)$'],
  ['area', '<område|verksamhetsområde|<avdelning|<sektor|<förvaltning>|<sakområde'],
  ['code', '<kod(?:er)?>|kod>|<nr\\.?>|<nummer>|nummer>|<id>|<vht>|<vhtkod|<löpnr|<#|inv\\.?nr'],
  ['text', '\\(t\\)|<text>|text>|<namn>|namn>|<benämning|benämning>|<klartext'],
  ['item', '<verksamhet(?:er)?>|<enhet(?:er)?>|<ansvar(?:senhet)?>|<konto(?:n|grupp|klass)?>|kostnadsslag|<intäkter ?/ ?kostnader|<projekt|<post(?:er)?>|resultaträkning|drift(?:s)?redovisning|<investering|<benämning|<nämnd|<område|verksamhetsområde|<avdelning|<kostnadsställe|<typ>|<kategori|<slag>|<personalkategori|<uppdrag|<satsning|<belopp i|<verksamhetsgren|<objekt|<program>|<bolag|<ändamål|<kön>|<boende'],
  ['responsibility', '^ansvar(?:skod|senhet)?(?: ?\\(?kod\\)?)?$|<ansv\\.?>|kostnadsställe|<kst>'],
  ['activity', '^(?:verksamhet(?:skod)?|vht|vh|verks\\.?)(?: ?\\(?kod\\)?)?$'],
  ['account', '^(?:bas)?konto(?:kod|nr)?(?: ?\\(?kod\\)?)?$|<kto>'],
  ['project', '^projekt(?:kod|nr)?$|<proj\\.?>'],
  ['object', '^objekt(?:kod)?$|^aktivitet(?:skod)?$|<obj\\.?>'],
  ['counterpart', 'motpart|<mp>|<motp>'],
  ['period', '^(?:redovisnings|bokförings)?period(?:en)?$|^(?:bokförings|ver(?:ifikations)?|transaktions)datum$'],
  ['amount', '<belopp|<saldo|<debet|<kredit'],
  ['credit', '<kredit'],
  ['voucher', '<ver\\.?(?:ifikat\\p{L}*)?(?:nr)?>|verifikat|<leverantör|<fakturan'],
  ['foreign', 'anskaffning|inköpsår|<anknytning|telefon|<mejl|e-?post|<adress|personnummer|<född|syss\\.?(?:elsättnings)?grad|<anställningsnr|<placering>|<skick>|<vecka|<lön>|<befattning|<lager|artikel|^elev$|<betyg>|<prov \\d|<(?:total)?poäng>'],
];

const COMPILED: readonly (readonly [Concept, RegExp])[] = WORDS.map(([concept, source]) => [
  concept,
  new RegExp(source.replace(/\(\?<([=!])/g, '\u0001$1').replaceAll('<', '(?<![\\p{L}\\d])').replace(/>/g, '(?![\\p{L}\\d])').replaceAll('\u0001', '(?<'), 'u'),
]);

const known = new Map<string, ReadonlySet<Concept>>();

/**
 * Everything that a heading speaks of. Example: "Avvikelse utfall helår mot budget i %" → variance, actual, budget, percent.
 * @param heading the text as it stands in the sheet
 */
export function readConcepts(heading: string): ReadonlySet<Concept> {
  const text = foldText(heading);
  const remembered = known.get(text);
  if (remembered) return remembered;
  const concepts = new Set(COMPILED.filter(([, words]) => words.test(text)).map(([concept]) => concept));
  // The memory is for headings, which are few; a ledger's cells are not to fill it.
  if (known.size < 20000) known.set(text, concepts);
  return concepts;
}

/** Words that are a heading only when little else stands beside them. */
const LABEL_NOUNS: ReadonlySet<Concept> = new Set<Concept>(['item', 'area', 'text', 'revenue', 'costs', 'net', 'volume', 'total', 'risk', 'situation', 'foreign', 'saving', 'efficiency', 'gender', 'change', 'object', 'start', 'end', 'code', 'realised', 'planned', 'share', 'effect', 'measure']);

/**
 * Whether a text by itself looks like a heading of one of our tables: it names a column ("Budget 2025", "Verksamhet, tkr", "Status"),
 * and is too short for a sentence.
 */
export function isHeadingText(text: string): boolean {
  if (text.length > 70) return false;
  const first = text.charCodeAt(0);
  if (first === 45 || (first >= 48 && first <= 57 && text.length > 24)) return false;
  const concepts = readConcepts(text);
  if (concepts.size === 0) return false;
  const words = foldText(text).split(' ').length;
  for (const concept of concepts) if (!LABEL_NOUNS.has(concept)) return words <= 9;
  return words <= 3;
}

/** Whether a cell text names what is counted, not a heading of a column: "Antal årsplatser", "Timmar", "Nettokostnad / dygn, kr". */
export function isVolumeUnit(text: string): boolean {
  if (text.length > 60) return false;
  const concepts = readConcepts(text);
  return concepts.has('volume') || concepts.has('unitCost') || /^(?:st|tim|h|procent|%|kr|tkr|mnkr|antal|andel|dagar|kunder|index|personer|gram|km)(?![\p{L}\d])/u.test(foldText(text));
}
