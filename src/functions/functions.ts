// The functions of the namespace VON. Every docstring is also the help in Excel and a help page; ids, names and the order of the
// parameters are permanent. The generator of the metadata needs plain function declarations without type aliases.
import { avvikelseCells, avvikelsePercentCells, changeCells, priceCells, targetStatusCells, unitCostCells, volumeCells } from './comparisonCells';
import { arseffektCells, forecastCells, helarseffektCells, resteffektCells } from './effectCells';
import { fordelaCells, numberCells, tieOutCells, toFindCells } from './planCells';
import { rolling12Cells, rolling12RatioCells, rolling12SeriesCells } from './rollingCells';

/**
 * Utan tredje argument gäller kostnader med minus. Står kostnader utan minus: skriv "plus". Ger avvikelsen mot budget, där plus är överskott och minus underskott.
 * @customfunction AVVIKELSE
 * @param budget Budget. Ett värde eller ett område.
 * @param utfall Utfall eller prognos att jämföra med. Ett värde eller ett område av samma form.
 * @param teckenregel "minus" om kostnader står med minus (gäller annars), "plus" om de står utan.
 * @returns Avvikelsen i samma enhet som budget och utfall. Tom cell om både budget och utfall är tomma; är bara det ena tomt räknas det som 0.
 * @errors #VÄRDEFEL! En text är inget tal, teckenregeln är okänd, områdena har olika form eller beloppen har olika enheter.
 * @example =VON.AVVIKELSE(-765,3;-827,9) → -62,6
 * @example =VON.AVVIKELSE(503,6;532,1;"plus") → -28,5
 */
export function avvikelse(budget: unknown[][], utfall: unknown[][], teckenregel?: unknown[][]): unknown[][] {
  return avvikelseCells(budget, utfall, teckenregel);
}

/**
 * Utan tredje argument gäller kostnader med minus. Står kostnader utan minus: skriv "plus". Ger avvikelsen som andel av budgetens storlek, där plus är överskott.
 * @customfunction AVVIKELSEPROCENT
 * @param budget Budget. Ett värde eller ett område.
 * @param utfall Utfall eller prognos att jämföra med. Ett värde eller ett område av samma form.
 * @param teckenregel "minus" om kostnader står med minus (gäller annars), "plus" om de står utan.
 * @returns Avvikelsen som andel: 0,05 är 5 %. Visa cellen som procent. Är både budget och utfall 0 blir svaret 0.
 * @errors #DIVISION/0! Budgeten är 0 men inte utfallet.
 * @errors #VÄRDEFEL! En text är inget tal, teckenregeln är okänd, områdena har olika form eller beloppen har olika enheter.
 * @example =VON.AVVIKELSEPROCENT(-500;-520) → -0,04
 */
export function avvikelseprocent(budget: unknown[][], utfall: unknown[][], teckenregel?: unknown[][]): unknown[][] {
  return avvikelsePercentCells(budget, utfall, teckenregel);
}

/**
 * Ger helårseffekten bakom ett års effekt: vad en åtgärd ger ett helt år när den är fullt införd.
 * @customfunction HELARSEFFEKT HELÅRSEFFEKT
 * @param effekt Effekten under året.
 * @param start Åtgärdens första dag, som datum. En månad som text, "2025-04", betyder dess första dag.
 * @param år Året som effekten gäller, till exempel 2025.
 * @param infasning Antal månader från start till full effekt. 0, 1 eller utelämnad: full effekt från start.
 * @returns Helårseffekten i samma enhet som effekten.
 * @errors #OGILTIGT! Åtgärden ger ingen effekt det året, så helårseffekten kan inte härledas.
 * @errors #VÄRDEFEL! Datumet, året eller infasningen är ogiltig, en text är inget tal eller områdena har olika form.
 * @example =VON.HELÅRSEFFEKT(2175;DATUM(2025;4;1);2025) → 2900
 */
export function helarseffekt(effekt: unknown[][], start: unknown[][], år: unknown[][], infasning?: unknown[][]): unknown[][] {
  return helarseffektCells(effekt, start, år, infasning);
}

