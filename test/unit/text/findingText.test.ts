import { findingText } from '../../../src/text/findingText';
import type { Finding, FindingCode } from '../../../src/workbook/report';

const at = (finding: Partial<Finding> & { readonly code: FindingCode }): Finding => ({ severity: 'error', sheet: 'Drift', cell: 'E17', ...finding });

describe('findingText', () => {
  it.each<[string, Finding]>([
    ['Avvikelsen stämmer inte: −3,7 står i cellen, utfall − budget ger −1,9.', at({ code: 'variance-mismatch', printed: -3.7, expected: -1.9, basis: { operation: 'difference', cells: ['D17', 'C17'], words: ['utfall', 'budget'] } })],
    ['Summan stämmer inte: −43,6 står i cellen, summan av E4:E6 ger −45,3. Följer av E17 och stämmer när den är rättad.', at({ code: 'sum-mismatch', cell: 'E19', printed: -43.6, expected: -45.3, cause: 'Drift!E17', basis: { operation: 'sum', cells: ['E4', 'E5', 'E6'] } })],
    ['Summan behöver kontrolleras: 55 står i cellen, summan av D3, D5 och D7 ger 65.', at({ code: 'sum-mismatch', severity: 'warning', printed: 55, expected: 65, basis: { operation: 'sum', cells: ['D3', 'D5', 'D7'] } })],
    ['Nettot stämmer inte: −7\u00a0674 står i cellen, nettot av F13 och G13 ger −7\u00a0764. Två siffror är troligen omkastade.', at({ code: 'sum-mismatch', printed: -7674, expected: -7764, basis: { operation: 'net', cells: ['F13', 'G13'], likely: 'swapped-digits' } })],
    ['Rad 22 ligger utanför summan: 507\u00a0586 står i cellen, med raden blir summan 508\u00a0607. Ta med raden i summan.', at({ code: 'row-outside-sum', printed: 507586, expected: 508607, basis: { operation: 'sum', cells: [], likely: 'row-outside-sum', row: 22 } })],
    ['Procenten stämmer inte: −12,4 % står i cellen, beräkningen ur D7 och B7 ger −18,9 %.'.replaceAll(' %', '\u00a0%'), at({ code: 'percent-mismatch', printed: -0.124, expected: -0.18933, basis: { operation: 'ratio', cells: ['D7', 'B7'] } })],
    ['Fel tecken: −1\u00a0600 står i cellen, budget − prognos ger 1\u00a0600. Vänd tecknet.', at({ code: 'sign-mismatch', printed: -1600, expected: 1600, basis: { operation: 'difference', cells: ['D12', 'H12'], words: ['budget', 'prognos'], likely: 'sign-turned' } })],
    ['Tecknet skiljer sig från resten av raden: 326 står i cellen. Kontrollera om det ska vara −326.', at({ code: 'sign-mismatch', severity: 'warning', printed: 326, expected: -326, basis: { operation: 'sign', cells: [], likely: 'sign-turned' } })],
    ['Effekten stämmer inte med startmånaden: 629 står i cellen, start i april 2023 ger 707,3. 629 stämmer med maj 2023. Ändra effekten eller starten.', at({ code: 'effect-mismatch', severity: 'warning', printed: 629, expected: 707.25, basis: { operation: 'effect', cells: [], words: ['april 2023', 'maj 2023'] } })],
    ['Två tabeller skiljer sig: 11,7 står i cellen, −11,7 i Drift!E9. Tecknet är troligen omvänt.', at({ code: 'cross-table-mismatch', sheet: 'Volymer', printed: 11.7, expected: -11.7, basis: { operation: 'same', cells: ['Drift!E9'], likely: 'sign-turned' } })],
    ['Två tabeller skiljer sig: −827,9 står i cellen, −832,1 i Områden!I11. Kontrollera om de ska vara lika.', at({ code: 'cross-table-mismatch', severity: 'warning', printed: -827.9, expected: -832.1, basis: { operation: 'same', cells: ['Områden!I11'] } })],
    ['Talet är lagrat som text: ”71%” läses som 71\u00a0%, men formler räknar det som 0. Gör om cellen till ett tal.', at({ code: 'text-number', severity: 'warning', printed: 0.71, basis: { operation: 'text', cells: [], words: ['71%'] } })],
    ['Talen i C4:C9 är lagrade som text. Formler räknar dem som 0. Gör om dem till tal om de ska summeras.', at({ code: 'text-number', severity: 'info', cell: 'C4:C9' })],
    ['En månad saknas: november 2024. En saknad månad räknas inte som noll. Fyll i värdet eller lägg till månaden.', at({ code: 'missing-month', severity: 'warning', basis: { operation: 'series', cells: [], words: ['november 2024'] } })],
    ['Teckenregeln går inte att avgöra: inget i tabellen visar om kostnader står med eller utan minus. Välj teckenregel för tabellen.', at({ code: 'sign-rule-uncertain', severity: 'warning' })],
    ['Enheten saknas: varken rubriker, titel eller talformat säger om beloppen är kr, tkr eller mnkr. Välj enhet för tabellen.', at({ code: 'unit-unknown', severity: 'warning' })],
    ['Talet är ungefär 1\u00a0000 gånger större eller mindre än liknande tal: 660\u00a0285 står i cellen. Kontrollera enheten.', at({ code: 'unit-unknown', severity: 'warning', printed: 660285, expected: null, basis: { operation: 'sign', cells: [], likely: 'factor-1000' } })],
    ['Rubriken är oklar: ”Utf.”. Välj vad kolumnen innehåller.', at({ code: 'header-uncertain', severity: 'warning', printed: 'Utf.', basis: { operation: 'text', cells: [], words: ['Utf.'] } })],
    ['Cellen visar ett fel: #SAKNAS!. Rätta formeln eller skriv in värdet.', at({ code: 'cell-error', printed: '#N/A' })],
    ['Avrundning: 92,4 står i cellen, summan av B5:B7 ger 92,5. Skillnaden ryms i avrundade tal.', at({ code: 'sum-mismatch', severity: 'rounding', printed: 92.4, expected: 92.5, basis: { operation: 'sum', cells: ['B5', 'B6', 'B7'] } })],
  ])('says "%s"', (sentence, finding) => {
    expect(findingText(finding)).toBe(sentence);
  });
});
