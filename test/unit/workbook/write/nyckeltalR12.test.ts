import type { SheetGrid } from '../../../../src/workbook/grid';
import { buildNyckeltalR12 } from '../../../../src/workbook/write/nyckeltalR12';
import { namedRows, type DraftCell } from '../../../../src/workbook/write/sheetDraft';
import type { WritingInput } from '../../../../src/workbook/write/writingInput';
import { buildGrid } from '../../../support/gridBuilder';
import { writingFrom } from '../../../support/writingBuilder';

const serial = (index: number): number => [45292, 45323, 45352, 45383, 45413, 45444, 45474, 45505, 45536, 45566, 45597, 45627, 45658, 45689, 45717, 45748, 45778, 45809, 45839, 45870, 45901, 45931, 45962, 45992][index] ?? 0;
function hours(change: (row: (number | string | null)[], index: number) => void = () => undefined): SheetGrid {
  const rows = Array.from({ length: 24 }, (_, index) => {
    const row: (number | string | null)[] = [serial(index), 1000, index < 12 ? 750 : 790];
    change(row, index);
    return row;
  });
  return buildGrid([['Hemtjänst per månad'], [], ['Månad', 'Beviljade timmar', 'Utförda timmar'], ...rows], { name: 'Hemtjänst månad', formats: { 'A4:A27': 'mmm yyyy' } });
}
const cellsOf = (sheets: readonly SheetGrid[], label: RegExp, changes: Partial<WritingInput> = {}): readonly (DraftCell | undefined)[] =>
  namedRows(buildNyckeltalR12(writingFrom(sheets, changes))).find(({ row }) => row.kind === 'body' && label.test(String(row.cells[0]?.value)))?.row.cells ?? [];