/**
 * Ger vad en åtgärd ger under ett kalenderår: en tolftedel av helårseffekten per månad i kraft. Del av månad räknas i dagar.
 * @customfunction ARSEFFEKT ÅRSEFFEKT
 * @param helårseffekt Vad åtgärden ger ett helt år när den är fullt införd.
 * @param start Åtgärdens första dag, som datum. En månad som text, "2025-04", betyder dess första dag.
 * @param år Kalenderåret, till exempel 2025.
 * @param slut Åtgärdens sista dag, som räknas med. En månad som text betyder dess sista dag. Utelämnad: åtgärden fortsätter.
 * @param infasning Antal månader från start till full effekt. 0, 1 eller utelämnad: full effekt från start.
 * @returns Effekten under året i samma enhet som helårseffekten. 0 för ett år utan effekt.
 * @errors #VÄRDEFEL! Slut ligger före start, datumet, året eller infasningen är ogiltig, en text är inget tal eller områdena har olika form.
 * @example =VON.ÅRSEFFEKT(2900;DATUM(2025;4;1);2025) → 2175
 * @example =VON.ÅRSEFFEKT(2400;DATUM(2025;9;1);2025;;4) → 500
 */
export function arseffekt(helårseffekt: unknown[][], start: unknown[][], år: unknown[][], slut?: unknown[][], infasning?: unknown[][]): unknown[][] {
  return arseffektCells(helårseffekt, start, år, slut, infasning);
}

/**
 * Ger vad en åtgärd ger nästa år utöver det här årets effekt: årseffekten nästa år minus årseffekten i år.
 * @customfunction RESTEFFEKT
 * @param helårseffekt Vad åtgärden ger ett helt år när den är fullt införd.
 * @param start Åtgärdens första dag, som datum. En månad som text, "2025-04", betyder dess första dag.
 * @param år Det här året, till exempel 2025.
 * @param slut Åtgärdens sista dag, som räknas med. En månad som text betyder dess sista dag. Utelämnad: åtgärden fortsätter.
 * @param infasning Antal månader från start till full effekt. 0, 1 eller utelämnad: full effekt från start.
 * @returns Resteffekten i samma enhet som helårseffekten. Negativ om åtgärden ger mindre nästa år.
 * @errors #VÄRDEFEL! Slut ligger före start, datumet, året eller infasningen är ogiltig, en text är inget tal eller områdena har olika form.
 * @example =VON.RESTEFFEKT(2900;DATUM(2025;4;1);2025) → 725
 */
export function resteffekt(helårseffekt: unknown[][], start: unknown[][], år: unknown[][], slut?: unknown[][], infasning?: unknown[][]): unknown[][] {
  return resteffektCells(helårseffekt, start, år, slut, infasning);
}

/**
 * Ger summan eller medelvärdet av de tolv senast rapporterade månaderna. Tomma celler och nollor sist i serien räknas som ännu inte rapporterade.
 * @customfunction RULLANDE12
 * @param värden En månad per cell, äldst först, i en rad eller en kolumn.
 * @param metod "summa" (gäller annars) eller "medel".
 * @param tillåtNoll SANT om 0 inne i serien är ett riktigt värde. Annars räknas 0 som en saknad månad, eftersom Excel lämnar tomma celler som 0.
 * @returns Det rullande tolvmånadersvärdet i samma enhet som värdena.
 * @errors #SAKNAS! Färre än tolv månader är rapporterade, eller en av de tolv saknar värde. Felet anger vilken.
 * @errors #VÄRDEFEL! Metoden är okänd, en text är inget tal eller området är varken en rad eller en kolumn.
 * @example =VON.RULLANDE12({5;10;10;10;10;10;10;10;10;10;10;10;10}) → 120
 * @example =VON.RULLANDE12({10;10;10;10;10;10;10;10;10;10;10;22};"medel") → 11
 */
export function rullande12(värden: unknown[][], metod?: unknown[][], tillåtNoll?: unknown[][]): unknown[][] {
  return rolling12Cells(värden, metod, tillåtNoll);
}

/**
 * Ger en kvot över de tolv senast rapporterade månaderna: täljarnas summa delad med nämnarnas, inte medelvärdet av månadernas kvoter.
 * @customfunction RULLANDE12KVOT
 * @param täljare En månad per cell, äldst först, till exempel utförda timmar.
 * @param nämnare Lika många månader, till exempel beviljade timmar.
 * @param tillåtNoll SANT om 0 inne i serierna är ett riktigt värde. Annars räknas 0 som en saknad månad.
 * @returns Kvoten: 0,75 är 75 %. Visa cellen som procent.
 * @errors #SAKNAS! Färre än tolv månader är rapporterade, eller en av de tolv saknar värde i någon av serierna. Felet anger vilken.
 * @errors #DIVISION/0! Nämnarna summerar till 0.
 * @errors #VÄRDEFEL! Serierna är olika långa, en text är inget tal eller ett område är varken en rad eller en kolumn.
 * @example =VON.RULLANDE12KVOT({75;75;75;75;75;75;75;75;75;75;75;75};{100;100;100;100;100;100;100;100;100;100;100;100}) → 0,75
 */
