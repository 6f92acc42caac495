import type { SheetGrid } from '../../../../src/workbook/grid';
import { buildAvvikelseanalys } from '../../../../src/workbook/write/avvikelseanalys';
import { readOwnSheet } from '../../../../src/workbook/write/ownSheet';
import { namedRows } from '../../../../src/workbook/write/sheetDraft';
import { isSpecFormula } from '../../../../src/workbook/write/sheetSpec';
import { draftToSpec } from '../../../../src/workbook/write/specBuilder';
import { buildVersion, latestVersion, readVersion } from '../../../../src/workbook/write/version';
import { buildGrid } from '../../../support/gridBuilder';
import { editGrid, gridAfter, writingFrom } from '../../../support/writingBuilder';

const source = (outcome: number): SheetGrid =>
  buildGrid([['Drift 2024 (mnkr)'], [], ['Verksamhet', 'Budget 2024', 'Utfall 2024', 'Avvikelse'], ['Hemtjänst', -221.3, outcome, outcome + 221.3], ['Boende', -301.3, -317.6, -16.3], ['Stöd', -19.7, -15.5, 4.2]], { name: 'Drift' });

function version(name: string, outcome: number, writtenAt: string): SheetGrid {
  const input = writingFrom([source(outcome)], { version: name, writtenAt });
  const draft = buildAvvikelseanalys(input);
  const typed = editGrid(gridAfter(draftToSpec(draft)), { cells: { '6,8': `Texten i ${name}` } });
  return gridAfter(draftToSpec(buildVersion(input, [{ draft, own: readOwnSheet(typed) }])));
}

describe('buildVersion', () => {
  it('holds values only', () => {
    const input = writingFrom([source(-247.1)]);
    const draft = buildAvvikelseanalys(input);
    const values = draftToSpec(buildVersion(input, [{ draft, own: null }])).blocks.flatMap((block) => block.values.flat());
    expect(values.filter((value) => value !== undefined && isSpecFormula(value))).toEqual([]);
    expect(values).toContain(-25.8);
    expect(values).toContain('Drift B4, C4');
  });

  it('has no heading over the column of bars, and air between the tables', () => {
    const input = writingFrom([source(-247.1), { ...source(-240), id: 'Drift 2', name: 'Drift 2' }]);
    const draft = buildVersion(input, [{ draft: buildAvvikelseanalys(input), own: null }]);
    const values = draft.blocks.flatMap(({ rows }) => rows.flatMap(({ cells }) => cells.map((cell) => cell?.value)));
    expect(values).toContain('Bedömning');
    expect(values).not.toContain('Avvikelse, stapel');
    const second = draft.blocks.find(({ id }) => id === 'avvikelseanalys/Drift 2');
    expect([second?.rows[0]?.cells.length, second?.rows[1]?.key]).toEqual([0, 'heading']);
  });

  it('keeps the figures and the texts so that the next version can be told what has changed', () => {
    const sheet = version('Prognos oktober', -247.1, '2024-11-02T09:00');
    expect(readVersion(sheet)?.avvikelseKr.get('Drift/hemtjänst')).toBeCloseTo(-25_800_000, 3);
    expect(sheet.values.flat()).toContain('Texten i Prognos oktober');
  });

  it.each([['the text on the sheet', [], 'På bladet'], ['the chosen text of the pane', ['Avvikelseanalys!I7'], 'I panelen']])('keeps %s where the two differ', (_case, chosen, kept) => {
    const input = writingFrom([source(-247.1)]);
    const typed = editGrid(gridAfter(draftToSpec(buildAvvikelseanalys(input))), { cells: { '6,8': 'På bladet' } });
    const hemtjanst = namedRows(buildAvvikelseanalys(input)).find(({ row }) => row.cells[0]?.value === 'Hemtjänst');
    const draft = buildAvvikelseanalys({ ...input, comments: new Map([[hemtjanst?.key ?? '', 'I panelen']]) });
    const texts = draftToSpec(buildVersion(input, [{ draft, own: readOwnSheet(typed), overwrite: new Set(chosen) }])).blocks.flatMap((block) => block.values.flat());
    expect(texts.filter((text) => text === 'På bladet' || text === 'I panelen')).toEqual([kept]);
  });

  it('shows in the next analysis what has moved by at least the threshold', () => {
    const before = latestVersion([version('Augusti', -230, '2024-09-02T09:00'), version('Oktober', -240, '2024-11-02T09:00')], 'Helår 2024');
    expect(before?.name).toBe('Oktober');
    const rows = namedRows(buildAvvikelseanalys(writingFrom([source(-247.1)], before === null ? {} : { previousVersion: before }))).filter(({ block, row }) => block === 'changes' && row.kind === 'body');
    expect(rows.map(({ row }) => row.cells[0]?.value)).toEqual(['Hemtjänst']);
    expect(rows[0]?.row.cells[1]?.value).toBeCloseTo(-18.7, 9);
    expect(rows[0]?.row.cells[3]?.result).toBeCloseTo(-7.1, 9);
  });

  it('does not compare a version with itself', () => {
    expect(latestVersion([version('Oktober', -240, '2024-11-02T09:00')], 'Oktober')).toBeNull();
  });
});
