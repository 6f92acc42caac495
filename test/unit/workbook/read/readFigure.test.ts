import { hasPointedThousands, readFigure } from '../../../../src/workbook/read/readFigure';

describe('readFigure', () => {
  it('leaves a figure with one point that could part decimals unread, unless the table’s points part thousands', () => {
    expect(readFigure('816.000', 'General')).toBeNull();
    expect(readFigure('816.000', 'General', true)?.value).toBe(816000);
    expect(readFigure('945.000-', 'General', true)?.value).toBe(-945000);
  });

  it('reads a figure with more than one space between its thousands', () => {
    expect(readFigure('−1  205 \u00a0300,5', 'General')?.value).toBe(-1205300.5);
  });

  it('reads decimals with a point also where points part thousands', () => {
    expect(readFigure('12.5', 'General', true)?.value).toBe(12.5);
    expect(readFigure('0.125', 'General', true)?.value).toBe(0.125);
  });
});

describe('hasPointedThousands', () => {
  it.each([['1.660.000', true], ['12.330.000-', true], ['1.234,56', true], ['816.000', false], ['12.5', false], ['2025.01.31', false], [1660000, false]] as const)('judges %j', (value, isPointed) => {
    expect(hasPointedThousands(value)).toBe(isPointed);
  });
});
