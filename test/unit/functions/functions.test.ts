import fc from 'fast-check';
import { stubCustomFunctions } from '../../support/customFunctions';
import type * as Functions from '../../../src/functions/functions';

let von: typeof Functions;
let associated: ReadonlyMap<string, unknown>;

beforeAll(async () => {
  associated = stubCustomFunctions();
  von = await import('../../../src/functions/functions');
});

/** A result with each error as its code. */
function codes(calculate: () => unknown): unknown {
  const code = (cell: unknown): unknown => (typeof cell === 'object' && cell !== null && 'code' in cell ? cell.code : cell);
  try {
    return (calculate() as unknown[][]).map((row) => row.map(code));
  } catch (error) {
    return code(error);
  }
}

function messageOf(calculate: () => unknown): string {
  try {
    const cell = (calculate() as unknown[][])[0]?.[0];
    return cell instanceof Error ? cell.message : '';
  } catch (error) {
    return error instanceof Error ? error.message : '';
  }
}

const error = (code: string): unknown => Object.assign(new Error(code), { code });
const twelve = (value: number): number[][] => Array.from({ length: 12 }, () => [value]);

describe('functions', () => {
  it('are associated by their ids, each with its own function', () => {
    expect([...associated.keys()]).toHaveLength(18);
    expect(new Set(associated.values()).size).toBe(18);
  });

  it('take an omitted argument as null and as undefined', () => {
    // Excel hands over null; the type of the parameter only knows the argument that is left out.
    const omitted = null as unknown as undefined;
    expect(codes(() => von.avvikelse([[10]], [[12]], omitted))).toEqual([[2]]);
    expect(codes(() => von.avvikelse([[10]], [[12]]))).toEqual([[2]]);
    expect(codes(() => von.fordela([[10]], [[1, 1]], omitted))).toEqual([[5, 5]]);
  });
});

describe('avvikelse', () => {
  it('spills in the shape of the ranges', () => {
    expect(codes(() => von.avvikelse([[1, 2, 3], [4, 5, 6]], [[2, 2, 2], [2, 2, 2]]))).toEqual([[1, 0, -1], [-2, -3, -4]]);
  });

  it('repeats a single value against a range, on either side', () => {
    expect(codes(() => von.avvikelse([[1]], [[2], [3]]))).toEqual([[1], [2]]);
    expect(codes(() => von.avvikelse([[2], [3]], [[1]]))).toEqual([[-1], [-2]]);
  });

  it.each([
    ['rows against more rows', [[1], [2]], [[1], [2], [3]]],
    ['a row against a column', [[1, 2]], [[1], [2]]],
    ['a row against a block', [[1, 2]], [[1, 2], [3, 4]]],
  ])('refuses %s', (_, budget, actual) => {
    expect(codes(() => von.avvikelse(budget, actual))).toBe('#VALUE!');
  });

  it('takes a sign rule per row', () => {
    expect(codes(() => von.avvikelse([[10], [10]], [[12], [12]], [['Minus'], [' plus ']]))).toEqual([[2], [-2]]);
    expect(codes(() => von.avvikelse([[10], [10]], [[12], [12]], [['plus'], ['x']]))).toEqual([[-2], ['#VALUE!']]);
  });

  it.each([[null], [0], ['']])('takes %j as the default sign rule', (rule) => {
    expect(codes(() => von.avvikelse([[10]], [[12]], [[rule]]))).toEqual([[2]]);
  });

  it('gives empty for empty and counts one empty side as 0', () => {
    expect(codes(() => von.avvikelse([[null], [''], ['–'], [5], [null]], [[null], ['-'], [' '], [null], [5]]))).toEqual([[''], [''], [''], [-5], [5]]);
  });

  it('keeps the error of a cell in its own row', () => {
    const budget = [[1], [error('#DIV/0!')], ['#N/A'], [error('#REF!')], [{ basicValue: '#NUM!' }], [true], [2]];
    const actual = [[1], [1], [1], [1], [1], [1], [error('#NAME?')]];
    expect(codes(() => von.avvikelse(budget, actual))).toEqual([[0], ['#DIV/0!'], ['#N/A'], ['#VALUE!'], ['#NUM!'], ['#VALUE!'], ['#VALUE!']]);
  });

  it('takes the value of a number with its own format', () => {
    expect(codes(() => von.avvikelse([[{ type: 'FormattedNumber', basicValue: 10, numberFormat: '0' }]], [[12]]))).toEqual([[2]]);
  });

  it('refuses a call with two units, but not an amount without one', () => {
    expect(codes(() => von.avvikelse([['68 tkr'], [5]], [['1 297 tkr'], [6]]))).toEqual([[1229], [1]]);
    expect(codes(() => von.avvikelse([['68 tkr'], ['2 mnkr']], [[5], [6]]))).toBe('#VALUE!');
    expect(codes(() => von.avvikelse([['5 mkr']], [['6 Mkr']]))).toEqual([[1]]);
  });

  it('shows no binary residue', () => {
    expect(codes(() => von.avvikelse([[-221.3]], [[-247.1]]))).toEqual([[-25.8]]);
  });

  it('judges mirrored signs the same', () => {
    const anAmount = fc.integer({ min: -1_000_000, max: 1_000_000 }).map((ore) => ore / 100);
    fc.assert(
      fc.property(fc.array(fc.tuple(anAmount, anAmount), { minLength: 1, maxLength: 20 }), (pairs) => {
        const negative = von.avvikelse(pairs.map(([budget]) => [budget]), pairs.map(([, actual]) => [actual]));
        const positive = von.avvikelse(pairs.map(([budget]) => [-budget]), pairs.map(([, actual]) => [-actual]), [['plus']]);
        expect(positive).toEqual(negative);
      }),
    );
  });
});

