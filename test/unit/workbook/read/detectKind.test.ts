import type { CellValue } from '../../../../src/workbook/grid';
import type { TableKind } from '../../../../src/workbook/report';
import { draftTables } from '../../../../src/workbook/read/draftTables';
import { buildGrid } from '../../../support/gridBuilder';
import { runSteps } from '../../../support/runSteps';

/** A title, the headings and rows of the given cells. */
const kindOf = (title: string, headings: readonly CellValue[], ...rows: readonly (readonly CellValue[])[]): TableKind | undefined => runSteps(draftTables(buildGrid([[title], [], headings, ...rows])))[0]?.kind;

const names = ['Norr', 'Söder', 'Väster'];
const figures = (count: number): CellValue[][] => names.map((name, row) => [name, ...Array.from({ length: count }, (_, column) => 1200 + row * 310 + column * 7)]);

describe('detectKind', () => {
  it.each<readonly [TableKind, string, readonly CellValue[], readonly (readonly CellValue[])[]]>([
    ['budget', 'Drift', ['Verksamhet', 'Budget', 'Prognos', 'Avvikelse'], figures(3)],
    ['budget', 'Drift', ['Tkr', 'Progn', 'Bu', '+/-'], figures(3)],
    ['budget', 'Särskilda satsningar', ['Satsning', 'Budget 2025', 'Utfall'], figures(2)],
    ['budget', 'Nettokostnadsutveckling, tkr', ['Verksamhet', '2022', '2023', '2024'], figures(3)],
    ['budget', 'Externa medel, tkr', ['Projekt', 'Bidrag', 'Kostnad', 'Netto'], figures(3)],
    ['budget', 'Tilläggsbudget, tkr', ['Verksamhet', 'Ursprunglig budget', 'Ombudgetering', 'Aktuell budget'], figures(3)],
    ['budget', 'Statsbidrag, tkr', ['Bidrag', 'Beviljat belopp', 'Förbrukat t.o.m. sep', 'Kvar att förbruka'], figures(3)],
    ['budget', 'Ersättning', ['Utförare', 'Timmar budget', 'Timmar utfall', 'Budget (tkr)', 'Utfall (tkr)', 'Budget kr/tim', 'Utfall kr/tim'], figures(6)],
    ['indicators', 'Andel positiva svar (%)', ['Fråga', 'Kvinnor 2024', 'Män 2024', 'Kvinnor 2025', 'Män 2025'], figures(4)],
    ['ledger', 'Huvudbok', ['Datum', 'Ver.nr', 'Text', 'Debet', 'Kredit'], [[45658, 'V12', 'Humana', 110.5, null], [45659, 'V13', 'Nytida', null, 95.25]]],
    ['other', 'Kurs', ['Elev', 'Prov 1', 'Totalpoäng', 'Mål', 'Betyg'], [['A', 14, 60, 50, 'C'], ['B', 21, 71, 50, 'B']]],
    ['budget', 'Insatser', ['Insats', 'Budget jan–sep', 'Utfall jan–sep', 'Avvikelse'], figures(3)],
    ['volumes', 'Uppföljning', ['Volym', 'Budget', 'Utfall', 'Diff'], figures(3)],
    ['volumes', 'Antal årsarbetare', ['Enhet', 'Utfall 2023', 'Utfall 2024', 'Budget 2025'], figures(3)],
    ['volumes', '', ['Verksamhet', 'Mått', 'Utfall 2024', 'Budget 2025'], [['Boende', 'Antal platser', 40, 41], ['Hemtjänst', 'Timmar', 4100, 4200]]],
    ['indicators', 'Mål', ['Indikator', 2022, 2023, 'Målvärde 2028'], figures(3)],
    ['indicators', '', ['Nyckeltal, resursmått', 'Utfall 2023', 'Utfall 2024'], figures(2)],
    ['indicators', 'Kvalitet', ['Område', 'Nuläge', 'Mål'], [['Trygghet', '79 %', 'Öka'], ['Bemötande', '95 %', '96 %']]],
    ['indicators', 'Kostnad per brukare', ['Verksamhet', '2023 kr', '2024 kr'], figures(2)],
    ['budget', 'Nettokostnad per ansvar (tkr)', ['Ansvar', 'Utfall 2023', 'Utfall 2024'], figures(2)],
    ['volumes', 'Årsarbetare', ['Personalgrupp', 'Dec 2023', 'Dec 2024', 'Aug 2025'], figures(3)],
    ['measures', '', ['Åtgärd', 'Beskrivning', 'Effekt 2025', 'Helårseffekt', 'Status'], [['Planering', 'En grupp', 100, 200, 'Pågår'], ['Resor', 'Ny rutt', 50, 60, 'Klar']]],
    ['measures', '', ['Verksamhet', 'Situation', 'Analys', 'Åtgärd', 'Konsekvens'], [['Norr', 'Underskott', 'Konsulter', 'Inga konsulter', 'Mer arbete'], ['Söder', 'Underskott', 'Volym', 'Översyn', 'Färre timmar']]],
    ['measures', '', ['Datum', 'Besparingsåtgärd', 'Bedömd besparing', 'Bedömd effekt'], [['2024-feb', 'Schema', 1100, '-'], ['2024-feb', 'Natt', 900, 100]]],
    ['measures', '', ['Åtgärd', 'Effektivisering', 'Uppskattad effekt 2018'], [['Digital tillsyn', 9, 6], ['Matlådor', '-', '-'], ['Städ', 2, 1]]],
    ['measures', 'tkr', ['Åtgärd', 2025, 2026], [['Digital tillsyn', 900, 1600], ['Matlådor', 300, 500]]],
    ['measures', '', ['Förslag', 'Belopp 2026', 'Belopp 2027', 'Konsekvens för brukare'], [['Stänga träffpunkt', -800, -1200, 'Färre aktiviteter'], ['Höjd avgift', -300, -300, 'Dyrare för den enskilde']]],
    ['requirements', '', ['Verksamhet', 'Sparkrav', 'Identifierat'], figures(2)],
    ['series', '', ['Tid', 'jan', 'feb', 'mar', 'apr'], figures(4)],
    ['ledger', '', ['Ansvar', 'Konto', 'Period', 'Belopp'], [['0510', '5010', '202501', 110.5], ['0510', '5020', '202502', 95.25]]],
    ['other', '', ['Namn', 'Befattning', 'Syss.grad', 'Lön'], [['A', 'Chef', 1, 45000], ['B', 'Vikarie', 0.5, 27000]]],
    ['other', '', ['Benämning', 'Antal', 'Inköpsår', 'Anskaffningsvärde (kr)'], figures(3)],
    ['other', '', ['Risk', 'Riskvärde', 'Riskåtgärd', 'Status'], [['Brand', 4, 'Övning', 'Klar'], ['Avbrott', 6, 'Reserv', 'Pågår']]],
    ['other', '', ['Brist', 'Åtgärd', 'Ansvarig', 'Status'], [['Dörr', 'Byt', 'A', 'Klar'], ['Lampa', 'Laga', 'B', 'Klar']]],
    ['other', '', ['Datum', 'Enhet', 'Avvikelse', 'Åtgärd'], [[45700, 'Norr', 'Fall', 'Larm'], [45711, 'Söder', 'Läkemedel', 'Rutin']]],
    ['other', '', ['Fakturanr', 'Leverantör', 'Belopp', 'Konto'], [['1001', 'A AB', 120.5, '5010'], ['1002', 'B AB', 80, '6010']]],
    ['other', '', ['Item', 'Q1', 'Q2', 'Total'], figures(3)],
  ])('tells %s (%s: %j)', (kind, title, headings, rows) => {
    expect(kindOf(title, headings, ...rows)).toBe(kind);
  });
});
