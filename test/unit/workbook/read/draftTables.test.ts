import type { SheetGrid } from '../../../../src/workbook/grid';
import { areaAddress } from '../../../../src/workbook/address';
import { draftTables } from '../../../../src/workbook/read/draftTables';
import type { TableDraft } from '../../../../src/workbook/read/tableDraft';
import * as example from '../../../support/exampleSheets';
import { buildGrid } from '../../../support/gridBuilder';
import { runSteps } from '../../../support/runSteps';

const draftsOf = (grid: SheetGrid): readonly TableDraft[] => runSteps(draftTables(grid));

describe('draftTables', () => {
  it('gives range, heading rows, title and the lines that speak of the table', () => {
    const [draft] = draftsOf(example.driftPerVerksamhet());
    expect(draft && areaAddress(draft.area)).toBe('A4:H14');
    expect(draft).toMatchObject({ headerRows: [3], labelColumns: [0], title: 'Kommun A, omsorgsnämnden\nDriftredovisning per verksamhet, tkr', unit: 'tkr', unitCell: 'A2' });
    expect(draft?.contextTexts).toContain('Avrundningar kan förekomma.');
  });

  it('leaves blank spacer columns and what stands beyond them without a heading out of the table', () => {
    const [draft] = draftsOf(buildGrid([['Verksamhet', 'Budget', '', 'Utfall', '', ''], ['Hemtjänst', 100, '', 110, '', 'enl. KS 2025-11-03, 450 tkr'], ['Boende', 200, '', 190, '', '']]));
    expect(draft?.columns.map((column) => column.index)).toEqual([0, 1, 3]);
    expect(draft && areaAddress(draft.area)).toBe('A1:D3');
  });

  it('takes the title above the first table for the table beside it, not the other way round', () => {
    const [left, right] = draftsOf(buildGrid([['Uppföljning'], ['', '', '', '', 'Per ansvar (mnkr)'], ['Verksamhet', 'Budget', 'Utfall', '', 'Ansvar', 'Budget', 'Utfall'], ...['A', 'B', 'C'].map((name, row) => [name, 100 + row, 110, '', name, 10, 11])]));
    expect(left?.contextTexts).toEqual(['Uppföljning']);
    expect(right?.contextTexts).toEqual(['Uppföljning', 'Per ansvar (mnkr)']);
    expect([left?.unit, right?.unit]).toEqual([null, 'mnkr']);
  });

  it('lists the columns of names in order', () => {
    const [draft] = draftsOf(buildGrid([['Kod', 'Benämning', 'Kategori', 'Budget', 'Utfall'], [5100, 'Hemtjänst', 'Chefer', 100, 110], [5200, 'Boende', 'Övriga', 200, 190]]));
    expect(draft?.columns.map((column) => column.field)).toEqual(['code', 'label', 'label', 'budget', 'actual']);
    expect(draft?.labelColumns).toEqual([0, 1, 2]);
  });

  it('keeps the unit of a column only where it is not the table’s', () => {
    const [draft] = draftsOf(buildGrid([['Verksamhet, tkr', 'Budget (tkr)', 'Utfall (tkr)', 'Avvikelse (mnkr)'], ['A', 100, 110, -0.01], ['B', 200, 190, 0.01]]));
    expect(draft?.unit).toBe('tkr');
    expect(draft?.columns.map((column) => column.unit)).toEqual([undefined, undefined, undefined, 'mnkr']);
  });
});