export function rullande12kvot(täljare: unknown[][], nämnare: unknown[][], tillåtNoll?: unknown[][]): unknown[][] {
  return rolling12RatioCells(täljare, nämnare, tillåtNoll);
}

/**
 * Ger det rullande tolvmånadersvärdet för varje månad i serien. De elva första månaderna blir tomma, liksom månader som inte är rapporterade än.
 * @customfunction RULLANDE12SERIE
 * @param värden En månad per cell, äldst först, i en rad eller en kolumn.
 * @param metod "summa" (gäller annars) eller "medel".
 * @param tillåtNoll SANT om 0 inne i serien är ett riktigt värde. Annars räknas 0 som en saknad månad.
 * @returns Ett område av samma form som värdena.
 * @errors #SAKNAS! I varje månad där något av de tolv värdena saknas.
 * @errors #VÄRDEFEL! Metoden är okänd eller området är varken en rad eller en kolumn. En text som inget tal är ger felet i sin egen månad.
 * @example =VON.RULLANDE12SERIE({1;1;1;1;1;1;1;1;1;1;1;1;2}) → {"";"";"";"";"";"";"";"";"";"";"";12;13}
 */
export function rullande12serie(värden: unknown[][], metod?: unknown[][], tillåtNoll?: unknown[][]): unknown[][] {
  return rolling12SeriesCells(värden, metod, tillåtNoll);
}

/**
 * Ger en helårsprognos från utfallet hittills. Välj metod: "restbudget" följer budgeten resten av året, "linjär" fortsätter i samma takt, "säsong" följer förra årets mönster.
 * @customfunction HELARSPROGNOS HELÅRSPROGNOS
 * @param utfallAck Utfall från januari till och med månaden.
 * @param månad Den senaste månaden med utfall, 1–12.
 * @param årsbudget Budget för helåret. Används av "restbudget".
 * @param metod "restbudget" (gäller annars), "linjär" eller "säsong".
 * @param jämförelseAck För "restbudget": budget till och med månaden; utelämnad fördelas budgeten jämnt. För "säsong": förra årets utfall till och med samma månad.
 * @param jämförelseHelår För "säsong": förra årets utfall för helåret.
 * @returns Prognosen för helåret i samma enhet som utfallet.
 * @errors #VÄRDEFEL! Månaden är inte 1–12, metoden är okänd, en text är inget tal eller områdena har olika form.
 * @errors #DIVISION/0! Metoden är "säsong" och jämförelseAck är 0.
 * @errors #SAKNAS! Metoden är "säsong" och en jämförelse är utelämnad.
 * @example =VON.HELÅRSPROGNOS(7249;10;13299;"restbudget";4841) → 15707
 * @example =VON.HELÅRSPROGNOS(7249;10;13299;"linjär") → 8698,8
 */
export function helarsprognos(utfallAck: unknown[][], månad: unknown[][], årsbudget: unknown[][], metod?: unknown[][], jämförelseAck?: unknown[][], jämförelseHelår?: unknown[][]): unknown[][] {
  return forecastCells(utfallAck, månad, årsbudget, metod, jämförelseAck, jämförelseHelår);
}

/**
 * Ger den del av en avvikelse som beror på volymen, till budgeterat pris. Plus är bättre för nämnden.
 * @customfunction VOLYMAVVIKELSE
 * @param budgetkostnad Budgeterad kostnad, med eller utan minus.
 * @param budgetvolym Budgeterad volym: timmar, platser eller personer.
 * @param utfallsvolym Utfallets volym.
 * @returns Volymavvikelsen i samma enhet som kostnaden.
 * @errors #DIVISION/0! Budgetvolymen är 0.
 * @errors #VÄRDEFEL! En volym är negativ, en text är inget tal eller områdena har olika form.
 * @example =VON.VOLYMAVVIKELSE(-200;50;45) → 20
 */
