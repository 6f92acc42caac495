import type { Finding } from '../../../../src/workbook/report';
import { buildAvstamning } from '../../../../src/workbook/write/avstamning';
import { readOwnSheet } from '../../../../src/workbook/write/ownSheet';
import { rewriteSheets } from '../../../../src/workbook/write/rewrite';
import { namedRows } from '../../../../src/workbook/write/sheetDraft';
import { draftToSpec } from '../../../../src/workbook/write/specBuilder';
import type { WritingInput } from '../../../../src/workbook/write/writingInput';
import { buildGrid } from '../../../support/gridBuilder';
import { editGrid, gridAfter, writingFrom } from '../../../support/writingBuilder';

const finding = (cell: string, more: Partial<Finding> = {}): Finding => ({ code: 'variance-mismatch', severity: 'error', sheet: 'Drift', cell, printed: -3.7, expected: -1.9, label: 'Administration', ...more });
const input = (findings: readonly Finding[], changes: Partial<WritingInput> = {}): WritingInput => {
  const writing = writingFrom([], changes);
  return { ...writing, report: { ...writing.report, findings } };
};
const rowsOf = (writing: WritingInput): readonly (readonly unknown[])[] =>
  namedRows(buildAvstamning(writing)).filter(({ block, row }) => block === 'findings' && row.kind === 'body').map(({ row }) => row.cells.map((cell) => cell?.value));

describe('buildAvstamning', () => {
  it('lists errors first, then questions, last roundings', () => {
    const rows = rowsOf(input([finding('A1', { severity: 'rounding' }), finding('A2', { severity: 'warning' }), finding('A3')]));
    expect(rows.map((row) => [row[1], row[3]])).toEqual([['✕ Fel', 'A3'], ['? Fråga', 'A2'], ['≈ Avrundning', 'A1']]);
  });

  it('links the cell and takes the difference by a formula', () => {
    const [row] = namedRows(buildAvstamning(input([finding('E17')]))).filter(({ row: { kind } }) => kind === 'body');
    expect(row?.row.cells[3]).toMatchObject({ value: 'E17', link: "'Drift'!E17" });
    expect(row?.row.cells[8]).toMatchObject({ value: { formula: '=G7-H7' } });
    expect(row?.row.cells[8]?.result).toBeCloseTo(-1.8, 9);
  });

  it.each<[Partial<Finding>, string]>([
    [{ cause: 'Drift!E17' }, 'Följdfel av E17'],
    [{ cause: 'Annat!E17' }, 'Följdfel av Annat E17'],
    [{ severity: 'rounding', tolerance: 0.15 }, 'Ryms i 0,15'],
    [{ basis: { operation: 'sum', cells: ['C4'], likely: 'row-outside-sum', row: 12 } }, 'Rad 12 ligger utanför summan'],
    [{ basis: { operation: 'difference', cells: ['D17', 'C17'] } }, 'D17 − C17'],
    [{ code: 'effect-mismatch', basis: { operation: 'effect', cells: [], words: ['april 2022', 'maj 2022'] } }, 'Beräknat med start i april 2022, talet passar maj 2022'],
    [{ code: 'effect-mismatch', basis: { operation: 'effect', cells: [], words: ['oktober 2025'] } }, 'Beräknat med start i oktober 2025'],
    [{ code: 'unit-unknown', severity: 'warning' }, 'Enheten står inte i underlaget'],
  ])('explains %j as %j', (more, text) => {
    expect(rowsOf(input([finding('E19', more)]))[0]?.[9]).toBe(text);
  });

  it('shows a share as the source does, and calls a sum without a name a sum', () => {
    const sheet = buildGrid([['Köp av verksamhet (mnkr)'], [], ['Verksamhet', 'Andel 2024', 'Budget 2024', 'Utfall 2024'], ['Hemtjänst', 0.4, -10, -11], ['Boende', 0.6, -20, -22], [null, 1, -30, -33]], { name: 'Köp', formats: { 'B4:B6': '0.0%' } });
    const writing = writingFrom([sheet]);
    const findings = [finding('B6', { code: 'sum-mismatch', sheet: 'Köp', label: '', severity: 'rounding', tolerance: 0.005, printed: 1, expected: 1.001 })];
    const [row] = namedRows(buildAvstamning({ ...writing, report: { ...writing.report, findings } })).filter(({ row: { kind } }) => kind === 'body');
    expect(row?.row.cells.map((cell) => cell?.value).slice(4, 10)).toEqual(['Summa', 'Summa', 1, 1.001, { formula: '=(G7-H7)*100' }, 'Avrundade tal']);
    expect(row?.row.cells[6]?.style?.numberFormat).toContain('%');
  });

  it('shows so many decimals of a percentage that the difference can be seen', () => {
    const [row] = namedRows(buildAvstamning(input([finding('D5', { code: 'percent-mismatch', severity: 'rounding', printed: 0.0866, expected: 0.08657 })]))).filter(({ row: { kind } }) => kind === 'body');
    expect(row?.row.cells[8]?.style?.numberFormat).toBe('+0.000" p.e.";"−"0.000" p.e.";0.000" p.e."');
    expect(row?.row.cells[6]?.style?.numberFormat).toContain('0.000');
  });

  it('counts causes apart from what follows from them', () => {
    const title = namedRows(buildAvstamning(input([finding('E17'), finding('F17', { cause: 'Drift!E17' })], { checkCount: 120 }))).find(({ key }) => key === 'subtitle')?.row.cells[0]?.value;
    expect(title).toBe('Stämmer tabellen? 120 kontroller: 118 stämmer, 0 avrundning, 0 frågor, 2 fel (1 orsak).');
  });

  it('tells an error of the source in words, so that it does not become one of ours', () => {
    expect(rowsOf(input([finding('E9', { code: 'cell-error', printed: '#DIV/0!', expected: null })]))[0]?.slice(6, 8)).toEqual(['Fel: #DIVISION/0!', '–']);
  });

  it('keeps the answer "Ja" with its finding when others come before it', () => {
    const first = gridAfter(draftToSpec(buildAvstamning(input([finding('E17')]))));
    const answered = editGrid(first, { cells: { '6,10': 'Ja' } });
    const { specs } = rewriteSheets([{ draft: buildAvstamning(input([finding('E4'), finding('E17')])), own: readOwnSheet(answered) }]);
    const again = specs[0] === undefined ? null : gridAfter(specs[0], answered);
    expect(again?.values.slice(6, 8).map((row) => [row[3], row[10]])).toEqual([['E4', 'Nej'], ['E17', 'Ja']]);
  });
});
