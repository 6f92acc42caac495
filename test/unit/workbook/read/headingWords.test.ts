import { isHeadingText, isVolumeUnit, readConcepts } from '../../../../src/workbook/read/headingWords';

describe('readConcepts', () => {
  it.each([
    ['Avvikelse utfall helår mot budget i %', ['variance', 'actual', 'budget', 'percent']],
    ['bu-utfall', ['variance']],
    ['Diff', ['variance']],
    ['Över-/\nunderskott', ['variance']],
    ['Prognos – budget', ['variance']],
    ['Utfall_proc', ['actual', 'percent']],
    ['Riktpunkt', ['share']],
    ['Bokslut 2023', ['previous']],
    ['Pr 2025', ['forecast']],
    ['Perioden föregående år', ['previous']],
    ['Tilläggsbudget', ['budgetChange']],
    ['Budget inkl. tilläggsbudget', ['budget', 'budgetLatest']],
    ['Helårseffekt', ['fullYearEffect']],
    ['Åtgärdskrav 2025', ['requirement']],
    ['Riskåtgärd', ['risk', 'riskMeasure']],
    ['Nettokostnad', ['net']],
    ['Bruttokostnad', ['costs']],
  ])('reads %s', (heading, concepts) => {
    expect([...readConcepts(heading)]).toEqual(expect.arrayContaining(concepts));
  });

  it.each([
    ['Åtgärdskrav', 'measure'],
    ['Riskåtgärd', 'measure'],
    ['Nettokostnad', 'costs'],
    ['Bokslut', 'actual'],
  ] as const)('does not take %s for %s', (heading, concept) => {
    expect(readConcepts(heading).has(concept)).toBe(false);
  });
});

describe('isHeadingText', () => {
  it.each(['Verksamhet, tkr', 'Budget 2025', 'Status', 'Ansvar(T)', 'Avvik.'])('takes %s for a heading', (text) => {
    expect(isHeadingText(text)).toBe(true);
  });

  it.each(['Hemtjänst', 'Vikarier och övertid', 'Utförandegraden till och med mars uppgår till 64,6 procent av budgeten', '-1914'])('takes %s for data', (text) => {
    expect(isHeadingText(text)).toBe(false);
  });
});

describe('isVolumeUnit', () => {
  it.each(['Stöd', 'Höjd avgift', 'Hälsa'])('takes %s for no unit, whatever letters it begins with', (text) => {
    expect(isVolumeUnit(text)).toBe(false);
  });

  it('knows what is counted from who is counted', () => {
    expect(['Antal årsplatser', 'Timmar', 'Nettokostnad / dygn (snitt), kr'].every(isVolumeUnit)).toBe(true);
    expect(isVolumeUnit('Chefer')).toBe(false);
  });
});
