import type { SheetGrid } from '../../../../src/workbook/grid';
import { buildAvvikelseanalys } from '../../../../src/workbook/write/avvikelseanalys';
import { namedRows, type DraftCell } from '../../../../src/workbook/write/sheetDraft';
import { draftToSpec } from '../../../../src/workbook/write/specBuilder';
import { buildGrid } from '../../../support/gridBuilder';
import { gridAfter, writingFrom } from '../../../support/writingBuilder';

const drift = (name = 'Drift', rows: SheetGrid['values'] = ROWS): SheetGrid =>
  buildGrid([['Driftredovisning 2024 (mnkr)'], [], ['Verksamhet', 'Bokslut 2023', 'Budget 2024', 'Utfall 2024', 'Avvikelse'], ...rows], { name });
const ROWS: SheetGrid['values'] = [
  ['Hemtjänst', -225, -221.3, -247.1, -25.8],
  ['Boende', -302.7, -301.3, -317.6, -16.3],
  ['Öppen verksamhet', 0, 0, 0, 0],
  ['Boendestöd', -15.6, -19.7, -15.5, 4.2],
  ['Totalt', -543.3, -542.3, -580.2, -37.9],
];

const cellsOf = (label: string, sheets: readonly SheetGrid[], changes = {}): readonly (DraftCell | undefined)[] =>
  namedRows(buildAvvikelseanalys(writingFrom(sheets, changes))).find(({ row }) => row.cells[0]?.value === label)?.row.cells ?? [];

