import { INITIAL_STATE, paneReducer, type PaneState } from '../../../src/taskpane/paneState';
import { plan } from '../../support/planBuilder';
import type { Reading } from '../../../src/app/session';

const reading: Reading = {
  grid: { name: 'prov.xlsx', sheets: [], names: [] }, report: { schema: 'von-report/1', workbook: 'prov.xlsx', tables: [], findings: [], written: [] },
  statuses: [], readAt: '2025-01-28T14:32:00', checkCount: 0, accepted: new Map(), threshold: { amountTkr: 1000, share: 0.03 }, ownSheets: [],
};
const read = (state: PaneState, version: string): PaneState => paneReducer(state, { type: 'read', reading, version, plan: plan(), comments: [], oneOffs: [] });
const change = { sheet: 'Drift', address: 'A1', isOwn: false, isRemote: false };

describe('paneReducer', () => {
  it('suggests a version at the first reading and keeps the chosen one after that', () => {
    const first = read(INITIAL_STATE, 'Helår 2024');
    const chosen = paneReducer(first, { type: 'versionChosen', version: 'Delår 2 2025' });
    expect([first.version, read(chosen, 'Helår 2024').version]).toEqual(['Helår 2024', 'Delår 2 2025']);
  });

  it('remembers the first change since the reading, and forgets it when the workbook is read again', () => {
    const before = paneReducer(INITIAL_STATE, { type: 'sheetChanged', change });
    const changed = paneReducer(read(INITIAL_STATE, ''), { type: 'sheetChanged', change });
    const again = paneReducer(changed, { type: 'sheetChanged', change: { ...change, sheet: 'Annan' } });
    expect([before.change, again.change?.sheet, read(again, '').change]).toEqual([null, 'Drift', null]);
  });

  it('tells of a change that came while the workbook was read, also when the reading failed', () => {
    const started = paneReducer(read(INITIAL_STATE, ''), { type: 'readingStarted' });
    const changed = paneReducer(started, { type: 'sheetChanged', change });
    const failed = paneReducer(changed, { type: 'failed', failure: { step: 'read', error: new Error('x') } });
    expect([changed.change, read(changed, '').change, failed.change, read(failed, '').change]).toEqual([null, change, change, null]);
  });

  it('goes on reading when something else is refused meanwhile, and still tells of it when the reading has come', () => {
    const started = paneReducer(read(INITIAL_STATE, ''), { type: 'readingStarted' });
    const refused = { step: 'save' as const, error: new Error('x') };
    const changed = paneReducer(paneReducer(started, { type: 'failed', failure: refused }), { type: 'sheetChanged', change });
    expect([changed.isReading, changed.failure, changed.change]).toEqual([true, refused, null]);
    expect([read(changed, '').isReading, read(changed, '').failure, read(changed, '').change]).toEqual([false, refused, change]);
  });

  it('keeps one comment a row and version, and counts a changed row once', () => {
    const comment = { rowKey: 'hemtjänst', version: 'Helår 2024', text: 'Ett', changedAt: '1' };
    const once = paneReducer(INITIAL_STATE, { type: 'commentSaved', comment });
    const twice = paneReducer(once, { type: 'commentSaved', comment: { ...comment, text: 'Två' } });
    const other = paneReducer(twice, { type: 'commentSaved', comment: { ...comment, version: 'Delår' } });
    expect(twice.comments.map((one) => one.text)).toEqual(['Två']);
    expect([other.comments.length, other.changedComments]).toEqual([2, ['hemtjänst']]);
  });

  it('leaves a failed reading with the reading that was there', () => {
    const failed = paneReducer(paneReducer(read(INITIAL_STATE, ''), { type: 'readingStarted' }), { type: 'failed', failure: { step: 'read', error: new Error('x') } });
    expect([failed.isReading, failed.reading]).toEqual([false, reading]);
  });
});
