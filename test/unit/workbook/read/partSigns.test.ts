import type { CellValue } from '../../../../src/workbook/grid';
import { readReport, type Reading } from '../../../../src/workbook/read/readWorkbook';
import { buildGrid, buildWorkbook } from '../../../support/gridBuilder';

type Row = readonly CellValue[];
/** 1: the sheet prints outcome − budget, −1: budget − outcome. */
const row = (name: string, budget: number, actual: number, direction: 1 | -1): Row => [name, budget, actual, direction * (actual - budget)];
const elderly = (sign: 1 | -1, direction: 1 | -1): readonly Row[] => [
  ['Äldreomsorg'], row('Hemtjänst', sign * 22130, sign * 24710, direction), row('Särskilt boende', sign * 30130, sign * 31760, direction), row('Korttid', sign * 2970, sign * 2551, direction), row('Dagverksamhet', sign * 160, sign * 150, direction),
  row('Summa äldreomsorg', sign * 55390, sign * 59171, direction),
];
const disabled = (sign: 1 | -1, direction: 1 | -1, turnedBack = 0): readonly Row[] => [
  ['Funktionshinder'], row('LSS boende', sign * 12130, sign * 12710, direction), row('Daglig verksamhet', sign * 8130, sign * 7760, direction), row('Assistans', sign * 3970, sign * 4551, turnedBack > 0 ? (direction === 1 ? -1 : 1) : direction),
  row('Summa funktionshinder', sign * 24230, sign * 25021, direction),
];
const read = (...parts: readonly (readonly Row[])[]): Reading => readReport(buildWorkbook(buildGrid([['Drift, tkr'], [], ['Verksamhet', 'Budget 2024', 'Utfall 2024', 'Avvikelse'], ...parts.flat()])));
const variances = ({ tables }: Reading): unknown => tables[0]?.rows.map((one) => one.variance);
const right = [undefined, -2580, -1630, 419, 10, -3781, undefined, -580, 370, -581, -791];