describe('buildAvvikelseanalys', () => {
  it('writes each row as formulas over the user’s cells', () => {
    const [, previous, budget, actual, amount, percent, , judgement, , source] = cellsOf('Hemtjänst', [drift()]);
    expect(previous?.value).toEqual({ formula: "='Drift'!B4" });
    expect(budget?.value).toEqual({ formula: "='Drift'!C4" });
    expect(actual?.value).toEqual({ formula: "='Drift'!D4" });
    expect(amount).toMatchObject({ value: { formula: '=D7-C7' }, result: -25.8 });
    expect(percent?.value).toEqual({ formula: '=IFERROR(E7/ABS(C7),"–")' });
    expect(percent?.result).toBeCloseTo(-0.11658, 5);
    expect(judgement?.result).toBe('▼ Underskott');
    expect(source).toMatchObject({ value: 'rad 4', link: "'Drift'!D4" });
  });

  it('subtracts the other way where costs stand without minus', () => {
    const rows = [['Hemtjänst', 225, 221.3, 247.1, -25.8], ['Boende', 302.7, 301.3, 317.6, -16.3], ['Stöd', 15.6, 19.7, 15.5, 4.2]];
    expect(cellsOf('Hemtjänst', [drift('Drift', rows)])[4]).toMatchObject({ value: { formula: '=C7-D7' }, result: -25.8 });
  });

  it('shows a missing figure and an undefined percent as "–", never as 0', () => {
    const [, , , , amount, percent, , judgement] = cellsOf('Öppen verksamhet', [drift()]);
    expect([amount?.result, percent?.result, judgement?.result]).toEqual([0, '–', 'Inom tröskeln']);
    const empty = cellsOf('Öppen verksamhet', [drift('Drift', ROWS.map((row) => (row[0] === 'Öppen verksamhet' ? [row[0] ?? null, -3, null, null, null] : row)))]);
    expect(empty[2]).toMatchObject({ value: { formula: `=IF(ISNUMBER('Drift'!C6),'Drift'!C6,"–")` }, result: '–' });
    expect(empty[4]?.result).toBe('–');
  });

  it('writes a number that the source holds as text as a value, and says so', () => {
    const rows = ROWS.map((row) => (row[0] === 'Boendestöd' ? ['Boendestöd', -15.6, '−19,7', -15.5, 4.2] : row));
    const input = writingFrom([drift('Drift', rows)]);
    const named = namedRows(buildAvvikelseanalys(input));
    expect(named.find(({ row }) => row.cells[0]?.value === 'Boendestöd')?.row.cells[2]?.value).toBe(-19.7);
    expect(named.some(({ row }) => /cell C7 i källan innehåller text/.test(String(row.cells[0]?.value)))).toBe(true);
  });

  it('puts the difference between the total and its parts on a row of its own', () => {
    const rows = [...ROWS.slice(0, 4), ['Totalt', -543.3, -542.4, -580.2, -37.8]];
    const [, , , , amount, , , word] = cellsOf('Avrundning', [drift('Drift', rows)]);
    expect(amount?.value).toEqual({ formula: '=E12-SUM(E7:E10)' });
    expect(amount?.result).toBeCloseTo(0.1, 9);
    expect(word?.value).toBe('Ryms i 0,25');
  });

  it.each(["Pelles 'blad'", '=1+1', 'A!B', 'Bänk "x"'])('quotes the sheet name %j so that it cannot break out of a formula', (name) => {
    const formulas = draftToSpec(buildAvvikelseanalys(writingFrom([drift(name)]))).blocks.flatMap(({ values }) => values.flat()).flatMap((value) => (typeof value === 'object' && value !== null ? [value.formula] : []));
    expect(formulas).toContain(`='${name.replaceAll("'", "''")}'!C4`);
  });

  it('says what the sign rule rests on', () => {
    const sign = namedRows(buildAvvikelseanalys(writingFrom([drift()]))).find(({ block, key }) => block === 'head' && key === 'sign')?.row.cells[0]?.value;
    expect(sign).toMatch(/^Teckenregel: kostnader med minus\. Avvikelse = utfall − budget\. \+ överskott, − underskott\. Stämmer på \d+ av \d+ rader i Drift A3:E8/);
    const [first] = writingFrom([drift()]).tables;
    const open = first === undefined ? [] : [{ ...first, isConfirmed: false }];
    const unsure = namedRows(buildAvvikelseanalys(writingFrom([drift()], { tables: open }))).find(({ key }) => key === 'sign')?.row.cells[0]?.value;
    expect(unsure).toMatch(/ej bekräftad/);
  });

  it('names what separates the total from the parts that the bridge shows, where part sums stand between', () => {
    const rows = [
      ['Hemtjänst', -90, -100, -110, -10], ['Natt', -40, -50, -52, -2], ['Summa ordinärt boende', -130, -150, -172, -22],
      ['Särskilt boende', -180, -200, -205, -5], ['Korttid', -60, -70, -68, 2], ['Summa boende', -240, -270, -273, -3],
      ['Totalt', -370, -420, -445, -25],
    ];
    const bridge = namedRows(buildAvvikelseanalys(writingFrom([drift('Drift', rows)]))).filter(({ block, key }) => block === 'bridge Drift' && key.startsWith('step'));
    const steps = bridge.map(({ row }) => row.cells.filter((cell) => cell !== undefined));
    expect(steps.map(([label]) => label?.value)).toEqual(['Steg', 'Budget', 'Hemtjänst', 'Särskilt boende', 'Natt', 'Korttid', 'Skillnad mot totalen', 'Utfall']);
    expect(steps[6]?.[1]?.result).toBeCloseTo(-10, 9);
  });

  it('bridges from budget to outcome by steps that sum to the total', () => {
    const draft = buildAvvikelseanalys(writingFrom([drift()]));
    const chart = draft.blocks.flatMap((block) => block.charts ?? [])[0];
    expect(chart?.title).toBe('Budgetavvikelsen är −37,9 mnkr, Hemtjänst och Boende ger tillsammans −42,1 mnkr');
    const grid = gridAfter(draftToSpec(draft));
    const steps = namedRows(draft).filter(({ key }) => /^step [1-9]/.test(key)).map(({ row }) => row.cells[12]?.result as number | undefined);
    const amounts = steps.filter((amount): amount is number => amount !== undefined);
    expect(amounts.slice(0, -1).reduce((sum, amount) => sum + amount, 0)).toBeCloseTo(amounts.at(-1) ?? NaN, 9);
    expect(grid.values.flat()).toContain('Hemtjänst och Boende ger tillsammans −42,1 mnkr, Boendestöd ger +4,2 mnkr. Budgetavvikelsen är −37,9 mnkr.');
  });

  describe('the bridge', () => {
    const bridgeOf = (rows: SheetGrid['values']): { readonly steps: readonly unknown[]; readonly title: string | undefined; readonly texts: readonly unknown[] } => {
      const draft = buildAvvikelseanalys(writingFrom([drift('Drift', rows)]));
      const named = namedRows(draft);
      return {
        steps: named.filter(({ key }) => /^step [1-9]/.test(key)).map(({ row }) => row.cells[11]?.value),
        title: draft.blocks.flatMap((block) => block.charts ?? [])[0]?.title,
        texts: named.map(({ row }) => row.cells[0]?.value),
      };
    };

    it('hides no row that is larger than one it shows, whatever the threshold says of its share', () => {
      const small = Array.from({ length: 7 }, (_, index) => [`Enhet ${index + 1}`, null, -60, -60.2, -0.2]);
      const { steps, texts } = bridgeOf([['Grundskola', null, -400, -406, -6], ['Särskola', null, -40, -43.5, -3.5], ...small, ['Totalt', null, -860, -870.9, -10.9]]);
      expect(steps).toEqual(['Budget', 'Grundskola', 'Särskola', '7 övriga', 'Utfall']);
      expect(texts).toContain('Grundskola och Särskola svarar för −9,5 av budgetavvikelsen −10,9 mnkr.');
    });

    it('shows every row where there are few', () => {
      const { steps } = bridgeOf([['Individ och familj', null, -176.4, -187.7, -11.3], ['Äldreomsorg', null, -521, -531.4, -10.4], ['Stöd', null, -100, -99.9, 0.1], ['Totalt', null, -797.4, -819, -21.6]]);
      expect(steps).toEqual(['Budget', 'Individ och familj', 'Äldreomsorg', 'Stöd', 'Utfall']);
    });

    it('has no column for what does not deviate, and names a sum as a name begins', () => {
      const { steps } = bridgeOf([['Personal', null, -368, -379, -11], ['Lokaler', null, -54, -54, 0], ['Övrigt', null, -90, -93, -3], ['Kommunbidrag', null, 512, 512, 0], ['Totalt', null, 0, -14, -14]]);
      expect(steps).toEqual(['Budget', 'Personal', 'Övrigt', 'Utfall']);
    });

    it('shows the rows by size where none of them reaches the threshold', () => {
      const { steps, title } = bridgeOf([['Äldre', null, -400, -400.6, -0.6], ['LSS', null, -300, -300.9, -0.9], ['Stöd', null, -100, -99.9, 0.1], ['Totalt', null, -800, -801.4, -1.4]]);
      expect(steps).toEqual(['Budget', 'LSS', 'Äldre', 'Stöd', 'Utfall']);
      expect(title).toBe('Budgetavvikelsen är −1,4 mnkr, LSS och Äldre ger tillsammans −1,5 mnkr');
    });

    it('tells two rows of one name apart by their section', () => {
      const { steps } = bridgeOf([['Äldreomsorg', null, null, null, null], ['Externa placeringar', null, -70, -80, -10], ['Hemtjänst', null, -100, -101, -1], ['LSS', null, null, null, null], ['Externa placeringar', null, -90, -110, -20], ['Boende', null, -50, -49, 1], ['Totalt', null, -310, -340, -30]]);
      expect(steps).toEqual(['Budget', 'Externa placeringar (LSS)', 'Externa placeringar (Äldreomsorg)', 'Hemtjänst', 'Boende', 'Utfall']);
    });

    it('cuts long names between words, and leaves out the other side where the sentence would not fit the page', () => {
      const long = (word: string): string => `${word} enligt socialtjänstlagen och LSS med mera`;
      const { steps, texts } = bridgeOf([[long('Insatser'), null, -100, -110, -10], [long('Boenden'), null, -100, -108, -8], [long('Arbeten'), null, -50, -46, 4], [long('Stöd'), null, -50, -45, 5], ['Totalt', null, -300, -309, -9]]);
      expect(steps).toEqual(['Budget', 'Insatser enligt socialtjänstlagen…', 'Boenden enligt socialtjänstlagen…', 'Stöd enligt socialtjänstlagen och…', 'Arbeten enligt socialtjänstlagen…', 'Utfall']);
      expect(texts).toContain('Insatser enligt socialtjänstlagen… och Boenden enligt socialtjänstlagen… ger tillsammans −18,0 mnkr. Budgetavvikelsen är −9,0 mnkr.');
    });

    it('does not let a part answer for more than the whole', () => {
      const { texts } = bridgeOf([['Hemtjänst', null, -200, -225, -25], ['Boende', null, -300, -276, 24], ['Stöd', null, -30, -30, 0], ['Totalt', null, -530, -531, -1]]);
      expect(texts).toContain('Hemtjänst ger −25,0 mnkr, Boende ger +24,0 mnkr. Budgetavvikelsen är −1,0 mnkr.');
    });

    it('ends with what the budget has become, and the avvikelse beside it', () => {
      const texts = namedRows(buildAvvikelseanalys(writingFrom([drift()]))).filter(({ key }) => /^step [1-9]/.test(key)).map(({ row }) => row.cells[22]?.value);
      expect(JSON.stringify(texts.at(-1))).toMatch(/N\(D11\).*\(.*N\(M\d+\)/);
    });
  });

  it('gives a column of the source room for the longest word of its heading', () => {
    const wide = buildGrid([['Drift (mnkr)'], [], ['Verksamhet', 'Helårsbudget', 'Nettokostnadsprognos', 'Avvikelse'], ['Hemtjänst', -221.3, -247.1, -25.8], ['Boende', -301.3, -317.6, -16.3], ['Stöd', -19.7, -15.5, 4.2]], { name: 'Drift' });
    const [, context, , compared] = buildAvvikelseanalys(writingFrom([wide])).columns;
    expect(compared?.width).toBeGreaterThanOrEqual('Nettokostnadsprognos'.length);
    expect(context?.width).toBe(12);
  });

  it('lets all bars share one zero line whatever the unit of the table', () => {
    const tkr = buildGrid([['Per ansvar (tkr)'], [], ['Ansvar', 'Budget 2024', 'Utfall 2024', 'Avvikelse'], ['Öster', -9000, -9500, -500], ['Väster', -8000, -7000, 1000], ['Norr', -7000, -7100, -100]], { name: 'Ansvar' });
    const bars = buildAvvikelseanalys(writingFrom([drift(), tkr])).blocks.flatMap((block) => block.conditionals ?? []).filter((rule) => rule.type === 'dataBar');
    expect(bars).toHaveLength(2);
    expect(bars[1]?.minimum).toBeCloseTo((bars[0]?.minimum ?? 0) * 1000, 6);
    expect(bars[1]?.maximum).toBeCloseTo((bars[0]?.maximum ?? 0) * 1000, 6);
  });
});
