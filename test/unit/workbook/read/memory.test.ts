import type { CellValue } from '../../../../src/workbook/grid';
import { rememberTable, recallTable, type RememberedTable } from '../../../../src/workbook/read/memory';
import { readReport, readWorkbookSteps } from '../../../../src/workbook/read/readWorkbook';
import type { TableDraft } from '../../../../src/workbook/read/tableDraft';
import { buildGrid, buildWorkbook } from '../../../support/gridBuilder';

type Rows = readonly (readonly CellValue[])[];

const october: Rows = [
  ['Verksamhet (tkr)', 'Budget 2024', 'Utfall okt 2024', 'Prognos okt 2024', 'Avvikelse prognos'],
  ['Hemtjänst', -21300, -18210, -22710, -1410],
  ['Särskilt boende', -30130, -25060, -30760, -630],
  ['Daglig verksamhet', -6870, -5590, -6700, 170],
  ['Totalt', -58300, -48860, -60170, -1870],
];

const workbookOf = (rows: Rows, name = 'Drift') => buildWorkbook(buildGrid(rows.map((row) => [...row]), { name }));

/** What is recalled of the only table of a sheet. */
function recall(rows: Rows, memory: readonly RememberedTable[], name?: string) {
  const drafts: TableDraft[] = [];
  const steps = readWorkbookSteps(workbookOf(rows, name), (draft) => {
    drafts.push(draft);
    return {};
  });
  while (!steps.next().done);
  const [draft] = drafts;
  if (draft === undefined) throw new Error('No table was read.');
  return recallTable(draft, memory);
}

function remember(correction: Parameters<typeof rememberTable>[1]): RememberedTable {
  const [table] = readReport(workbookOf(october)).tables;
  if (table === undefined) throw new Error('No table was read.');
  return rememberTable(table, correction, '2024-11-05T10:00:00.000Z');
}

describe('recallTable', () => {
  it('knows the table again where rows and columns have moved and the sheet is renamed', () => {
    const moved: Rows = [['Uppföljning'], [], ...october.map(([label = null, ...figures]) => [label, null, ...figures])];
    const recalled = recall(moved, [remember({ signRule: 'costs-negative', columns: { D: 'forecast' } })], 'Drift nov');
    expect(recalled?.correction).toMatchObject({ signRule: 'costs-negative', columns: { E: 'forecast' } });
    expect(recalled?.moved).toEqual([]);
  });

  it("points out a new month's headings, also where nothing was corrected", () => {
    const november = october.map((row) => row.map((cell) => (typeof cell === 'string' ? cell.replace('okt', 'nov') : cell)));
    expect(recall(november, [remember({})])?.moved).toEqual([
      { column: 'C', before: 'Utfall okt 2024', now: 'Utfall nov 2024' },
      { column: 'D', before: 'Prognos okt 2024', now: 'Prognos nov 2024' },
    ]);
  });

  it('takes a column that stood there before for no successor of another', () => {
    const remembered = { ...remember({}), headers: ['Verksamhet (tkr)', 'Budget 2024', 'Prognos aug', 'Prognos okt', 'Avvikelse prognos'], readAs: { 'Prognos aug': 'forecast', 'Prognos okt': 'forecast' } as const };
    const [head = [], ...rest] = october;
    expect(recall([[head[0] ?? null, 'Budget 2024', 'Prognos aug', 'Prognos dec', 'Avvikelse prognos'], ...rest], [remembered])?.moved).toEqual([{ column: 'D', before: 'Prognos okt', now: 'Prognos dec' }]);
  });

  it('applies nothing to a table with other headings', () => {
    const other: Rows = [['Projekt', 'Ram', 'Upparbetat', 'Bedömd slutkostnad'], ['Larm', 2000, 1800, 2100], ['Inventarier', 800, 350, 800], ['Summa', 2800, 2150, 2900]];
    expect(recall(other, [remember({ signRule: 'costs-positive' })])).toBeNull();
  });

  it('tells two tables of the same headings apart by their labels', () => {
    const [head = [], ...rest] = october;
    const units: Rows = [head, ['Enhet Norr', -100, -90, -110, -10], ['Enhet Söder', -200, -170, -190, 10], ['Enhet Öst', -300, -260, -330, -30]];
    const [table] = readReport(workbookOf(units, 'Enheter')).tables;
    if (table === undefined) throw new Error('No table was read.');
    const memory = [remember({ unit: 'tkr' }), rememberTable(table, { unit: 'kr' }, '2024-11-05T10:00:00.000Z')];
    expect(recall([head, ...rest], memory, 'Blad')?.correction.unit).toBe('tkr');
    expect(recall(units, memory, 'Blad')?.correction.unit).toBe('kr');
  });
});
