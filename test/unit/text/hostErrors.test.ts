import { describeFailure, failureText } from '../../../src/text/hostErrors';
import { sv } from '../../../src/text/sv';
import { HostError } from '../../../src/workbook/ports';

describe('failureText', () => {
  it('names the protected sheet and says that nothing was written', () => {
    expect(failureText(sv, 'write', new HostError('protected-sheet', { sheet: 'Avvikelseanalys' }))).toEqual({
      title: 'Bladet Avvikelseanalys är skyddat.',
      body: 'Inget har skrivits. Arbetsboken är oförändrad.',
    });
  });

  it('says so when the workbook could not be put back', () => {
    expect(failureText(sv, 'write', new HostError('no-answer', {}, '', false)).body).toBe(sv.errors.notRestored);
  });

  it('speaks of the reading when a reading was stopped', () => {
    expect(failureText(sv, 'read', new HostError('cancelled')).title).toBe(sv.reading.cancelled);
  });

  it('gives a fault of our own a plain sentence, never its message', () => {
    const { title } = failureText(sv, 'save', new TypeError('x is undefined'));
    expect(title).toBe(sv.hostErrors.unknown);
  });
});

describe('describeFailure', () => {
  it('holds step, code and sheet', () => {
    const text = describeFailure(sv, 'write', new HostError('name-taken', { sheet: 'Åtgärdsplan' }, 'ItemAlreadyExists'));
    expect(text).toContain('Skrivning');
    expect(text).toContain('name-taken · Åtgärdsplan · ItemAlreadyExists');
  });
});
