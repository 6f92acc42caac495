import type { CellValue } from '../../../../src/workbook/grid';
import { draftTables } from '../../../../src/workbook/read/draftTables';
import { buildGrid } from '../../../support/gridBuilder';
import { runSteps } from '../../../support/runSteps';

const lastColumn = (heading: string, differences: readonly CellValue[]): unknown => {
  const rows = [[1210, 1190], [2345, 2400], [870, 911], [400, 400]].map((figures, row) => [`Enhet ${'ABCD'[row] ?? ''}`, ...figures, differences[row] ?? null]);
  return runSteps(draftTables(buildGrid([['Enhet', 'Budget', 'Utfall', heading], ...rows])))[0]?.columns[3];
};

describe('inferVariance', () => {
  it.each(['Zzz', 'Resultat', 'Årets resultat'])('takes “%s” for the deviation when its figures are the difference', (heading) => {
    expect(lastColumn(heading, [20, -55, -41, 0])).toMatchObject({ field: 'variance', confidence: 'likely', reason: 'Siffrorna är skillnaden mellan kolumn B och C' });
  });

  it('does not when one row disagrees', () => {
    expect(lastColumn('Zzz', [20, -55, -14, 0])).toMatchObject({ field: 'other' });
  });

  it('does not on two rows that prove something', () => {
    expect(lastColumn('Zzz', [20, -55, null, 0])).toMatchObject({ field: 'other' });
  });
});

describe('inferOutcome', () => {
  const fields = (differences: readonly number[], ...headings: readonly string[]): readonly string[] => {
    const rows = [[1120, 90, 1210, 1190], [2005, 340, 2345, 2400], [800, 70, 870, 911]].map((figures, row) => [`Enhet ${'ABC'[row] ?? ''}`, ...figures, differences[row] ?? 0]);
    return (runSteps(draftTables(buildGrid([headings, ...rows])))[0]?.columns ?? []).map(({ field }) => field);
  };

  it('takes the column that the deviation compares with the budget for the outcome', () => {
    expect(fields([-20, 55, 41], 'Enhet', 'Lön', 'PO', 'Summa', 'Budget', 'Avvikelse')).toEqual(['label', 'other', 'other', 'actual', 'budget', 'variance']);
    expect(fields([-20, 55, 41], 'Enhet', 'Lön', 'PO', 'Summa', 'Budget ack', 'Avvikelse')).toEqual(['label', 'other', 'other', 'actualToDate', 'budgetToDate', 'variance']);
  });

  it('leaves it where one row disagrees', () => {
    expect(fields([-20, 55, 14], 'Enhet', 'Lön', 'PO', 'Summa', 'Budget', 'Avvikelse')[3]).toBe('other');
  });
});