export function volymavvikelse(budgetkostnad: unknown[][], budgetvolym: unknown[][], utfallsvolym: unknown[][]): unknown[][] {
  return volumeCells(budgetkostnad, budgetvolym, utfallsvolym);
}

/**
 * Ger den del av en avvikelse som beror på pris och effektivitet, vid utfallets volym. Plus är bättre. Tillsammans med volymavvikelsen blir den hela avvikelsen.
 * @customfunction PRISAVVIKELSE
 * @param budgetkostnad Budgeterad kostnad, med eller utan minus.
 * @param budgetvolym Budgeterad volym: timmar, platser eller personer.
 * @param utfallskostnad Utfallets kostnad, med samma tecken som budgeten.
 * @param utfallsvolym Utfallets volym.
 * @returns Prisavvikelsen i samma enhet som kostnaderna.
 * @errors #DIVISION/0! En volym är 0.
 * @errors #VÄRDEFEL! Kostnaderna har olika tecken eller enheter, en volym är negativ, en text är inget tal eller områdena har olika form.
 * @example =VON.PRISAVVIKELSE(-200;50;-189;45) → -9
 */
export function prisavvikelse(budgetkostnad: unknown[][], budgetvolym: unknown[][], utfallskostnad: unknown[][], utfallsvolym: unknown[][]): unknown[][] {
  return priceCells(budgetkostnad, budgetvolym, utfallskostnad, utfallsvolym);
}

/**
 * Ger kostnaden per enhet: kostnadens storlek delad med volymen.
 * @customfunction ENHETSKOSTNAD
 * @param kostnad Kostnaden, med eller utan minus.
 * @param volym Antal timmar, platser eller personer.
 * @returns Kostnad per enhet. Skriv i rubriken vad kostnaden omfattar.
 * @errors #DIVISION/0! Volymen är 0.
 * @errors #VÄRDEFEL! Volymen är negativ, en text är inget tal eller områdena har olika form.
 * @example =VON.ENHETSKOSTNAD(-1200000;2000) → 600
 */
export function enhetskostnad(kostnad: unknown[][], volym: unknown[][]): unknown[][] {
  return unitCostCells(kostnad, volym);
}

/**
 * Ger förändringen från ett värde till ett annat, som andel av det första värdets storlek.
 * @customfunction FORANDRING FÖRÄNDRING
 * @param från Värdet före, till exempel förra årets utfall.
 * @param till Värdet efter.
 * @returns Förändringen som andel: 0,05 är 5 %. Visa cellen som procent.
 * @errors #DIVISION/0! Värdet före är 0.
 * @errors #VÄRDEFEL! En text är inget tal, områdena har olika form eller beloppen har olika enheter.
 * @example =VON.FÖRÄNDRING(500;540) → 0,08
 */
export function forandring(från: unknown[][], till: unknown[][]): unknown[][] {
  return changeCells(från, till);
}

/**
 * Ger hur en indikator står mot sitt mål: "Når målet", "Nära målet" (inom 5 % av målet) eller "Når inte målet".
 * @customfunction MALSTATUS MÅLSTATUS
 * @param utfall Indikatorns värde.
 * @param mål Målvärdet, eller "Öka" eller "Minska" för ett mål i ord. Målet 0 nås bara av exakt 0.
 * @param riktning "hög" om ett högt värde är bra (gäller annars), "låg" om ett lågt är det.
 * @param föregående Föregående värde. Behövs för mål i ord; ett oförändrat värde når inte målet.
 * @returns Statusen som text. Tom cell om utfall eller mål är tomt.
 * @errors #SAKNAS! Målet står i ord men föregående värde saknas.
 * @errors #VÄRDEFEL! En text är inget tal eller mål i ord, riktningen är okänd eller områdena har olika form.
 * @example =VON.MÅLSTATUS(8,7;9,2;"låg") → "Når målet"
 * @example =VON.MÅLSTATUS(77;80) → "Nära målet"
 * @example =VON.MÅLSTATUS(0,79;"Öka";"hög";0,75) → "Når målet"
 */
export function malstatus(utfall: unknown[][], mål: unknown[][], riktning?: unknown[][], föregående?: unknown[][]): unknown[][] {
  return targetStatusCells(utfall, mål, riktning, föregående);
}

