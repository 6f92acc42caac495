import { HostError } from '../workbook/ports';
import type { HostErrorCode } from '../workbook/ports';

/** What an adapter was doing, for the error's place and for telling codes apart that Excel uses twice. */
export interface Place {
  readonly sheet?: string;
  readonly cell?: string;
}

const CODES: Readonly<Record<string, HostErrorCode>> = {
  InvalidOperationInCellEditMode: 'cell-edit-mode',
  RequestPayloadSizeLimitExceeded: 'too-large',
  ResponsePayloadSizeLimitExceeded: 'too-large',
  OperationCellsExceedLimit: 'too-large',
  RangeExceedsLimit: 'too-large',
  ItemNotFound: 'sheet-gone',
  InvalidReference: 'sheet-gone',
  ItemAlreadyExists: 'name-taken',
  ApiNotFound: 'not-supported',
  ApiNotAvailable: 'not-supported',
  NotImplemented: 'not-supported',
  UnsupportedFeature: 'not-supported',
  UndoNotSupported: 'not-supported',
  AccessDenied: 'protected-sheet',
  InactiveWorkbook: 'no-answer',
  ConnectionFailure: 'no-answer',
  RequestAborted: 'no-answer',
  Conflict: 'changed-meanwhile',
  InsertDeleteConflict: 'changed-meanwhile',
};

/** These change which sheets there are; denied, they mean that the workbook's structure is protected, not a sheet. */
const STRUCTURE = /^(WorksheetCollection\.add|Worksheet\.(delete|copy|name|visibility|position))/i;
/** An object that could not be made is told by its statement only. */
const NEW_SHEET = /\bworksheets\.add\(/;

/** Whether Excel refused only because a cell is being edited: nothing of the request was carried out. */
export function isCellEditError(error: unknown): boolean {
  return hostErrorOf(error).code === 'cell-edit-mode';
}

/**
 * A refusal by Excel in words of ours. What is no refusal (a fault in our own code) is given back as it is, so that it is not hidden
 * behind a sentence about Excel.
 */
export function hostErrorOf(error: unknown, place: Place = {}): HostError {
  if (error instanceof HostError) return error;
  if (!(error instanceof OfficeExtension.Error)) throw error;
  const location = String(error.debugInfo?.errorLocation ?? '');
  const isStructure = STRUCTURE.test(location) || NEW_SHEET.test(String(error.debugInfo?.statement ?? ''));
  const code = isStructure && ['AccessDenied', 'InvalidOperation', 'NotAllowed'].includes(error.code) ? 'protected-workbook' : (CODES[error.code] ?? 'unknown');
  return new HostError(code, place, [error.code, location].filter(Boolean).join(' at '));
}
