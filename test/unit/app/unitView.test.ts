import { unitText } from '../../../src/app/unitView';
import { buildGrid, buildWorkbook } from '../../support/gridBuilder';

describe('unitText', () => {
  const reading = { grid: buildWorkbook(buildGrid([['Drift'], [' Belopp i tkr ', 2025]], { name: 'Drift', at: 'B2' })) };

  it.each([
    ['B3', 'Belopp i tkr'],
    ['C3', null],
    ['Z99', null],
    [undefined, null],
  ])('of %s is %s', (unitCell, text) => {
    expect(unitText(reading, { sheet: 'Drift', ...(unitCell === undefined ? {} : { unitCell }) })).toBe(text);
  });

  it('is null where the sheet is gone', () => {
    expect(unitText(reading, { sheet: 'Borta', unitCell: 'B3' })).toBeNull();
  });
});
