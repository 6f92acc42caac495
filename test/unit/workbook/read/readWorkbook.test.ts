import fc from 'fast-check';
import type { SheetGrid } from '../../../../src/workbook/grid';
import { columnIndex } from '../../../../src/workbook/address';
import { isDateFormat } from '../../../../src/workbook/read/cellKind';
import { readReport, readWorkbookSteps } from '../../../../src/workbook/read/readWorkbook';
import type { ReportTable } from '../../../../src/workbook/report';
import * as example from '../../../support/exampleSheets';
import { buildGrid, buildWorkbook } from '../../../support/gridBuilder';
import { syntheticBudget } from '../../../support/syntheticBudget';
import { combineGrids, hideRows, insertBlankColumns, insertBlankRows, mapValues, moveGrid, repeatRows, swedishText, unmerge, withoutStyles } from '../../../support/mutateGrid';

const tablesOf = (grid: SheetGrid): readonly ReportTable[] => readReport(buildWorkbook(grid)).tables;

/** What must stay when a sheet is laid out otherwise: everything but places. */
const meaning = (grid: SheetGrid): unknown =>
  tablesOf(grid).map((table) => ({
    kind: table.kind,
    unit: table.unit,
    signRule: table.signRule,
    columns: table.columns.map(({ header, field, year, part }) => ({ header, field, year, part })),
    rows: table.rows.filter((row) => row.kind !== 'note').map(({ label, code, kind, variance }) => ({ label, code, kind, variance })),
  }));

const sheets: readonly (readonly [string, () => SheetGrid, ReportTable['kind'][]])[] = [
  ['a budget with sections', example.driftPerVerksamhet, ['budget']],
  ['a budget under three heading rows', example.threeHeadingRows, ['budget']],
  ['a budget and volumes side by side', example.sideBySide, ['budget', 'volumes']],
  ['measures', example.measures, ['measures']],
  ['indicators', example.indicators, ['indicators']],
  ['a series with months as rows', example.monthRows, ['series']],
  ['a series with months as columns', example.monthColumns, ['series']],
  ['a ledger', () => example.ledger(), ['ledger']],
  ['a staff list', example.staffList, ['other']],
  ['a table of risks', example.riskTable, ['other']],
];

const headerBottom = (grid: SheetGrid): number => (tablesOf(grid)[0]?.headerRows.at(-1) ?? 1) - 1;

describe('readReport', () => {
  it.each(sheets)('tells the kind of %s', (_name, build, kinds) => {
    expect(tablesOf(build()).map((table) => table.kind)).toEqual(kinds);
  });

  describe.each(sheets)('reads %s as before', (_name, build) => {
    const before = meaning(build());

    it('when it starts elsewhere', () => {
      expect(meaning(moveGrid(build(), 6, 3))).toEqual(before);
    });

    it('when merging and styles are lost', () => {
      expect(meaning(withoutStyles(unmerge(build())))).toEqual(before);
    });

    it('when a blank row follows the heading', () => {
      const grid = build();
      expect(meaning(insertBlankRows(grid, [headerBottom(grid) + 1]))).toEqual(before);
    });

    it('when a blank row stands in the middle', () => {
      const grid = build();
      expect(meaning(insertBlankRows(grid, [headerBottom(grid) + 3]))).toEqual(before);
    });

    it('when a row is hidden', () => {
      const grid = build();
      expect(meaning(hideRows(grid, [headerBottom(grid) + 2]))).toEqual(before);
    });

    it('when the names of the sheet and the file say nothing', () => {
      expect(meaning({ ...build(), name: 'Blad7' })).toEqual(before);
    });
  });

  it.each(sheets.filter(([, build]) => build().columnCount > 5 && tablesOf(build()).length === 1))('reads %s as before when a blank column stands before the last two', (_name, build) => {
    const grid = build();
    expect(meaning(insertBlankColumns(grid, [grid.left + grid.columnCount - 2]))).toEqual(meaning(grid));
  });

  it.each([
    ['a budget with sections', example.driftPerVerksamhet],
    ['a budget under three heading rows', example.threeHeadingRows],
    ['indicators', example.indicators],
    ['a ledger', () => example.ledger()],
  ] as const)('reads %s as before when its heading is printed again further down', (_name, build) => {
    const grid = build();
    const heading = (tablesOf(grid)[0]?.headerRows ?? []).map((row) => row - 1);
    const again = unmerge(repeatRows(grid, heading, headerBottom(grid) + 4));
    expect(meaning(again)).toEqual(meaning(unmerge(grid)));
  });

  it.each(sheets.filter(([, build]) => tablesOf(build()).some((table) => table.kind === 'budget')))('reads %s as before when figures are stored as text', (_name, build) => {
    const grid = build();
    const asText = mapValues(grid, (value, row, column) => {
      const numberFormat = grid.numberFormats[row - grid.top]?.[column - grid.left] ?? 'General';
      return typeof value === 'number' && row > headerBottom(grid) && !numberFormat.includes('%') && !isDateFormat(numberFormat) ? swedishText(value) : value;
    });
    expect(meaning(asText)).toEqual(meaning(grid));
  });

  it('turns the sign rule, not the deviations, when every amount changes sign', () => {
    const grid = example.driftPerVerksamhet();
    const isAmount = (row: number, column: number): boolean => row > headerBottom(grid) && column >= 1 && column <= 4;
    const [turned] = tablesOf(mapValues(grid, (value, row, column) => (typeof value === 'number' && isAmount(row, column) ? -value : value)));
    const [table] = tablesOf(grid);
    expect([table?.signRule, turned?.signRule]).toEqual(['costs-negative', 'costs-positive']);
    expect(turned?.rows.map((row) => row.variance)).toEqual(table?.rows.map((row) => row.variance));
  });

  it('marks hidden rows and columns and reads them', () => {
    const grid = { ...hideRows(example.driftPerVerksamhet(), [6]), hiddenColumns: new Set([1]) };
    const [table] = tablesOf(grid);
    expect(table?.rows.find((row) => row.label === 'Särskilt boende')).toMatchObject({ hidden: true, variance: -515 });
    expect(table?.columns[1]).toMatchObject({ field: 'previous', hidden: true });
  });

  it('skips the sheets that the add-in wrote', () => {
    const own = { ...example.driftPerVerksamhet(), properties: new Map([['von.sheet', 'avvikelseanalys']]) };
    expect(readReport(buildWorkbook(own)).tables).toEqual([]);
  });

  it('reads an empty workbook and an empty sheet as nothing', () => {
    expect(readReport(buildWorkbook()).tables).toEqual([]);
    expect(readReport(buildWorkbook(buildGrid([]))).tables).toEqual([]);
  });
});