describe('avvikelseprocent', () => {
  it('shows a budget of 0 in its own row', () => {
    expect(codes(() => von.avvikelseprocent([[0], [0], [100], [null]], [[5], [0], [101], [1]]))).toEqual([['#DIV/0!'], [0], [0.01], ['#DIV/0!']]);
  });
});

describe('arseffekt', () => {
  it('takes ranges of everything', () => {
    const result = von.arseffekt([[2900], [2400]], [[45_748], [45_901]], [[2025], [2025]], [[0], [null]], [[0], [4]]);
    expect(codes(() => result)).toEqual([[2175], [500]]);
  });

  it('takes days and months as text, a month as end by its last day', () => {
    expect(codes(() => von.arseffekt([[1200]], [['2025-04-01']], [[2025]]))).toEqual([[900]]);
    expect(codes(() => von.arseffekt([[1200]], [['2025-04']], [[2025]], [['2025-06']]))).toEqual([[300]]);
  });

  it('gives empty without an effect, a start or a year, as null and as the 0 of the desktop', () => {
    expect(codes(() => von.arseffekt([[null], [1], [1], [1], [1]], [[45_748], [null], [0], [45_748], [45_748]], [[2025], [2025], [2025], [null], [0]]))).toEqual([
      [''], [''], [''], [''], [''],
    ]);
  });

  it('keeps each fault in its own row', () => {
    const starts = [[45_809], [-5], [45_748], [45_748], [45_748], ['i vår']];
    const years = [[2025], [2025], [25], [2025.5], [2025], [2025]];
    const ends = [[45_658], [0], [0], [0], [0], [0]];
    const ramps = [[0], [0], [0], [0], [-1], [0]];
    expect(codes(() => von.arseffekt([[1], [1], [1], [1], [1], [1]], starts, years, ends, ramps))).toEqual(new Array(6).fill(['#VALUE!']));
  });
});

describe('helarseffekt', () => {
  it('cannot follow from a year without effect', () => {
    expect(codes(() => von.helarseffekt([[100], [2175]], [[47_484], [45_748]], [[2025]]))).toEqual([['#NUM!'], [2900]]);
  });
});

