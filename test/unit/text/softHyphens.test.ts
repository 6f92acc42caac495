import fc from 'fast-check';
import { withSoftHyphens } from '../../../src/text/softHyphens';

const shown = (text: string): string => withSoftHyphens(text).replace(/\u00ad/g, '-').replace(/\u200b/g, '|');

describe('withSoftHyphens', () => {
  it.each([
    ['Hemtjänst', 'Hemtjänst'],
    ['hemtjänsten på kvällar', 'hem-tjäns-ten på kvällar'],
    ['Central administration', 'Central admi-nist-ra-tion'],
    ['LSS, dagverksamhet', 'LSS, dag-verk-sam-het'],
    ['korttidsboende', 'kort-tids-boende'],
    ['ambition/förändring', 'ambition/|föränd-ring'],
    ['', ''],
  ])('breaks %j as %j', (text, expected) => {
    expect(shown(text)).toBe(expected);
  });

  it('changes no letter, and leaves at least three on each side of a break', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-zåäö /]{0,40}$/u), (text) => {
        const broken = withSoftHyphens(text);
        expect(broken.replace(/[\u00ad\u200b]/g, '')).toBe(text);
        for (const word of broken.split(/[ /\u200b]+/)) for (const part of [word.split('\u00ad')[0], word.split('\u00ad').at(-1)]) if (word.includes('\u00ad')) expect(part?.length).toBeGreaterThanOrEqual(3);
      }),
    );
  });
});
