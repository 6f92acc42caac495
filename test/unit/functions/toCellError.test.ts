import { functionFaultText, type FunctionFault } from '../../../src/text/functionFault';
import { toCellError } from '../../../src/functions/toCellError';
import { stubCustomFunctions } from '../../support/customFunctions';

beforeAll(() => {
  stubCustomFunctions();
});

const cases: readonly (readonly [FunctionFault, string])[] = [
  ['zero-base', '#DIV/0!'],
  ['no-effect', '#NUM!'],
  ['no-previous', '#N/A'],
  ['no-comparison', '#N/A'],
  ['too-few-months', '#N/A'],
  ['missing-month', '#N/A'],
  ['opposite-signs', '#VALUE!'],
  ['end-before-start', '#VALUE!'],
  ['negative-ramp', '#VALUE!'],
  ['negative-volume', '#VALUE!'],
  ['negative-weight', '#VALUE!'],
  ['unit-not-positive', '#VALUE!'],
  ['not-a-number', '#VALUE!'],
  ['not-a-date', '#VALUE!'],
  ['not-a-year', '#VALUE!'],
  ['not-a-month', '#VALUE!'],
  ['unequal-shapes', '#VALUE!'],
  ['not-a-single-value', '#VALUE!'],
  ['not-a-series', '#VALUE!'],
  ['unknown-word', '#VALUE!'],
  ['two-units', '#VALUE!'],
  ['decimals-out-of-range', '#VALUE!'],
  ['error-in-cell', '#VALUE!'],
];

describe('toCellError', () => {
  it.each(cases)('shows %s as %s with a sentence of its own', (fault, code) => {
    const error = toCellError(fault, 3);
    expect(error.code).toBe(code);
    expect(error.message).toMatch(/^[A-ZÅÄÖ].*\.$/u);
    expect(cases.filter(([other]) => functionFaultText(other, 3) === error.message)).toHaveLength(1);
  });
});
