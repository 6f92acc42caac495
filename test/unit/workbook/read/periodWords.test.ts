import { readMonth, readPeriodWords, readYear } from '../../../../src/workbook/read/periodWords';

describe('readPeriodWords', () => {
  it.each([
    ['Utfall jan-aug', { kind: 'toDate', month: 8 }],
    ['Utfall jan–augusti 2017', { kind: 'toDate', month: 8, year: 2017 }],
    ['Utfall januari till och med augusti', { kind: 'toDate', month: 8 }],
    ['Realiserad t.o.m. april', { kind: 'toDate', month: 4 }],
    ['Utfall tom april', { kind: 'toDate', month: 4 }],
    ['Budget ack', { kind: 'toDate' }],
    ['Periodutfall', { kind: 'toDate' }],
    ['Utfall T2', { kind: 'toDate', month: 8 }],
    ['Utfall kvartal 1', { kind: 'toDate', month: 3 }],
    ['Utfall delår 1', { kind: 'toDate' }],
    ['Period: 202501–202508', { kind: 'toDate', month: 8, year: 2025 }],
    ['Helårsbudget', { kind: 'fullYear' }],
    ['Årsbudget 2024', { kind: 'fullYear', year: 2024 }],
    ['jan-dec 2023', { kind: 'fullYear', year: 2023 }],
    ['Antal per 31 december 2024', { kind: 'fullYear', year: 2024 }],
    ['Utfall okt 2025', { kind: 'month', month: 10, year: 2025 }],
    ['202408', { kind: 'month', month: 8, year: 2024 }],
    ['Utfall 2508', { kind: 'month', month: 8, year: 2025 }],
  ])('reads the period of "%s"', (text, period) => {
    expect(readPeriodWords(text).period).toEqual(period);
  });

  it.each(['Budget', 'Marsvin', 'Konto 2508', 'Avvikelse maj-aug', 'Budget 2025-2027'])('finds no period in "%s"', (text) => {
    expect(readPeriodWords(text).period).toBeUndefined();
  });

  it.each([
    ['Prognos\naug', 'aug'],
    ['Prognos 2', '2'],
    ['Prognos T2', 'T2'],
    ['Prognos delår 1', 'delår 1'],
    ['15 oktober', '15 oktober'],
  ])('keeps the words of "%s" for when it was made', (text, asOf) => {
    expect(readPeriodWords(text).asOf).toBe(asOf);
  });

  it.each([
    ['Bud 25', 2025], ['Budget 25', 2025], ["Budget '25", 2025], ['Utf -24', 2024], ['Utf−24', 2024], ['Årsbudget 26', 2026], ['Bokslut -23', 2023], ['Prognos 25', 2025], ['Q2 25', 2025],
  ])('reads the two digits of "%s" as a year', (heading, year) => {
    expect(readPeriodWords(heading).year).toBe(year);
    expect(readPeriodWords(heading).asOf).toBe(heading.startsWith('Q') ? 'Q2' : undefined);
  });

  it.each(['Prognos 10', 'Utfall 12', 'Budget 25 %', 'Utfall 25 aug', 'Utfall 31/8', 'Budget 25-27', 'Konto 25', 'Utfall 25,5'])('reads no year from the digits of "%s"', (heading) => {
    expect(readPeriodWords(heading).year).toBeUndefined();
  });

  it.each([['Utfall kv 2', 2], ['Q1', 1], ['kvartal 3', 3], ['Kv. 4 2025', 4], ['2:a kvartalet', 2], ['Utfall t.o.m. kv 2', undefined], ['Utfall T2', undefined]])('finds the quarter of "%s"', (heading, quarter) => {
    expect(readPeriodWords(heading).quarter).toBe(quarter);
  });

  it('gives a year only where there is one', () => {
    expect(readPeriodWords('Budget 2025').year).toBe(2025);
    expect(readPeriodWords('Plan 2025-2027').year).toBeUndefined();
    expect(readPeriodWords('jan-25').year).toBe(2025);
  });
});

describe('readMonth', () => {
  it.each([
    ['jan-25', 'General', { month: 1, year: 2025 }],
    ['Augusti', 'General', { month: 8 }],
    ['2025-feb', 'General', { month: 2, year: 2025 }],
    ['2024-10', 'General', { month: 10, year: 2024 }],
    [202501, 'General', { month: 1, year: 2025 }],
    [45292, 'mmm yyyy', { month: 1, year: 2024 }],
  ])('reads %p', (value, numberFormat, month) => {
    expect(readMonth(value, numberFormat)).toEqual(month);
  });

  it.each([[45292, '#,##0'], [202513, 'General'], ['januari och februari', 'General'], ['2025', 'General'], [null, 'General']])('reads no month from %p', (value, numberFormat) => {
    expect(readMonth(value, numberFormat)).toBeNull();
  });
});

describe('readYear', () => {
  it.each([[2024, 2024], ['2024', 2024], ['År 2025', 2025], [2024.5, null], [1850, null], ['Budget 2024', null]])('reads %p as %p', (value, year) => {
    expect(readYear(value)).toBe(year);
  });
});
