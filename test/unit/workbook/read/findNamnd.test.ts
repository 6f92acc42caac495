import { findNamnd } from '../../../../src/workbook/read/findNamnd';
import { buildGrid, buildWorkbook } from '../../../support/gridBuilder';

describe('findNamnd', () => {
  it.each([
    ['Nämnd: Vård- och omsorgsnämnden', 'Vård- och omsorgsnämnden'],
    ['Tertialrapport 1 2026, Socialnämnden', 'Socialnämnden'],
    ['Budgetuppföljning nämnd 70 omsorgsnämnden', 'Omsorgsnämnden'],
    ['Barn-, ungdoms- och utbildningsnämnden, tkr', 'Barn-, ungdoms- och utbildningsnämnden'],
  ])('names the nämnd of "%s"', (title, name) => {
    expect(findNamnd(buildWorkbook(buildGrid([[title], ['Budget', 'Utfall']])))).toBe(name);
  });

  it('takes the one that most titles name', () => {
    const titles = ['Kommunstyrelsen och socialnämnden', 'Äldrenämnden', 'Äldrenämnden'];
    expect(findNamnd(buildWorkbook(...titles.map((title, index) => buildGrid([[title]], { name: `Blad${index}` }))))).toBe('Äldrenämnden');
  });

  it('finds none in the bare word or far down the sheet', () => {
    const rows = [['Nämnden totalt'], ...Array.from({ length: 20 }, () => ['x']), ['Socialnämnden']];
    expect(findNamnd(buildWorkbook(buildGrid(rows)))).toBeNull();
  });
});
