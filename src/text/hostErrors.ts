import { HostError } from '../workbook/ports';
import type { Texts } from './sv';

/** The step at which something was refused. */
export type FailedStep = 'read' | 'write' | 'save' | 'select';

export interface FailureText {
  /** What happened. */
  readonly title: string;
  /** What did not happen and what to do; empty where the title says it all. */
  readonly body: string;
}

/**
 * The sentences for a refusal by the host, or for a fault of our own, which gets a plain sentence too: never a code or a stack.
 */
export function failureText(texts: Texts, step: FailedStep, error: unknown): FailureText {
  if (!(error instanceof HostError)) return { title: isNotFetched(error) ? texts.errors.notFetched : texts.hostErrors.unknown, body: step === 'write' ? texts.errors.restored : '' };
  const sheet = error.place.sheet ?? '';
  const title =
    error.code === 'cancelled' && step === 'read' ? texts.reading.cancelled
    : sheet === '' || !(error.code in texts.hostErrorsOnSheet) ? texts.hostErrors[error.code]
    : texts.hostErrorsOnSheet[error.code as keyof Texts['hostErrorsOnSheet']](sheet);
  if (step !== 'write') return { title, body: '' };
  return { title, body: error.isRestored ? texts.errors.restored : texts.errors.notRestored };
}

/** A part of the add-in that is fetched when it is needed did not come; the bundler names its error so. */
function isNotFetched(error: unknown): boolean {
  return error instanceof Error && error.name === 'ChunkLoadError';
}

/** What "Kopiera felbeskrivning" copies: version of the add-in, step and sheet names, never figures. */
export function describeFailure(texts: Texts, step: FailedStep, error: unknown): string {
  const lines = [texts.app.name, `${texts.errors.step[step]}: ${failureText(texts, step, error).title}`];
  if (error instanceof HostError) lines.push([error.code, error.place.sheet, error.place.cell, error.detail].filter((part) => part !== undefined && part !== '').join(' · '));
  else if (error instanceof Error) lines.push(error.name);
  return lines.join('\n');
}