describe('readReport on budgets made up by chance', () => {
  it('reads one budget table with its unit, sign rule, columns, rows and deviations, and finds no error', () => {
    fc.assert(
      fc.property(syntheticBudget, ({ grid, unit, signRule, fields, rows }) => {
        const { tables, findings } = readReport(buildWorkbook(grid));
        const [table] = tables;
        expect(tables).toHaveLength(1);
        expect(table).toMatchObject({ kind: 'budget', unit, signRule });
        expect(table?.columns.map((column) => column.field)).toEqual(fields);
        expect(table?.rows.map(({ label, kind }) => ({ label, kind }))).toEqual(rows.map(({ label, kind }) => ({ label, kind })));
        for (const [place, row] of rows.entries()) if (row.variance !== undefined) expect(table?.rows[place]?.variance).toBeCloseTo(row.variance, 2);
        expect(findings.filter((finding) => finding.severity === 'error')).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });

  it.each(['below', 'beside'] as const)('reads two of them on one sheet, one %s the other', (place) => {
    fc.assert(
      fc.property(syntheticBudget, syntheticBudget, fc.integer({ min: 1, max: 3 }), (first, second, gap) => {
        const { tables, findings } = readReport(buildWorkbook(combineGrids(first.grid, second.grid, place, place === 'below' ? gap : 1)));
        const inOrder = [...tables].sort((one, other) => columnIndex(one.columns[0]?.column ?? 'A') - columnIndex(other.columns[0]?.column ?? 'A'));
        const read = place === 'below' ? tables : inOrder;
        expect(read.map(({ kind, signRule, columns, rows }) => ({ kind, signRule, fields: columns.map(({ field }) => field), rows: rows.map(({ label, kind: rowKind }) => ({ label, kind: rowKind })) }))).toEqual(
          [first, second].map(({ signRule, fields, rows }) => ({ kind: 'budget', signRule, fields, rows: rows.map(({ label, kind }) => ({ label, kind })) })),
        );
        expect(findings.filter((finding) => finding.severity === 'error')).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });
});

describe('readWorkbookSteps', () => {
  it('reports progress that never goes back and ends at the number of rows', () => {
    const workbook = buildWorkbook(example.driftPerVerksamhet(), example.ledger(9000));
    const rows = workbook.sheets.reduce((sum, sheet) => sum + sheet.rowCount, 0);
    const done: number[] = [];
    for (const progress of readWorkbookSteps(workbook)) {
      expect(progress).toMatchObject({ phase: 'analyse', of: rows });
      done.push(progress.done);
    }
    expect(done.length).toBeGreaterThan(3);
    expect(done).toEqual([...done].sort((a, b) => a - b));
    expect(done.at(-1)).toBeLessThanOrEqual(rows);
  });
});