describe('findPartSigns', () => {
  it('gives a section whose costs stand without a minus its own rule', () => {
    const reading = read(elderly(-1, 1), disabled(1, -1));
    expect([reading.tables[0]?.signRule, reading.tables[0]?.signParts, reading.findings]).toEqual(['costs-negative', [{ rows: [11, 12, 13, 14], signRule: 'costs-positive', signEvidence: { matched: 4, of: 4 } }], []]);
    expect(reading.tables[0]?.rows.map((one) => one.signRule)).toEqual([...Array<undefined>(7).fill(undefined), ...Array<string>(4).fill('costs-positive')]);
    expect(variances(reading)).toEqual(right);
  });

  it('sees that a section prints overspending with plus', () => {
    const reading = read(elderly(1, -1), disabled(1, 1));
    expect(reading.tables[0]?.signParts).toEqual([{ rows: [11, 12, 13, 14], signRule: 'costs-positive', signEvidence: { matched: 4, of: 4 }, printedVariance: 'plus-worse' }]);
    expect([variances(reading), reading.findings]).toEqual([right, []]);
  });

  it('lets the table have the rule of its total where as many rows speak for either', () => {
    const reading = read(elderly(-1, 1).slice(0, 4), disabled(1, -1).slice(0, 4));
    expect([reading.tables[0]?.signParts?.length, variances(reading), reading.findings]).toEqual([1, [undefined, -2580, -1630, 419, undefined, -580, 370, -581], []]);
  });

  it.each([
    ['one row deviates in a section', read(elderly(-1, 1), disabled(-1, 1, 1))],
    ['a section has too few rows of its own', read(elderly(-1, 1), disabled(1, -1).slice(0, 3))],
    ['a section does not agree with itself', read(elderly(-1, 1), disabled(1, -1, 1))],
  ])('establishes nothing where %s', (_, reading) => {
    expect(reading.tables[0]?.signParts).toBeUndefined();
    expect(reading.findings.some((finding) => finding.code === 'sign-mismatch')).toBe(true);
  });

  it('reads revenue of unknown names beside named costs as revenue', () => {
    const reading = read(
      [['Medel'], row('Maxtaxa', 4400, 4800, 1), row('Momskompensation', 3300, 2820, 1), row('Prestationsmedel', 900, 1010, 1)],
      [['Kostnader'], row('Personal', 76530, 82790, -1), row('Lokaler', 6410, 6890, -1), row('Köp av verksamhet', 5100, 4900, -1), row('Livsmedel', 700, 730, -1)],
    );
    expect([variances(reading), reading.findings]).toEqual([[undefined, 400, -480, 110, undefined, -6260, -480, 200, -30], []]);
  });

  it('lets more revenue be better where every deviation is outcome − budget and costs stand without a minus', () => {
    const reading = read([
      row('Taxor och avgifter', 4400, 4800, 1), row('Bidrag', 3300, 2820, 1), row('Summa intäkter', 7700, 7620, 1),
      row('Personal', 76530, 82790, 1), row('Lokaler', 6410, 6890, 1), row('Köp av verksamhet', 5100, 4900, 1), row('Summa kostnader', 88040, 94580, 1), row('Nettokostnad', 80340, 86960, 1),
    ]);
    expect([reading.tables[0]?.signRule, reading.tables[0]?.printedVariance, reading.tables[0]?.signEvidence]).toEqual(['costs-positive', 'plus-worse', { matched: 8, of: 8 }]);
    expect([variances(reading), reading.findings]).toEqual([[400, -480, -80, -6260, -480, 200, -6540, -6620], []]);
  });

  it('adds the deviations of parts that print them differently into their total', () => {
    const reading = read(elderly(1, -1), disabled(1, 1), [['Totalt', 79620, 84192, -4572]]);
    expect([variances(reading), reading.findings]).toEqual([[...right, -4572], []]);
  });

  it('still finds the figure that is wrong inside such a part', () => {
    const [head, first, second, third, sum] = disabled(1, -1);
    const reading = read(elderly(-1, 1), [head ?? [], first ?? [], second ?? [], third ?? [], row('Ledsagning', 2000, 2100, -1), ['Kontaktpersoner', 900, 950, -80], sum?.map((value, place) => [value, 27130, 28071, -971][place] ?? value) ?? []]);
    expect(reading.tables[0]?.signParts?.[0]?.signEvidence).toEqual({ matched: 4, of: 6 });
    expect(reading.findings.filter((finding) => finding.severity === 'error' && finding.cause === undefined).map(({ cell, code }) => [cell, code])).toEqual([['D15', 'variance-mismatch']]);
  });

  it('judges the deviations of costs, revenue and net each by their own column', () => {
    const areas = [['Hemtjänst', 1000, 200, 1100, 250], ['Boende', 3000, 400, 3100, 380], ['LSS', 2000, 100, 1900, 120], ['IFO', 500, 50, 560, 40], ['Stab', 300, 30, 310, 36]] as const;
    const cells = areas.map(([name, bk, bi, uk, ui]): Row => [name, bk, bi, bk - bi, uk, ui, uk - ui, bk - uk, ui - bi, bk - bi - (uk - ui)]);
    const sheet = (rows: readonly Row[]): Reading =>
      readReport(buildWorkbook(buildGrid([['Drift, tkr'], [], ['Verksamhet', 'Budget', '', '', 'Utfall', '', '', 'Avvikelse', '', ''], ['', 'Kostnader', 'Intäkter', 'Netto', 'Kostnader', 'Intäkter', 'Netto', 'Kostnader', 'Intäkter', 'Netto'], ...rows])));
    const reading = sheet(cells);
    expect([reading.findings, reading.tables[0]?.rows.map((one) => one.variance)]).toEqual([[], [-50, -120, 120, -70, -4]]);
    const wrong = sheet(cells.map((one, place) => (place === 2 ? one.map((value, column) => (column === 8 ? -Number(value) : value)) : one)));
    expect(wrong.findings.filter((finding) => finding.severity === 'error' && finding.cause === undefined).map(({ cell, code }) => [cell, code])).toEqual([['I7', 'sign-mismatch']]);
  });
});
