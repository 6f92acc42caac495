import { serialOf } from '../../../src/core/month';
import { formOf, measureOf, type MeasureForm } from '../../../src/app/measureForm';
import { measure } from '../../support/planBuilder';

const common = 'Gemensamt för nämnden';
const before = measure('Flytt', { verksamhet: 'Hemtjänst', helarseffektTkr: 943, start: serialOf(2023, 5, 15), end: serialOf(2024, 3, 31), probability: 0.8, rampMonths: 2, status: 'Beslutad' });
const form = (said: Partial<MeasureForm> = {}): MeasureForm => ({ ...formOf(before, common, (amount) => String(amount).replace('.', ',')), ...said });

describe('measureOf', () => {
  it('gives back the measure that the form was made of', () => {
    expect(measureOf(form(), before, common)).toEqual({ measure: before, faults: {} });
  });

  it('keeps the day while the month is the same, and takes whole months else', () => {
    const { measure: changed } = measureOf(form({ start: '2023-06', end: '2024-02' }), before, common);
    expect([changed.start, changed.end]).toEqual([serialOf(2023, 6, 1), serialOf(2024, 2, 29)]);
  });

  it.each([
    [{ name: ' ' }, 'name', 'name-missing'],
    [{ helarseffekt: 'mycket' }, 'helarseffekt', 'not-a-number'],
    [{ probability: '120' }, 'probability', 'probability-range'],
    [{ ramp: '1,5' }, 'ramp', 'ramp-range'],
    [{ end: '2023-01' }, 'end', 'end-before-start'],
  ] as const)('finds the fault in %p', (said, field, fault) => {
    expect(measureOf(form(said), before, common).faults).toEqual({ [field]: fault });
  });

  it('reads amounts as Swedes write them and nothing as not said', () => {
    const { measure: changed } = measureOf(form({ helarseffekt: '1\u00a0250,5', realised: '', verksamhet: common }), before, common);
    expect([changed.helarseffektTkr, changed.realisedTkr, changed.verksamhet]).toEqual([1250.5, null, null]);
  });
});
