import { titlePeriod } from '../../../../src/workbook/read/titlePeriod';

describe('titlePeriod', () => {
  it.each([
    ['Åtgärdsplan per 31 mars 2023', '31 mars 2023', 2023],
    ['Driftredovisning april 2025', 'April 2025', 2025],
    ['Period: 2026-08', 'Augusti 2026', 2026],
    ['Urval: Konto 3*–7*, Period 202501–202508\nUtskrivet 2025-09-08', 'Augusti 2025', 2025],
    ['Delår 2 2025, Socialnämnden', 'Delår 2 2025', 2025],
    ['Tertial 1 år 2026', 'Tertial 1 2026', 2026],
    ['Besparingsåtgärder 2024 (tkr)', null, 2024],
    ['Konto 5010 och 4011', null, null],
  ])('reads %s', (title, name, year) => {
    expect(titlePeriod([{ title }])).toEqual({ name, year });
  });

  it('takes the year of another title where the reporting point has none', () => {
    expect(titlePeriod([{ title: 'Prognos 2' }, { title: 'Budget 2025' }])).toEqual({ name: 'Prognos 2 2025', year: 2025 });
  });
});
