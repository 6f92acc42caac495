import { isCodeColumn, isFigureColumn, isPercentColumn, isRowNumbers, isTextColumn, readColumnShape } from '../../../../src/workbook/read/columnShape';
import type { CellValue } from '../../../../src/workbook/grid';
import { buildGrid } from '../../../support/gridBuilder';

const shapeOf = (values: readonly CellValue[], format = 'General'): ReturnType<typeof readColumnShape> =>
  readColumnShape(buildGrid(values.map((value) => [value]), { formats: { 'A1:A99': format } }), 0, 0, values.length - 1, new Set());

describe('readColumnShape', () => {
  it('counts figures, signs for no figure and texts', () => {
    expect(shapeOf([10, '1 234,5', '–', 'Svårt att avgöra', null, { error: '#N/A' }])).toMatchObject({ filled: 5, figures: 3, marks: 1, texts: 1 });
  });

  it('counts months that follow each other', () => {
    expect(shapeOf(['jan-25', 'feb-25', 'apr-25', 'jan-25'])).toMatchObject({ months: 4, monthSteps: 2 });
  });

  it('skips headings printed again', () => {
    expect(readColumnShape(buildGrid([[1], ['Budget'], [2]]), 0, 0, 2, new Set([1]))).toMatchObject({ filled: 2, texts: 0 });
  });

  it('takes a sample of a long column', () => {
    expect(shapeOf(Array.from({ length: 20000 }, (_, row) => row)).filled).toBeLessThan(500);
  });
});

describe('isFigureColumn', () => {
  it('goes by what most cells are', () => {
    expect(isFigureColumn(shapeOf([1, 2, 'X mnkr', '–']))).toBe(true);
    expect(isFigureColumn(shapeOf([1, 'a', 'b']))).toBe(false);
  });
});

describe('isTextColumn', () => {
  it('goes by what most cells are', () => {
    expect(isTextColumn(shapeOf(['a', 'b', 1]))).toBe(true);
    expect(isTextColumn(shapeOf(['–', '–']))).toBe(false);
  });
});

describe('isRowNumbers', () => {
  it('goes by steps of one', () => {
    expect(isRowNumbers(shapeOf([1, 2, 3, 4]))).toBe(true);
    expect(isRowNumbers(shapeOf([1, 2, 4]))).toBe(false);
    expect(isRowNumbers(shapeOf([1, 2]))).toBe(false);
  });
});

describe('isPercentColumn', () => {
  it('asks that most figures are shares', () => {
    expect(isPercentColumn(shapeOf(['79 %', '75%', 12]))).toBe(false);
    expect(isPercentColumn(shapeOf(['79 %', '75%', '8 %', 12]))).toBe(true);
    expect(isPercentColumn(shapeOf([0.1, 0.2], '0.0%'))).toBe(true);
  });
});

describe('isCodeColumn', () => {
  it.each([
    [[510, 511, 520], 'General', true],
    [['0510', '0511', '30110'], 'General', true],
    [[510, 511, 520], '#,##0', false],
    [['04110', '04110', 'Σ 04110'], 'General', true],
    [['Norr', '04110', 'Söder'], 'General', false],
    [['12 500', '13 000'], 'General', false],
    [[5.5, 6.5], 'General', false],
  ] as const)('judges %j in format %s', (values, format, isCode) => {
    expect(isCodeColumn(shapeOf(values, format))).toBe(isCode);
  });
});
