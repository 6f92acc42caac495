import { findingTextEn } from '../../../src/text/findingTextEn';
import { findingSentence } from '../../../src/text/findingSentence';
import { en } from '../../../src/text/en';
import type { Finding, FindingCode } from '../../../src/workbook/report';

const at = (finding: Partial<Finding> & { readonly code: FindingCode }): Finding => ({ severity: 'error', sheet: 'Drift', cell: 'E17', ...finding });
const variance = at({ code: 'variance-mismatch', printed: -3.7, expected: -1.9, basis: { operation: 'difference', cells: ['D17', 'C17'], words: ['utfall', 'budget'] } });

describe('findingTextEn', () => {
  it.each<[string, Finding]>([
    ['The deviation does not fit: −3.7 stands in the cell, actual − budget gives −1.9.', variance],
    ['The sum does not fit: −43.6 stands in the cell, the sum of E4:E6 gives −45.3. It follows from E17 and fits when that is corrected.', at({ code: 'sum-mismatch', cell: 'E19', printed: -43.6, expected: -45.3, cause: 'Drift!E17', basis: { operation: 'sum', cells: ['E4', 'E5', 'E6'] } })],
    ['The sum needs a check: 55 stands in the cell, the sum of D3, D5 and D7 gives 65.', at({ code: 'sum-mismatch', severity: 'warning', printed: 55, expected: 65, basis: { operation: 'sum', cells: ['D3', 'D5', 'D7'] } })],
    ['Row 22 lies outside the sum: 507,586 stands in the cell, with the row the sum becomes 508,607. Include the row in the sum.', at({ code: 'row-outside-sum', printed: 507586, expected: 508607, basis: { operation: 'sum', cells: [], likely: 'row-outside-sum', row: 22 } })],
    ['The effect does not fit the start month: 629 stands in the cell, a start in April 2023 gives 707.3. 629 fits May 2023. Change the effect or the start.', at({ code: 'effect-mismatch', severity: 'warning', printed: 629, expected: 707.25, basis: { operation: 'effect', cells: [], words: ['april 2023', 'maj 2023'] } })],
    ['Rounding: 92.4 stands in the cell, the sum of B5:B7 gives 92.5. The difference is within rounded figures.', at({ code: 'sum-mismatch', severity: 'rounding', printed: 92.4, expected: 92.5, basis: { operation: 'sum', cells: ['B5', 'B6', 'B7'] } })],
  ])('says "%s"', (sentence, finding) => {
    expect(findingTextEn(finding)).toBe(sentence);
  });
});

describe('findingSentence', () => {
  it('does not repeat the title in English either', () => {
    expect(findingSentence(variance, en, 'en')).toBe('−3.7 stands in the cell, actual − budget gives −1.9.');
  });
});