/**
 * Fördelar ett belopp efter vikter i hela enheter. Delarna summerar alltid till beloppet.
 * @customfunction FORDELA FÖRDELA
 * @param belopp Beloppet att fördela.
 * @param vikter Vikterna, i vilken skala som helst: procent, antal eller belopp.
 * @param enhet Minsta steg i delarna, till exempel 1 000. Utelämnad: 1.
 * @returns Ett område av samma form som vikterna. Är beloppet inte jämnt delbart med enheten får en av delarna resten.
 * @errors #DIVISION/0! Vikterna summerar till 0.
 * @errors #VÄRDEFEL! En vikt är negativ, enheten är inte större än 0, en text är inget tal eller beloppet är ett område.
 * @example =VON.FÖRDELA(21000;{66;23;6;5}) → {13860;4830;1260;1050}
 */
export function fordela(belopp: unknown[][], vikter: unknown[][], enhet?: unknown[][]): unknown[][] {
  return fordelaCells(belopp, vikter, enhet);
}

/**
 * Ger vad som är kvar att finna av ett åtgärdskrav: kravet minus åtgärdernas effekter, aldrig under 0.
 * @customfunction KVARATTFINNA
 * @param krav Åtgärdskravet, som ett positivt belopp.
 * @param effekter Effekterna av de åtgärder som räknas: beslutade, pågående och genomförda.
 * @returns Kvar att finna i samma enhet som kravet.
 * @errors #VÄRDEFEL! En text är inget tal eller beloppen har olika enheter.
 * @example =VON.KVARATTFINNA(4200;{2750;0;0}) → 1450
 */
export function kvarattfinna(krav: unknown[][], effekter: unknown[][]): unknown[][] {
  return toFindCells(krav, effekter);
}

/**
 * Prövar om en summa stämmer med sina delar: "OK", "Avrundning" (skillnaden kan komma av avrundning) eller "Fel".
 * @customfunction AVSTAM AVSTÄM
 * @param delar Delarna. Skriv en skillnad som delar med tecken.
 * @param summa Den summa som står i tabellen.
 * @param decimaler Antal decimaler som beloppen är avrundade till. Utelämnad: 0. Fler än 3 betyder oavrundade belopp.
 * @returns Bedömningen som text. Avrundning får vara högst en halv enhet av sista decimalen per del, plus en halv för summan, och används inte över 50 delar.
 * @errors #VÄRDEFEL! En text är inget tal, summan är ett område, decimalerna är ogiltiga eller beloppen har olika enheter.
 * @example =VON.AVSTÄM({44,5;35,1;12,9};92,4;1) → "Avrundning"
 * @example =VON.AVSTÄM({-41,7;43,6};3,7;1) → "Fel"
 */
export function avstam(delar: unknown[][], summa: unknown[][], decimaler?: unknown[][]): unknown[][] {
  return tieOutCells(delar, summa, decimaler);
}

/**
 * Ger talet i en text som är skriven på svenska: decimalkomma, mellanslag mellan tusental, minus i alla former, kr, tkr, mnkr eller %.
 * @customfunction TAL
 * @param text Texten. Ett tal lämnas som det är.
 * @returns Talet. Enheten tas bort utan att talet räknas om; procent blir andel: "79 %" ger 0,79. Tom cell, "–" och "-" ger tom cell.
 * @errors #VÄRDEFEL! Texten innehåller annat än ett tal, till exempel "2,9 miljoner kronor".
 * @example =VON.TAL("1 234,5 tkr") → 1234,5
 * @example =VON.TAL("79 %") → 0,79
 */
export function tal(text: unknown[][]): unknown[][] {
  return numberCells(text);
}

CustomFunctions.associate({
  AVVIKELSE: avvikelse,
  AVVIKELSEPROCENT: avvikelseprocent,
  HELARSEFFEKT: helarseffekt,
  ARSEFFEKT: arseffekt,
  RESTEFFEKT: resteffekt,
  RULLANDE12: rullande12,
  RULLANDE12KVOT: rullande12kvot,
  RULLANDE12SERIE: rullande12serie,
  HELARSPROGNOS: helarsprognos,
  VOLYMAVVIKELSE: volymavvikelse,
  PRISAVVIKELSE: prisavvikelse,
  ENHETSKOSTNAD: enhetskostnad,
  FORANDRING: forandring,
  MALSTATUS: malstatus,
  FORDELA: fordela,
  KVARATTFINNA: kvarattfinna,
  AVSTAM: avstam,
  TAL: tal,
});
