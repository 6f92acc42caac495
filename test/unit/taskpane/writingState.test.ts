import { INITIAL_WRITING, sheetReached, writingReducer, type WritingAction, type WritingState } from '../../../src/taskpane/writingState';
import type { Progress } from '../../../src/workbook/ports';

const SHEETS = ['Avvikelseanalys', 'Åtgärdsplan', 'Effekt per månad'];
const after = (...actions: readonly WritingAction[]): WritingState => actions.reduce(writingReducer, INITIAL_WRITING);
const progressed = (progress: Progress): WritingAction => ({ type: 'progressed', progress });
const started: WritingAction = { type: 'started', sheets: SHEETS };
const error = new Error('x');

describe('writingReducer', () => {
  it('asks before it writes, and takes the question back when the choice changes', () => {
    expect([after({ type: 'asked' }), after({ type: 'asked' }, { type: 'chosenAnew' })]).toEqual([{ kind: 'asking' }, { kind: 'choosing' }]);
  });

  it('follows the sheets while they are written', () => {
    const progress = { phase: 'write', done: 1, of: 3, sheet: 'Åtgärdsplan' } as const;
    expect(after(started)).toEqual({ kind: 'writing', sheets: SHEETS, progress: null, reached: 0 });
    expect(after(started, progressed(progress))).toEqual({ kind: 'writing', sheets: SHEETS, progress, reached: 2 });
  });

  it('tells where a writing stopped, also after the sheets were put back', () => {
    const written = progressed({ phase: 'write', done: 1, of: 3, sheet: 'Åtgärdsplan' });
    const restored = progressed({ phase: 'restore', done: 1, of: 2 });
    expect(after(started, written, restored, { type: 'failed', error })).toEqual({ kind: 'failed', error, stoppedAt: { sheet: 2, of: 3 } });
  });

  it.each([
    ['the sheets could not be prepared', []],
    ['no sheet had been begun', [started]],
    ['the writing of before had come further', [started, progressed({ phase: 'write', done: 1, of: 3 }), { type: 'failed', error }, started]],
  ] as readonly (readonly [string, readonly WritingAction[]])[])('names no sheet where %s', (_case, actions) => {
    expect(after(...actions, { type: 'failed', error })).toEqual({ kind: 'failed', error });
  });

  it('hears no progress of a writing that has ended', () => {
    const failed = after(started, { type: 'failed', error });
    expect(writingReducer(failed, progressed({ phase: 'write', done: 3, of: 3 }))).toBe(failed);
  });
});

describe('sheetReached', () => {
  it.each([
    [{ phase: 'write', done: 0, of: 3, sheet: 'Effekt per månad' }, 3],
    [{ phase: 'write', done: 0, of: 10 }, 1],
    [{ phase: 'write', done: 5, of: 10 }, 2],
    [{ phase: 'write', done: 10, of: 10 }, 3],
    [{ phase: 'write', done: 0, of: 0 }, 1],
  ] as const)('places %o at sheet %i of three', (progress, sheet) => {
    expect(sheetReached(progress, SHEETS)).toBe(sheet);
  });
});
