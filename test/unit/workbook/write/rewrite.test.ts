import { parseArea } from '../../../../src/workbook/address';
import { valueAt, type CellValue, type SheetGrid } from '../../../../src/workbook/grid';
import { buildAvvikelseanalys } from '../../../../src/workbook/write/avvikelseanalys';
import { readOwnSheet } from '../../../../src/workbook/write/ownSheet';
import { rewriteSheets, type RewritePreview } from '../../../../src/workbook/write/rewrite';
import type { WritingInput } from '../../../../src/workbook/write/writingInput';
import { buildGrid } from '../../../support/gridBuilder';
import { editGrid, gridAfter, writingFrom } from '../../../support/writingBuilder';

const HEAD: SheetGrid['values'] = [['Driftredovisning 2024 (mnkr)'], [], ['Verksamhet', 'Bokslut 2023', 'Budget 2024', 'Utfall 2024', 'Avvikelse']];
const ROWS: SheetGrid['values'] = [
  ['Hemtjänst', -225, -221.3, -247.1, -25.8],
  ['Boende', -302.7, -301.3, -317.6, -16.3],
  ['Boendestöd', -15.6, -19.7, -15.5, 4.2],
  ['Totalt', -543.3, -542.3, -580.2, -37.9],
];
const source = (rows = ROWS, name = 'Drift'): SheetGrid => buildGrid([...HEAD, ...rows], { name });
const COMMENT = 8;

function write(rows = ROWS, before?: SheetGrid, changes: Partial<WritingInput> = {}, overwrite?: ReadonlySet<string>, name = 'Drift'): { readonly grid: SheetGrid; readonly preview: RewritePreview } {
  const draft = buildAvvikelseanalys(writingFrom([source(rows, name)], changes));
  const { specs, previews } = rewriteSheets([{ draft, own: before === undefined ? null : readOwnSheet(before) }], overwrite);
  const [spec] = specs;
  const [preview] = previews;
  if (spec === undefined || preview === undefined) throw new Error('nothing was written');
  return { grid: gridAfter(spec, before), preview };
}

const rowOf = (grid: SheetGrid, label: string): number => grid.values.findIndex((row) => row[0] === label);
const at = (grid: SheetGrid, cell: string): CellValue => {
  const area = parseArea(cell);
  return area === null ? null : valueAt(grid, area.top, area.left);
};
const formula = (grid: SheetGrid, row: number, column: number): string | undefined => grid.formulas.get(`${row},${column}`);
const without = (label: string): SheetGrid['values'] => ROWS.filter((row) => row[0] !== label);
const order = (count: number, change: (rows: number[]) => void): readonly number[] => {
  const rows = Array.from({ length: count }, (_, index) => index);
  change(rows);
  return rows;
};

