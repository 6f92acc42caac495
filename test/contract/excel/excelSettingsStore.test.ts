import { excelSettingsStore } from '../../../src/excel/excelSettingsStore';
import { createHost } from '../../../src/workbench/host/createHost';
import type { Host } from '../../../src/workbench/host/createHost';

let host: Host;
beforeEach(async () => {
  host = await createHost({ content: undefined });
});
afterEach(() => host.dispose());

describe('excelSettingsStore', () => {
  const store = excelSettingsStore();

  it.each([
    ['a number', 3.5],
    ['a text in Swedish', 'Åtgärdsplan för äldreomsorgen'],
    ['an object', { amountTkr: 1000, share: 0.03, nested: [null, true] }],
    ['an empty list', []],
    ['false', false],
  ])('keeps %s', async (_case, value) => {
    await store.write(new Map([['von.test', value]]));
    expect(await store.read('von.test')).toEqual(value);
  });

  it('keeps a large value in pieces, and takes the pieces away when it has become small', async () => {
    const large = Array.from({ length: 20_000 }, (_, index) => `kommentar nummer ${index}`);
    await store.write(new Map([['von.comments', large]]));
    expect(await store.read('von.comments')).toEqual(large);
    expect(host.book.settings.size).toBeGreaterThan(2);
    await store.write(new Map([['von.comments', ['en']]]));
    expect(await store.read('von.comments')).toEqual(['en']);
    expect(host.book.settings.size).toBe(1);
  });

  it('gives undefined for a key that is not there, and for a value of which a piece is lost', async () => {
    expect(await store.read('von.none')).toBeUndefined();
    await store.write(new Map([['von.comments', 'x'.repeat(250_000)]]));
    host.book.settings.delete('von.comments#1');
    expect(await store.read('von.comments')).toBeUndefined();
  });

  it('reads all values under a prefix and nothing else', async () => {
    await store.write(new Map<string, unknown>([['von.a', 1], ['von.b', 'x'.repeat(150_000)], ['other', 2]]));
    const all = await store.readAll('von.');
    expect([...all.keys()].sort()).toEqual(['von.a', 'von.b']);
    expect(all.get('von.a')).toBe(1);
  });

  it('takes a value away when told undefined', async () => {
    await store.write(new Map<string, unknown>([['von.a', 1]]));
    await store.write(new Map([['von.a', undefined]]));
    expect(await store.read('von.a')).toBeUndefined();
    expect(host.book.settings.size).toBe(0);
  });

  it('travels with the file', async () => {
    await store.write(new Map([['von.a', { year: 2024 }]]));
    const content = await host.toContent();
    host.dispose();
    host = await createHost({ content });
    expect(await store.read('von.a')).toEqual({ year: 2024 });
  });

  it('reports a value that the workbook did not keep', async () => {
    jest.spyOn(host.book.settings, 'set').mockImplementation(() => host.book.settings);
    await expect(store.write(new Map([['von.a', 1]]))).rejects.toMatchObject({ name: 'HostError', code: 'unknown' });
  });
});
