import fc from 'fast-check';
import { chooseSheetNames, safeSheetName } from '../../../../src/workbook/write/sheetNames';
import { buildGrid } from '../../../support/gridBuilder';

const mark = JSON.stringify(['von', 'head', 0, 'title', 'title', '']);
const ours = (name: string, kind: string): ReturnType<typeof buildGrid> => buildGrid([['Rubrik', mark]], { name, properties: { 'von.sheet': kind } });
const theirs = (name: string): ReturnType<typeof buildGrid> => buildGrid([['Något']], { name });

describe('chooseSheetNames', () => {
  it('leaves a sheet of that name alone that is not ours', () => {
    expect(chooseSheetNames([theirs('Åtgärdsplan')], ['atgardsplan'], 'x').get('atgardsplan')).toEqual({ name: 'Åtgärdsplan VON', wantedName: 'Åtgärdsplan' });
    expect(chooseSheetNames([theirs('åtgärdsplan'), theirs('Åtgärdsplan VON')], ['atgardsplan'], 'x').get('atgardsplan')?.name).toBe('Åtgärdsplan VON 2');
  });

  it('finds a sheet of ours under the name the user has given it', () => {
    expect(chooseSheetNames([ours('Analys till nämnden', 'avvikelseanalys')], ['avvikelseanalys'], 'x').get('avvikelseanalys')).toEqual({ name: 'Analys till nämnden', existingId: 'Analys till nämnden' });
  });

  it('takes a sheet whose marks are gone for the user’s own', () => {
    const emptied = buildGrid([['Rubrik']], { name: 'Avstämning', properties: { 'von.sheet': 'avstamning' } });
    expect(chooseSheetNames([emptied], ['avstamning'], 'x').get('avstamning')?.name).toBe('Avstämning VON');
  });

  it('keeps the sheets of two versions apart', () => {
    const old = buildGrid([['Rubrik', mark]], { name: 'Version T1', properties: { 'von.sheet': 'version', 'von.version': 'T1' } });
    expect(chooseSheetNames([old], ['version'], 'T2').get('version')).toEqual({ name: 'Version T2' });
    expect(chooseSheetNames([old], ['version'], 'T1').get('version')).toEqual({ name: 'Version T1', existingId: 'Version T1' });
  });
});

describe('safeSheetName', () => {
  it.each([
    ['Version T1/2025: utfall', 'Version T1-2025- utfall'],
    ["'Delår'", 'Delår'],
    ['History', 'History VON'],
    ['\u202e', 'Blad VON'],
    ['   ', 'Blad VON'],
  ])('makes %j into %j', (text, name) => {
    expect(safeSheetName(text)).toBe(name);
  });

  it('gives a name that Excel takes, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const name = safeSheetName(text);
        expect(name).toMatch(/^[^[\]:*?/\\]{1,31}$/su);
        expect(name).not.toMatch(/^'|'$/);
        expect(name.trim()).toBe(name);
      }),
    );
  });
});
