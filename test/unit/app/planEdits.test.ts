import { readCurrentPlan, removeMeasure, saveMeasure } from '../../../src/app/planEdits';
import type { Reading } from '../../../src/app/session';
import type { SettingsStore } from '../../../src/workbook/ports';
import { applyPlanEdits } from '../../../src/app/planEdits';
import { measure, plan } from '../../support/planBuilder';

function memoryPorts(): { readonly settings: SettingsStore; readonly now: () => Date; readonly stored: Map<string, unknown> } {
  const stored = new Map<string, unknown>();
  return {
    stored, now: () => new Date(2025, 0, 28),
    settings: {
      read: async (key) => stored.get(key) ?? null,
      readAll: async () => stored,
      write: async (entries) => {
        for (const [key, value] of entries) stored.set(key, JSON.parse(JSON.stringify(value)));
      },
    },
  };
}

const empty: Reading = {
  grid: { name: 'prov.xlsx', sheets: [], names: [] }, report: { schema: 'von-report/1', workbook: 'prov.xlsx', tables: [], findings: [], written: [] },
  statuses: [], readAt: '', checkCount: 0, accepted: new Map(), threshold: { amountTkr: 1000, share: 0.03 }, ownSheets: [],
};

describe('saveMeasure', () => {
  it('adds, changes and takes away a measure, kept in the workbook', async () => {
    const ports = memoryPorts();
    const added = await saveMeasure(ports, empty, measure('Sänkt bemanning', { helarseffektTkr: 500 }), null);
    const key = added.measures[0]?.key ?? '';
    expect(added.measures.map((one) => one.name)).toEqual(['Sänkt bemanning']);
    const changed = await saveMeasure(ports, empty, measure('Sänkt bemanning natt', { helarseffektTkr: 600 }), key);
    expect(changed.measures.map((one) => [one.name, one.helarseffektTkr])).toEqual([['Sänkt bemanning natt', 600]]);
    expect((await removeMeasure(ports, empty, key)).measures).toEqual([]);
    expect((await readCurrentPlan(ports, empty)).measures).toEqual([]);
  });

  it('keeps two measures of one name apart', async () => {
    const ports = memoryPorts();
    await saveMeasure(ports, empty, measure('Vakans'), null);
    const both = await saveMeasure(ports, empty, measure('Vakans'), null);
    expect(new Set(both.measures.map((one) => one.key)).size).toBe(2);
  });

  it('passes over what is stored in another shape', async () => {
    const ports = memoryPorts();
    ports.stored.set('von.plan', { changed: { a: { name: 7 } }, added: ['a'], removed: [] });
    expect((await readCurrentPlan(ports, empty)).measures).toEqual([]);
  });
});

describe('applyPlanEdits', () => {
  it('lets a changed measure keep its place and an added one stand last', () => {
    const [one, two] = [measure('Ett'), measure('Två')];
    const edited = applyPlanEdits(plan({ measures: [one, two] }), { changed: { [one.key]: { ...one, name: 'Ett, nytt' }, ny: measure('Ny', { key: 'ny' }) }, added: ['ny'], removed: [] });
    expect(edited.measures.map((measureOf) => measureOf.name)).toEqual(['Ett, nytt', 'Två', 'Ny']);
  });
});
