import type { HandlingsplanRow } from '../../../../src/workbook/plan';
import { valueAt, type SheetGrid } from '../../../../src/workbook/grid';
import { inColumnsOf } from '../../../../src/workbook/write/inColumnsOf';
import { buildHandlingsplan } from '../../../../src/workbook/write/handlingsplan';
import { readOwnSheet } from '../../../../src/workbook/write/ownSheet';
import { rewriteSheets, type RewritePreview } from '../../../../src/workbook/write/rewrite';
import type { SheetSpec } from '../../../../src/workbook/write/sheetSpec';
import type { SheetDraft } from '../../../../src/workbook/write/sheetDraft';
import { plan, writingInput } from '../../../support/planBuilder';
import { editGrid, gridAfter } from '../../../support/writingBuilder';

const row = (verksamhet: string, amounts: Readonly<Record<string, number>>): HandlingsplanRow => ({
  key: verksamhet.toLowerCase(), verksamhet, situations: Object.entries(amounts).map(([reportingPoint, amountMnkr]) => ({ reportingPoint, amountMnkr })),
  situationText: '', analysis: 'Fler kunder', measure: 'Ny planering', consequence: '', followUp: '', source: { sheet: 'Plan', row: 4 },
});
const draftOf = (...rows: readonly HandlingsplanRow[]): SheetDraft => {
  const draft = buildHandlingsplan(writingInput({ plan: plan({ handlingsplan: rows }) }));
  if (draft === null) throw new Error('there is no plan');
  return draft;
};
const write = (draft: SheetDraft, before?: SheetGrid): { readonly grid: SheetGrid; readonly preview: RewritePreview; readonly spec: SheetSpec } => {
  const { specs: [spec], previews: [preview] } = rewriteSheets([{ draft, own: before === undefined ? null : readOwnSheet(before) }]);
  if (spec === undefined || preview === undefined) throw new Error('nothing was written');
  return { grid: gridAfter(spec, before), preview, spec };
};
const rowOf = (grid: SheetGrid, label: string): number => grid.values.findIndex((line) => line[0] === label);
const headings = (grid: SheetGrid): readonly unknown[] => (grid.values[rowOf(grid, 'Verksamhet')] ?? []).map((value) => String(value ?? '').split('\n').at(-1));

const twoPoints = draftOf(row('Hemtjänst', { mars: -4.2, augusti: -6 }), row('Boende', { mars: -1, augusti: -2 }));
const threePoints = draftOf(row('Hemtjänst', { mars: -4.2, augusti: -6, oktober: -5 }), row('Boende', { mars: -1, augusti: -2, oktober: -3 }));
const onePoint = draftOf(row('Hemtjänst', { augusti: -6 }), row('Boende', { augusti: -2 }));

describe('inColumnsOf', () => {
  const first = write(twoPoints).grid;
  const followUp = headings(first).indexOf('Uppföljning');
  const followed = editGrid(first, { cells: { [`${rowOf(first, 'Hemtjänst')},${followUp}`]: 'Följs upp i nämnden', [`${rowOf(first, 'Boende')},${followUp + 2}`]: 'min egen anteckning' } });

  it('leaves a sheet with as many columns as it is', () => {
    const own = readOwnSheet(first);
    expect(own === null ? null : inColumnsOf(twoPoints, own)).toBe(own);
  });

  it('lets the user’s texts follow their columns when a reporting point is added', () => {
    const { grid, preview, spec } = write(threePoints, followed);
    expect(headings(grid).slice(0, 9)).toEqual(['Verksamhet', 'mars', 'augusti', 'oktober', 'Förändring', 'Analys', 'Åtgärd', 'Konsekvens', 'Uppföljning']);
    expect(valueAt(grid, rowOf(grid, 'Hemtjänst'), followUp + 1)).toBe('Följs upp i nämnden');
    expect(valueAt(grid, rowOf(grid, 'Boende'), followUp + 3)).toBe('min egen anteckning');
    expect(preview).toMatchObject({ changedByHand: [], conflicts: [], keptComments: 2 });
    expect(spec.order?.columns.from.slice(0, 10)).toEqual([0, 1, 2, null, 3, 4, 5, 6, 7, 8]);
  });

  it('gives the new column its own width, and hides no column that is read', () => {
    const { spec } = write(threePoints, followed);
    expect(spec.columnWidths.map(({ column, hidden }) => [column, hidden])).toEqual([[3, undefined]]);
  });

  it('finds nothing changed when the sheet is written once more', () => {
    const again = write(threePoints, write(threePoints, followed).grid);
    expect(again.preview).toMatchObject({ state: 'unchanged', changes: [], changedByHand: [], conflicts: [], keptComments: 2 });
  });

  it('takes columns away whose reporting point is gone', () => {
    const { grid } = write(onePoint, followed);
    expect(headings(grid).slice(0, 6)).toEqual(['Verksamhet', 'augusti', 'Analys', 'Åtgärd', 'Konsekvens', 'Uppföljning']);
    expect(valueAt(grid, rowOf(grid, 'Hemtjänst'), 5)).toBe('Följs upp i nämnden');
    expect(valueAt(grid, rowOf(grid, 'Boende'), 7)).toBe('min egen anteckning');
  });
});