describe('rullande12', () => {
  it('takes a row and a column', () => {
    expect(codes(() => von.rullande12(twelve(5)))).toEqual([[60]]);
    expect(codes(() => von.rullande12([twelve(5).map(([value]) => value)]))).toEqual([[60]]);
  });

  it('refuses a block', () => {
    expect(codes(() => von.rullande12([[1, 2], [3, 4]]))).toBe('#VALUE!');
  });

  it('names the place of a missing month', () => {
    const series = [...twelve(1), [1], [1]];
    series[6] = [0];
    expect(messageOf(() => von.rullande12(series))).toContain('Månad 7 ');
    expect(codes(() => von.rullande12(series))).toEqual([['#N/A']]);
  });

  it.each([[true], ['SANT'], [1]])('takes zeros inside the series for figures when told so by %j', (allowed) => {
    const series = [...twelve(1), [0], [1]];
    expect(codes(() => von.rullande12(series, undefined, [[allowed]]))).toEqual([[11]]);
  });

  it('takes zeros at the end for months to come, also where zeros are allowed', () => {
    expect(codes(() => von.rullande12([...twelve(1), [0], [null]], [['summa']], [[true]]))).toEqual([[12]]);
  });

  it('gives the error of a cell in the window, and does not mind one before it', () => {
    expect(codes(() => von.rullande12([...twelve(1), [error('#DIV/0!')]]))).toEqual([['#DIV/0!']]);
    expect(codes(() => von.rullande12([[error('#DIV/0!')], ...twelve(1)]))).toEqual([[12]]);
  });

  it('gives empty for an empty range', () => {
    expect(codes(() => von.rullande12([[null], [0], ['']]))).toEqual([['']]);
  });

  it('refuses an unknown method and a range as method', () => {
    expect(codes(() => von.rullande12(twelve(1), [['median']]))).toBe('#VALUE!');
    expect(codes(() => von.rullande12(twelve(1), [['summa'], ['medel']]))).toBe('#VALUE!');
    expect(codes(() => von.rullande12(twelve(1), [['summa']], [['kanske']]))).toBe('#VALUE!');
  });
});

describe('rullande12kvot', () => {
  it('shows a month that one of the series lacks', () => {
    expect(codes(() => von.rullande12kvot([...twelve(3), [0]], [...twelve(4), [4]]))).toEqual([['#N/A']]);
    expect(codes(() => von.rullande12kvot([...twelve(3), [0]], [...twelve(4), [4]], [[true]]))).toEqual([[33 / 48]]);
  });
});

describe('rullande12serie', () => {
  it('shows a gap in every window that has it, and nothing before the twelfth month or after the last', () => {
    const series = Array.from({ length: 27 }, (_, i) => [i === 12 ? 0 : 1]);
    const result = codes(() => von.rullande12serie([...series, [0], [null]])) as unknown[][];
    expect(result.flat()).toEqual([...new Array(11).fill(''), 12, ...new Array(12).fill('#N/A'), 12, 12, 12, '', '']);
  });

  it('keeps the shape of a row', () => {
    expect(codes(() => von.rullande12serie([[1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 2]]))).toEqual([['', '', '', '', '', '', '', '', '', '', '', 12, 13]]);
  });

  it('shows the error of a cell in its own month', () => {
    const series: unknown[][] = Array.from({ length: 13 }, () => [1]);
    series[3] = ['x'];
    const result = codes(() => von.rullande12serie(series)) as unknown[][];
    expect(result.flat()).toEqual(['', '', '', '#VALUE!', ...new Array(7).fill(''), '#N/A', '#N/A']);
  });
});

describe('helarsprognos', () => {
  it('takes a method per row', () => {
    const result = von.helarsprognos([[7249], [7249], [7249]], [[10]], [[13_299]], [['linjär'], ['restbudget'], ['säsong']], [[4841], [4841], [5745]], [[9459]]);
    expect(codes(() => result)).toEqual([[8698.8], [15_707], [(7249 * 9459) / 5745]]);
  });

  it.each([[0], [13], [1.5], [null], ['mars']])('refuses the month %j', (month) => {
    expect(codes(() => von.helarsprognos([[1]], [[month]], [[1]]))).toEqual([['#VALUE!']]);
  });

  it('needs what the seasons are compared with', () => {
    expect(codes(() => von.helarsprognos([[1]], [[5]], [[1]], [['säsong']], [[2]]))).toEqual([['#N/A']]);
    expect(codes(() => von.helarsprognos([[1]], [[5]], [[1]], [['säsong']], [[0]], [[2]]))).toEqual([['#DIV/0!']]);
  });

  it('takes a budget to date of 0 for what it is', () => {
    expect(codes(() => von.helarsprognos([[10]], [[6]], [[100]], undefined, [[0]]))).toEqual([[110]]);
    expect(codes(() => von.helarsprognos([[10]], [[6]], [[100]]))).toEqual([[60]]);
  });
});

