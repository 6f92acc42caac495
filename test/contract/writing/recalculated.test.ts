import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describeWithLibreOffice, recalculate } from '../../support/libreOffice';
import { writeThroughHost } from '../../support/writeThroughHost';

const FIXTURES = join(__dirname, '../../fixtures');
const books = ['workbooks', 'zoo'].flatMap((folder) =>
  readdirSync(join(FIXTURES, folder)).filter((name) => name.endsWith('.xlsx')).map((name) => [`${folder}/${name}`] as const),
);

describeWithLibreOffice('the written sheets', () => {
  it.each(books)('of %s show the same figures when LibreOffice computes them anew', async (book) => {
    const { outcome, content, bytes } = await writeThroughHost(join(FIXTURES, book));
    expect(outcome.check).toEqual({ isComplete: true, wrongCells: [], errorCells: [], isPortable: true });
    const fresh = await recalculate(bytes);
    const written = new Set(outcome.written.map(({ sheet }) => sheet));
    const differing: string[] = [];
    for (const { name, cells } of content.sheets.filter((sheet) => written.has(sheet.name))) {
      for (const { row, column, value, formula } of cells) {
        if (formula === undefined) continue;
        const computed = fresh.get(name)?.[row]?.[column] ?? null;
        const isSame = typeof computed === 'number' && typeof value === 'number' ? Math.abs(computed - value) <= 1e-9 * Math.max(1, Math.abs(value)) : (computed ?? '') === (value ?? '');
        if (!isSame) differing.push(`${name} ${row + 1}:${column + 1} ${formula} ${JSON.stringify(value)} ${JSON.stringify(computed)}`);
      }
    }
    expect(differing).toEqual([]);
  });

  it('use only functions that every spreadsheet has, none of them volatile', async () => {
    const { content, outcome } = await writeThroughHost(join(FIXTURES, 'workbooks/uppfoljning-2024.xlsx'));
    const written = new Set(outcome.written.map(({ sheet }) => sheet));
    const formulas = content.sheets.filter(({ name }) => written.has(name)).flatMap(({ cells }) => cells.flatMap(({ formula }) => formula ?? []));
    const functions = new Set(formulas.flatMap((formula) => [...formula.replace(/"[^"]*"|'[^']*'/g, '').matchAll(/([A-Z][A-Z0-9.]*)\(/g)].map(([, name]) => name)));
    expect([...functions].filter((name) => !NATIVE.has(name ?? ''))).toEqual([]);
  });
});

const NATIVE = new Set(['ABS', 'AND', 'AVERAGE', 'CHAR', 'COUNT', 'COUNTA', 'DATE', 'EDATE', 'IF', 'INT', 'IFERROR', 'INDEX', 'ISNUMBER', 'LEFT', 'MATCH', 'MAX', 'MIN', 'MONTH', 'N', 'NOT', 'OR', 'RIGHT', 'ROUND', 'SUM', 'SUMIF', 'SUMIFS', 'SUMPRODUCT', 'YEAR']);

describe('the user’s own sheets', () => {
  it('stand as before, cell by cell', async () => {
    const path = join(FIXTURES, 'workbooks/uppfoljning-2024.xlsx');
    const { reading, outcome, content } = await writeThroughHost(path);
    const written = new Set(outcome.written.map(({ sheet }) => sheet));
    expect(written.size).toBeGreaterThan(3);
    const kept = content.sheets.filter(({ name }) => !written.has(name));
    expect(kept.map(({ name }) => name)).toEqual(reading.grid.sheets.map(({ name }) => name));
    for (const grid of reading.grid.sheets) {
      const cells = kept.find(({ name }) => name === grid.name)?.cells ?? [];
      const before = grid.values.flatMap((row, y) => row.flatMap((value, x) => (value === null ? [] : [[grid.top + y, grid.left + x, value, grid.formulas.get(`${grid.top + y},${grid.left + x}`)?.slice(1)]])));
      const after = cells.filter(({ value }) => value !== null).map(({ row, column, value, formula }) => [row, column, value, formula]);
      expect(after).toEqual(before);
    }
  });
});
