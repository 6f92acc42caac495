import { r12Views, type R12View, type SeriesChoice } from '../../../src/app/r12View';
import type { SheetGrid } from '../../../src/workbook/grid';
import { buildGrid } from '../../support/gridBuilder';
import { writingFrom } from '../../support/writingBuilder';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'maj', 'jun', 'jul', 'aug', 'sep', 'okt', 'nov', 'dec'];
const series = (name: string, year: number, heads: readonly string[], values: readonly (number | null)[]): SheetGrid =>
  buildGrid([['Månad', ...heads], ...MONTHS.map((month) => [`${month} ${year}`, ...values])], { name });
const viewOf = (sheets: readonly SheetGrid[], key: string, choice?: SeriesChoice): R12View | undefined => {
  const { report, workbook } = writingFrom(sheets);
  return r12Views({ report, grid: workbook }, new Map(choice === undefined ? [] : [[key, choice]])).find((view) => view.key === key);
};
const visits = series('Besök', 2025, ['Planerade besök', 'Sena besök'], [200, 30]);

describe('r12Views', () => {
  it('offers the other series with the same months, on other sheets by their sheet', () => {
    const sheets = [visits, series('Personal', 2025, ['Timmar'], [160]), series('Fjolår', 2024, ['Timmar'], [150])];
    expect(viewOf(sheets, 'Besök: Sena besök')?.wholes).toEqual([
      { key: 'Besök: Planerade besök', label: 'Planerade besök' },
      { key: 'Personal: Timmar', label: 'Personal: Timmar' },
    ]);
  });

  it('shows the chosen share as percent under the key of its series', () => {
    const view = viewOf([visits], 'Besök: Sena besök', { shareOf: 'Besök: Planerade besök' });
    expect(view).toMatchObject({ label: 'Sena besök som andel av planerade besök', isShare: true, method: 'ratio', shareOf: 'Besök: Planerade besök', current: { index: 11, value: 0.15 } });
    expect(view?.points[0]?.value).toBe(0.15);
  });

  it('is a share of none by default', () => {
    expect(viewOf([visits], 'Besök: Sena besök')).toMatchObject({ shareOf: '', isShare: false, current: { value: 360 } });
  });

  it('lets a share that was found be chosen again through another series', () => {
    const hours = series('Hemtjänst', 2025, ['Beviljade timmar', 'Utförda timmar', 'Planerade timmar'], [1000, 790, 988]);
    const key = 'Hemtjänst: Utförd tid som andel av beviljad tid';
    expect(viewOf([hours], key)).toMatchObject({ shareOf: 'Hemtjänst: Beviljade timmar', methodAlone: 'sum', current: { value: 0.79 } });
    expect(viewOf([hours], key, { shareOf: 'Hemtjänst: Planerade timmar' })?.current?.value).toBeCloseTo(790 / 988, 12);
  });
});