describe('malstatus', () => {
  it('takes figures and words down a column', () => {
    const result = von.malstatus([[8.7], ['79 %'], [33.5], [null], [5]], [[9.2], ['öka'], ['Minska'], [5], [null]], [['låg'], [null], [0], [''], ['']], [[null], [0.75], [33.5], [1], [1]]);
    expect(codes(() => result)).toEqual([['Når målet'], ['Når målet'], ['Når inte målet'], [''], ['']]);
  });

  it('shows what it cannot judge', () => {
    expect(codes(() => von.malstatus([[5]], [['Minska']], [['låg']]))).toEqual([['#N/A']]);
    expect(codes(() => von.malstatus([[5]], [['Bli bättre']]))).toEqual([['#VALUE!']]);
    expect(codes(() => von.malstatus([[5]], [[6]], [['uppåt']]))).toEqual([['#VALUE!']]);
  });
});

describe('fordela', () => {
  it('keeps the shape of the weights and leaves an empty weight empty', () => {
    expect(codes(() => von.fordela([[100]], [[1, 1], [null, 2]]))).toEqual([[25, 25], ['', 50]]);
  });

  it('takes weights in percent beside an amount with a unit', () => {
    expect(codes(() => von.fordela([['21 000 tkr']], [['66 %'], ['23 %'], ['6 %'], ['5 %']]))).toEqual([[13_860], [4830], [1260], [1050]]);
  });

  it.each([
    ['weights that sum to 0', [[100]], [[0], [0]], undefined, '#DIV/0!'],
    ['a negative weight', [[100]], [[1], [-1]], undefined, '#VALUE!'],
    ['a step of 0', [[100]], [[1]], [[0]], '#VALUE!'],
    ['a range of amounts', [[1], [2]], [[1], [2]], undefined, '#VALUE!'],
    ['an error among the weights', [[1]], [[1], ['#N/A']], undefined, '#N/A'],
  ])('refuses %s', (_, amount, weights, unit, expected) => {
    expect(codes(() => von.fordela(amount, weights, unit))).toBe(expected);
  });

  it('gives empty for an empty amount', () => {
    expect(codes(() => von.fordela([[null]], [[1], [2]]))).toEqual([[''], ['']]);
  });
});

describe('kvarattfinna', () => {
  it('stops at 0 and counts empty cells as nothing', () => {
    expect(codes(() => von.kvarattfinna([[4200]], [[2750], [null], ['–']]))).toEqual([[1450]]);
    expect(codes(() => von.kvarattfinna([[1000]], [[900], [400]]))).toEqual([[0]]);
    expect(codes(() => von.kvarattfinna([[null]], [[null]]))).toEqual([['']]);
  });

  it('gives the first error of its cells', () => {
    expect(codes(() => von.kvarattfinna([[4200]], [[1], ['X mnkr'], ['#N/A']]))).toBe('#VALUE!');
  });
});

describe('avstam', () => {
  it('takes no decimals unless told', () => {
    expect(codes(() => von.avstam([[44.5], [35.1], [12.9]], [[92]]))).toEqual([['Avrundning']]);
    expect(codes(() => von.avstam([[44.5], [35.1], [12.9]], [[92]], [[1]]))).toEqual([['Fel']]);
  });

  it('is OK in spite of binary residue', () => {
    expect(codes(() => von.avstam([[0.1], [0.2]], [[0.3]], [[4]]))).toEqual([['OK']]);
  });

  it.each([[-1], [1.5], ['två']])('refuses %j decimals', (decimals) => {
    expect(codes(() => von.avstam([[1]], [[1]], [[decimals]]))).toBe('#VALUE!');
  });
});

describe('tal', () => {
  it('reads texts, passes numbers on and leaves empty cells empty', () => {
    expect(codes(() => von.tal([['1 234,5 tkr', 5, null], ['(3,4 %)', 'X mnkr', '–']]))).toEqual([[1234.5, 5, ''], [-0.034, '#VALUE!', '']]);
  });
});