describe('buildNyckeltalR12', () => {
  it('takes a share as sum through sum over the user’s months', () => {
    const [, , current, previous, trend] = cellsOf([hours()], /^Utförd tid/);
    expect(current?.value).toEqual({ formula: `=IFERROR(IF(AND(COUNT('Hemtjänst månad'!C16:C27)=12,COUNT('Hemtjänst månad'!B16:B27)=12),SUM('Hemtjänst månad'!C16:C27)/SUM('Hemtjänst månad'!B16:B27),"–"),"–")` });
    expect([current?.result, previous?.result]).toEqual([0.79, 0.75]);
    expect(trend?.result).toBeCloseTo(4, 9);
    expect(trend?.style?.numberFormat).toContain('p.e.');
  });

  it('shows no value where a month is missing, and says which', () => {
    const [, , current, , , , comment] = cellsOf([hours((row, index) => (index === 19 ? (row[2] = null) : undefined))], /^Utförd tid/);
    expect(current?.result).toBe('–');
    expect(comment?.value).toBe('Augusti 2025 saknas i Hemtjänst månad!C23.');
  });

  it('says the finding in the title of the chart, and leaves a gap where there is no figure', () => {
    const chart = buildNyckeltalR12(writingFrom([hours()])).blocks.flatMap((block) => block.charts ?? [])[0];
    expect(chart?.title).toBe('Utförd tid som andel av beviljad tid har ökat från 75,0\u00a0% till 79,0\u00a0%');
    expect(chart?.axisMinimum).toBeLessThan(0.75);
  });

  const goals = (rows: SheetGrid['values']): SheetGrid => buildGrid([['Nyckeltal', 'Målvärde', 'Nuläge', 'Kommentar'], ...rows], { name: 'Mål' });

  it('gives a rolling figure the target of the indicator that says the same', () => {
    const target = goals([['Utförd tid som andel av beviljad tid i hemtjänsten (R12)', 'Öka', 0.79, null], ['Andel med kameratillsyn', 1, 1, null], ['Kilometer per resa', 7, 8.2, null]]);
    const cells = cellsOf([hours(), target], /^Utförd tid/);
    expect(cells[1]?.value).toBe('Öka');
    expect(cells[5]?.result).toBe('✓ Når målet');
  });

  it('puts the target that the user chose before the one of the workbook', () => {
    const target = goals([['Utförd tid som andel av beviljad tid i hemtjänsten (R12)', 'Öka', 0.79, null]]);
    const seriesChoices = new Map([['Hemtjänst månad: Utförd tid som andel av beviljad tid', { target: 0.85, direction: 'higher' as const }]]);
    const cells = cellsOf([hours(), target], /^Utförd tid/, { seriesChoices });
    expect([cells[1]?.value, cells[5]?.result]).toEqual([0.85, '✕ Når inte målet']);
  });

  it('rolls a series the way the user chose', () => {
    const grid = buildGrid([['Månad', 'Antal besök'], ...Array.from({ length: 24 }, (_, index) => [serial(index), 10])], { name: 'Besök', formats: { 'A2:A25': 'mmm yyyy' } });
    const of = (changes?: Partial<WritingInput>): unknown => cellsOf([grid], /^Antal besök/, changes)[2]?.result;
    expect([of(), of({ seriesChoices: new Map([['Besök: Antal besök', { method: 'sum' }]]) })]).toEqual([10, 120]);
  });

  describe('with a share that the user chose', () => {
    const visits = (missing?: number): SheetGrid => buildGrid(
      [['Månad', 'Planerade besök', 'Sena besök'], ...Array.from({ length: 24 }, (_, index) => [serial(index), index === missing ? null : 200 + index, index < 12 ? 20 : 30])],
      { name: 'Besök', formats: { 'A2:A25': 'mmm yyyy' } },
    );
    const shareOf = (key: string): Partial<WritingInput> => ({ seriesChoices: new Map([['Besök: Sena besök', { shareOf: key }]]) });

    it('divides sum by sum over the user’s cells', () => {
      const [label, , current] = cellsOf([visits()], /^Sena besök/, shareOf('Besök: Planerade besök'));
      expect(label?.value).toBe('Sena besök som andel av planerade besök, Besök');
      expect(current?.value).toEqual({ formula: `=IFERROR(IF(AND(COUNT('Besök'!C14:C25)=12,COUNT('Besök'!B14:B25)=12),SUM('Besök'!C14:C25)/SUM('Besök'!B14:B25),"–"),"–")` });
      // 12 × 30 through 212 + … + 223.
      expect(current?.result).toBeCloseTo(360 / 2610, 12);
      expect(current?.style?.numberFormat).toContain('%');
    });

    it('names the month that the other series misses', () => {
      const cells = cellsOf([visits(19)], /^Sena besök/, shareOf('Besök: Planerade besök'));
      expect([cells[2]?.result, cells[6]?.value]).toEqual(['–', 'Augusti 2025 saknas i Besök!B21.']);
    });

    it('stays as found where the workbook no longer has the other series', () => {
      expect(cellsOf([visits()], /^Sena besök/, shareOf('Besök: Borttagen'))[2]?.result).toBe(360);
    });

    it('keeps the comment of the row when the share changes', () => {
      const comments = new Map([['r12/besök/sena besök', 'Följs upp i maj.']]);
      expect(cellsOf([visits()], /^Sena besök/, { ...shareOf('Besök: Planerade besök'), comments })[6]?.value).toBe('Följs upp i maj.');
    });

    it('takes a share apart where the user wants the series by itself', () => {
      const seriesChoices = new Map([['Hemtjänst månad: Utförd tid som andel av beviljad tid', { shareOf: '' }]]);
      expect(cellsOf([hours()], /^Utförda timmar, summa R12/, { seriesChoices })[2]?.result).toBe(9480);
    });
  });

  it.each([
    ['Andel med kameratillsyn', '✓ Når målet'],
    ['Kilometer per resa', '✕ Når inte målet'],
    ['Nöjdhet', '! Nära målet'],
    ['Sjukfrånvaro', '! Kan inte bedömas'],
  ])('judges %s: %s', (label, status) => {
    const target = goals([['Andel med kameratillsyn', 1, 1, null], ['Kilometer per resa', 7, 8.2, null], ['Nöjdhet', 80, 77, null], ['Sjukfrånvaro', 9.2, null, 'mäts inte']]);
    expect(cellsOf([target], new RegExp(`^${label}`))[5]?.result).toBe(status);
  });

  describe('an indicator of the workbook', () => {
    const yearly = (rows: SheetGrid['values']): SheetGrid => buildGrid([['Nyckeltal'], [], ['Nyckeltal', 'Enhet', 'Utfall 2023', 'Utfall 2024', 'Mål 2024'], ...rows], { name: 'Nyckeltal' });
    const labels = (rows: SheetGrid['values']): readonly unknown[] => namedRows(buildNyckeltalR12(writingFrom([yearly(rows)]))).filter(({ row }) => row.kind === 'body').map(({ row }) => row.cells[0]?.value);
    const ROWS: SheetGrid['values'] = [['Korttidsplatser', 'kr per plats', 700, 720, null], [null, 'kr per dygn', 1900, 1950, null], ['Trygghet', 'andel', 0.8, 0.84, 0.85], ['Ej mätt', 'andel', null, null, null]];

    it('is named by the row above and its unit where it has no name, and left out where it has no figure', () => {
      expect(labels(ROWS)).toEqual(['Korttidsplatser, kr per plats', 'Korttidsplatser, kr per dygn', 'Trygghet, andel']);
    });

    it.each([
      ['Trygghet', 'minst', '✓ Når målet', 84],
      ['Matsvinn, gram per portion', 'högst', '✕ Når inte målet', 90],
      ['Andel tid som utförs av timanställda', 'högst', '✓ Når målet', 70],
    ])('tells with the goal of %s which way it is judged', (name, word, status, now) => {
      const cells = cellsOf([yearly([[name, '', 75, now, 80], ['Nöjdhet', '', 70, 71, 90]])], new RegExp(`^${name}`));
      expect([cells[1]?.style?.numberFormat?.split(' ')[0], cells[5]?.result]).toEqual([`"${word}`, status]);
    });

    it('tells what the goal is, so that a version can keep it', () => {
      const cells = cellsOf([yearly(ROWS)], /^Trygghet/);
      expect(cells[1]?.result).toBe(0.85);
    });

    it('explains the columns without speaking of months where there are none', () => {
      const sign = namedRows(buildNyckeltalR12(writingFrom([yearly(ROWS)]))).find(({ key }) => key === 'sign')?.row.cells[0]?.value;
      expect(sign).toMatch(/^Nuläge är det senaste utfallet/);
    });
  });
});