describe('rewriteSheets', () => {
  const first = write().grid;
  const commented = editGrid(first, { cells: { [`${rowOf(first, 'Hemtjänst')},${COMMENT}`]: 'Fler kunder', [`${rowOf(first, 'Boende')},${COMMENT}`]: '=1+1 är ingen formel'.slice(1) } });

  it('changes nothing when nothing has changed', () => {
    const { grid, preview } = write(ROWS, first);
    expect(grid.values).toEqual(first.values);
    expect(grid.formulas).toEqual(first.formulas);
    expect(preview).toMatchObject({ state: 'unchanged', changes: [], changedByHand: [], conflicts: [] });
  });

  it('says under which version the comments were written that stay in another', () => {
    expect(write(ROWS, commented, { version: 'Prognos mars 2025' }).preview.commentsOf).toBe('Helår 2024');
    expect(write(ROWS, commented).preview.commentsOf).toBeUndefined();
    expect(write(ROWS, first, { version: 'Prognos mars 2025' }).preview.commentsOf).toBeUndefined();
  });

  it('keeps a comment when the source gets a row above it', () => {
    const { grid } = write([['Nytt', -1, -2, -5, -3], ...ROWS], commented);
    expect(valueAt(grid, rowOf(grid, 'Hemtjänst'), COMMENT)).toBe('Fler kunder');
    expect(valueAt(grid, rowOf(grid, 'Nytt'), COMMENT)).toBeNull();
    expect(formula(grid, rowOf(grid, 'Hemtjänst'), 4)).toBe('=D8-C8');
  });

  it('keeps a comment when the source sheet is renamed', () => {
    const { grid } = write(ROWS, commented, {}, undefined, 'Drift 2024');
    expect(valueAt(grid, rowOf(grid, 'Hemtjänst'), COMMENT)).toBe('Fler kunder');
    expect(formula(grid, rowOf(grid, 'Hemtjänst'), 2)).toBe("='Drift 2024'!C4");
  });

  it('keeps a row whose source is gone, marked, as long as it has a comment', () => {
    const gone = write(without('Hemtjänst'), commented).grid;
    const heading = rowOf(gone, 'Kommentarer utan rad');
    expect(heading).toBeGreaterThan(rowOf(gone, 'Totalt'));
    expect(rowOf(gone, 'Hemtjänst')).toBeGreaterThan(heading);
    expect(valueAt(gone, rowOf(gone, 'Hemtjänst'), COMMENT)).toBe('Fler kunder');
    const again = write(without('Hemtjänst'), gone).grid;
    expect(valueAt(again, rowOf(again, 'Hemtjänst'), COMMENT)).toBe('Fler kunder');
    const back = write(ROWS, again).grid;
    expect(rowOf(back, 'Kommentarer utan rad')).toBe(-1);
    expect(valueAt(back, rowOf(back, 'Hemtjänst'), COMMENT)).toBe('Fler kunder');
  });

  it('drops a row whose source is gone and that holds nothing of the user’s', () => {
    expect(rowOf(write(without('Boendestöd'), commented).grid, 'Boendestöd')).toBe(-1);
  });

  it('keeps the order that the user has sorted the rows in', () => {
    const [top, next] = [rowOf(commented, 'Hemtjänst'), rowOf(commented, 'Boende')];
    const sorted = editGrid(commented, { rowOrder: order(commented.rowCount, (rows) => rows.splice(top, 2, next, top)) });
    const { grid } = write([['Hemtjänst', -225, -221.3, -250, -28.7], ...ROWS.slice(1)], sorted);
    expect(rowOf(grid, 'Boende')).toBe(top);
    expect(valueAt(grid, rowOf(grid, 'Hemtjänst'), COMMENT)).toBe('Fler kunder');
    expect(formula(grid, rowOf(grid, 'Hemtjänst'), 3)).toBe("='Drift'!D4");
    expect(formula(grid, rowOf(grid, 'Hemtjänst'), 4)).toBe(`=D${next + 1}-C${next + 1}`);
  });

  it('keeps a row of the user’s own where it stands, and moves its formula with the rows', () => {
    const below = rowOf(commented, 'Boende') + 1;
    const inserted = editGrid(commented, { rowOrder: order(commented.rowCount, (rows) => rows.splice(below, 0, -1)), cells: { [`${below},0`]: 'Min rad', [`${below},4`]: '=E8*2' } });
    const same = write(ROWS, inserted).grid;
    expect(rowOf(same, 'Min rad')).toBe(below);
    expect(formula(same, below, 4)).toBe('=E8*2');
    const { grid } = write([['Nytt', -1, -2, -5, -3], ...ROWS], inserted);
    expect(rowOf(grid, 'Min rad')).toBe(rowOf(grid, 'Boende') + 1);
    expect(formula(grid, rowOf(grid, 'Min rad'), 4)).toBe('=E9*2');
  });

  it('keeps a column of the user’s own among ours', () => {
    const columns = order(first.columnCount, (list) => list.splice(4, 0, -1));
    const head = rowOf(first, 'Verksamhet');
    const inserted = editGrid(commented, { columnOrder: columns, cells: { [`${head},4`]: 'Ansvarig chef', [`${rowOf(first, 'Hemtjänst')},4`]: 'Anna' } });
    const { grid, preview } = write([['Nytt', -1, -2, -5, -3], ...ROWS], inserted);
    const row = rowOf(grid, 'Hemtjänst');
    expect(valueAt(grid, row, 4)).toBe('Anna');
    expect(valueAt(grid, rowOf(grid, 'Verksamhet'), 4)).toBe('Ansvarig chef');
    expect(formula(grid, row, 5)).toBe(`=D${row + 1}-C${row + 1}`);
    expect(valueAt(grid, row, COMMENT + 1)).toBe('Fler kunder');
    expect(preview.changedByHand).toEqual([]);
  });

  it('keeps what the user has changed by hand, and writes over it when told to', () => {
    const cell = `${rowOf(first, 'Boende')},4`;
    const changed = editGrid(first, { cells: { [cell]: -12 } });
    const kept = write(ROWS, changed);
    expect(kept.preview.changedByHand).toEqual(['E8']);
    expect(at(kept.grid, 'E8')).toBe(-12);
    const forced = write(ROWS, changed, {}, new Set(['Avvikelseanalys!E8']));
    expect(formula(forced.grid, 7, 4)).toBe('=D8-C8');
  });

  it('lists what a writing would change, old and new', () => {
    const { preview } = write([['Hemtjänst', -225, -221.3, -250, -28.7], ...ROWS.slice(1)], first);
    expect(preview.state).toBe('updated');
    expect(preview.changes).toContainEqual({ sheet: 'Avvikelseanalys', cell: 'D7', before: -247.1, after: -250 });
    expect(preview.changes.map(({ cell }) => cell)).not.toContain('D8');
  });

  it('writes the pane’s text over an older one, but not over one typed on the sheet since', () => {
    const input = { comments: new Map([['hemtjänst', 'Från panelen']]) };
    const written = write(ROWS, undefined, input).grid;
    expect(valueAt(written, 6, COMMENT)).toBe('Från panelen');
    expect(valueAt(write(ROWS, written, { comments: new Map([['hemtjänst', 'Nyare']]) }).grid, 6, COMMENT)).toBe('Nyare');
    const typed = editGrid(written, { cells: { [`6,${COMMENT}`]: 'På bladet' } });
    const both = write(ROWS, typed, { comments: new Map([['hemtjänst', 'Nyare']]) });
    expect(valueAt(both.grid, 6, COMMENT)).toBe('På bladet');
    expect(both.preview.conflicts).toEqual([{ cell: 'I7', inSheet: 'På bladet', inPane: 'Nyare' }]);
    expect(write(ROWS, typed, input).preview.conflicts).toEqual([]);
  });

  it('leaves nothing behind where the sheet grows shorter', () => {
    const { grid } = write(ROWS.slice(1), first);
    expect(grid.values.filter((row) => row[0] === 'Totalt')).toHaveLength(1);
    expect(grid.values.flat()).not.toContain('Hemtjänst');
  });

  it('takes only the first of two rows with the same mark for ours', () => {
    const row = rowOf(commented, 'Hemtjänst');
    const copied = editGrid(commented, { rowOrder: order(commented.rowCount, (rows) => rows.splice(row + 1, 0, row)) });
    const { grid } = write(ROWS, copied);
    expect(grid.values.filter((values) => values[0] === 'Hemtjänst')).toHaveLength(2);
    expect(valueAt(grid, row + 1, COMMENT)).toBe('Fler kunder');
  });
});
