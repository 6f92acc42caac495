import fc from 'fast-check';
import { cellText, footerText } from '../../../../src/workbook/write/cellText';

describe('cellText', () => {
  it.each([
    ['=1+1', '=1+1'],
    ['Hem\u0000tjänst\u001f', 'Hemtjänst'],
    ['rad\r\nrad\tx', 'rad\nrad\tx'],
    ['\ud83d', ''],
    ['👩‍⚕️ مرحبا', '👩‍⚕️ مرحبا'],
  ])('writes %j as %j', (text, written) => {
    expect(cellText(text)).toBe(written);
  });

  it('never splits a character where it cuts', () => {
    fc.assert(
      fc.property(fc.nat(3), (shift) => {
        const text = cellText('x'.repeat(32_764 + shift) + '👍👍');
        expect(text.length).toBeLessThanOrEqual(32_767);
        expect(text).not.toMatch(/[\ud800-\udbff]$/);
      }),
    );
  });
});

describe('footerText', () => {
  it('keeps an ampersand from being a code', () => {
    expect(footerText('Vård & omsorg')).toBe('Vård && omsorg');
  });
});
