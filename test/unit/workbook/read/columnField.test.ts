import type { CellValue } from '../../../../src/workbook/grid';
import { draftTables } from '../../../../src/workbook/read/draftTables';
import type { DraftColumn } from '../../../../src/workbook/read/tableDraft';
import { buildGrid } from '../../../support/gridBuilder';
import { runSteps } from '../../../support/runSteps';

const columnsOf = (headings: readonly CellValue[], rows: readonly (readonly CellValue[])[], formats: Readonly<Record<string, string>> = {}): readonly DraftColumn[] => runSteps(draftTables(buildGrid([headings, ...rows], { formats })))[0]?.columns ?? [];
const budgetRows = (count: number): CellValue[][] => ['Norr', 'Söder', 'Väster'].map((name, row) => [name, ...Array.from({ length: count }, (_, column) => 1200 + row * 310 + column * 17)]);

describe('readColumnField', () => {
  it.each([
    ['budget', 'Årsbudget'],
    ['budget', 'Budgetram'],
    ['budget', 'Kommunbidrag 2025'],
    ['budgetToDate', 'Budget jan-aug'],
    ['budgetToDate', 'Ack budget'],
    ['actual', 'Utfall helår'],
    ['actualToDate', 'Periodutfall'],
    ['actualToDate', 'Redovisat t.o.m. aug'],
    ['previous', 'Bokslut 2024'],
    ['previous', 'Föregående år'],
    ['forecast', 'Helårsprognos'],
    ['forecast', 'Förväntat utfall'],
    ['variance', 'bu-utfall'],
    ['variance', 'Bud-prog'],
    ['variance', 'Ram − utfall'],
    ['variance', 'Överdrag (+) / underskridande (−)'],
    ['other', 'Dygnskostnad prognos (kr)'],
    ['variance', 'Över-/\nunderskott'],
    ['variance', 'Prognos – budget'],
    ['variance', 'Diff'],
    ['variancePercent', 'Avvikelse i %'],
    ['share', 'Förbrukat %'],
    ['share', 'Utfall_proc'],
    ['remaining', 'Återstår'],
    ['remaining', 'Kvar av budget'],
    ['budgetChange', 'Tilläggsbudget'],
    ['budgetChange', 'Budgetjusteringar'],
    ['other', 'Förändring mot föregående prognos'],
  ])('reads %s from “%s” beside budget and forecast', (field, heading) => {
    expect(columnsOf(['Verksamhet', heading, 'Budget', 'Prognos'], budgetRows(3))[1]).toMatchObject({ field, confidence: 'sure' });
  });

  it('takes numbers of the rows before the names for no label', () => {
    const columns = columnsOf(['Rad', 'Driftbudget', 'Ram', 'Prognos', 'Avvikelse'], [[1, 'Norr', 100, 110, -10], [2, 'Söder', 200, 190, 10], [3, 'Väster', 310, 300, 10]]);
    expect(columns.map(({ field }) => field)).toEqual(['other', 'label', 'budget', 'forecast', 'variance']);
    expect(columnsOf(['Plats', 'Kst', 'Enhet', 'Budget', 'Prognos'], [[1, 74120, 'Norr', 100, 110], [2, 74310, 'Söder', 200, 190], [3, 75110, 'Väster', 310, 300]]).map(({ field }) => field)).toEqual(['other', 'code', 'label', 'budget', 'forecast']);
  });

  it('takes counts beside money for counts', () => {
    expect(columnsOf(['Insats', 'Budget', 'Utfall', 'Avvikelse', 'Antal brukare budget', 'Antal brukare utfall'], budgetRows(5)).map(({ field }) => field)).toEqual(['label', 'budget', 'actual', 'variance', 'volumeBudget', 'volumeActual']);
  });

  it('takes a name that stands once for several rows for their area', () => {
    const rows = [['Hemvård', 'Intäkter', 10, 11], ['', 'Kostnader', -50, -52], ['', 'Netto', -40, -41], ['Boende', 'Intäkter', 20, 21], ['', 'Kostnader', -90, -91], ['', 'Netto', -70, -70]];
    expect(columnsOf(['Verksamhet', '', 'Budget', 'Prognos'], rows).map(({ field }) => field)).toEqual(['area', 'label', 'budget', 'forecast']);
  });

  it('takes totals by year beside women and men for outcomes', () => {
    expect(columnsOf(['Sjukfrånvaro', 'Kvinnor', 'Män', 'Totalt jan-aug 2026', 'Mål 2026'], budgetRows(4)).map(({ field }) => field)).toEqual(['label', 'actual', 'actual', 'actual', 'target']);
  });

  it('takes the sum of some months for outcome to date, of twelve for the year’s', () => {
    const months = ['jan', 'feb', 'mar', 'apr', 'maj', 'jun', 'jul', 'aug', 'sep', 'okt', 'nov', 'dec'];
    expect(columnsOf(['Enhet', ...months.slice(0, 3), 'Summa', 'Budget'], budgetRows(5))[4]?.field).toBe('actualToDate');
    expect(columnsOf(['Enhet', ...months, 'Summa', 'Budget'], budgetRows(14))[13]?.field).toBe('actual');
  });

  it('goes by the lowest heading where two levels speak of amounts', () => {
    const columns = columnsOf(['', 'Perioden', '', 'Helårsprognos', '', ''], [['Ansvar', 'Budget', 'Utfall', 'Budget', 'Prognos', 'Avvikelse'], ...budgetRows(5)]);
    expect(columns.map((column) => column.field)).toEqual(['label', 'budgetToDate', 'actualToDate', 'budget', 'forecast', 'variance']);
  });

  it('compares the latest decided budget and names the one before', () => {
    const columns = columnsOf(['Verksamhet', 'Ursprunglig budget', 'Tilläggsbudget', 'Reviderad budget', 'Utfall'], budgetRows(4));
    expect(columns.map((column) => column.field)).toEqual(['label', 'budgetOriginal', 'budgetChange', 'budget', 'actual']);
  });

  it('takes an outcome with a month for outcome to date, unless another column says that it is', () => {
    expect(columnsOf(['Verksamhet', 'Budget okt', 'Utfall okt'], budgetRows(2)).map((column) => column.field)).toEqual(['label', 'budgetToDate', 'actualToDate']);
    expect(columnsOf(['Verksamhet', 'Utfall okt', 'Ack utfall', 'Budget'], budgetRows(3)).map((column) => column.field)).toEqual(['label', 'month', 'actualToDate', 'budget']);
  });

  it('reads counts as volumes and money beside them as money', () => {
    const columns = columnsOf(['Placering', 'Antal dygn budget', 'Antal dygn utfall', 'Kostnad budget (tkr)', 'Kostnad utfall (tkr)'], budgetRows(4));
    expect(columns.map((column) => column.field)).toEqual(['label', 'volumeBudget', 'volumeActual', 'budget', 'actual']);
  });

  it('reads the columns of measures', () => {
    const columns = columnsOf(
      ['Nr', 'Område', 'Åtgärd', 'Beskrivning', 'Startdatum', 'Slutdatum', 'Ansvarig', 'Effekt 2025', 'Helårseffekt', 'Sannolikhet', 'Engångskostnad', 'Ingår i prognos', 'Status', 'Uppföljning'],
      [[1, 'Norr', 'Planering', 'En grupp', 45700, 45900, 'Chef', 100, 200, 0.8, 10, 'Ja', 'Pågår', 'Följs upp'], [2, 'Söder', 'Resor', 'Ny rutt', 45700, '', 'Chef', 50, 60, 0.5, '', 'Nej', 'Klar', 'Klart']],
      { 'E2:F3': 'yyyy-mm-dd' },
    );
    expect(columns.map((column) => column.field)).toEqual(['code', 'area', 'measure', 'description', 'start', 'end', 'responsible', 'effectYear', 'effectFullYear', 'probability', 'oneOffCost', 'inForecast', 'status', 'followUp']);
  });

  it('tells a column of codes, whose figures must not be summed', () => {
    expect(columnsOf(['Vht', 'Verksamhet', 'Budget', 'Utfall'], [[510, 'Hemtjänst', 100, 110], [520, 'Boende', 200, 190]]).map((column) => column.field)).toEqual(['code', 'label', 'budget', 'actual']);
  });

  it('takes whole amounts under a heading that names a place for amounts, unless names stand beside them', () => {
    expect(columnsOf(['Kommun', 'Boende', 'Hemtjänst', 'Mål 2025'], [['Norr', 1048200, 312400, 40], ['Söder', 987600, 289100, 41]])[1]?.field).not.toBe('code');
    expect(columnsOf(['Rad', 'Enhet', 'Namn', 'Budget', 'Utfall'], [['a', 7310, 'Norr', 100, 110], ['b', 7320, 'Söder', 200, 190]])[1]?.field).toBe('code');
  });

  it('reads savings of one year and of a whole year as effects where both are given', () => {
    const columns = columnsOf(['Aktivitet', 'Införs från', 'Besparing 2026', 'Besparing helår', 'Beslutsläge', 'Bedömning'], [['Planering', 46143, 100, 150, 'Beslutad', 'Grön'], ['Resor', 46143, 50, 75, 'Förslag', 'Gul']], { 'B2:B3': 'yyyy-mm-dd' });
    expect(columns.map(({ field }) => field)).toEqual(['measure', 'start', 'effectYear', 'effectFullYear', 'status', 'followUp']);
  });

  it('asks where a column of figures in a budget says nothing', () => {
    expect(columnsOf(['Verksamhet', 'Budget', 'Utfall', 'Zzz'], budgetRows(3))[3]).toMatchObject({ field: 'other', confidence: 'ask' });
  });

  it('gives a reason for each column', () => {
    expect(columnsOf(['Verksamhet', 'Budget', 'Utfall'], budgetRows(2)).map((column) => column.reason)).toEqual(['Kolumnen benämner raderna', 'Rubriken säger budget', 'Rubriken säger utfall']);
  });
});
