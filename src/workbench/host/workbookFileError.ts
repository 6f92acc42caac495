/** Why a file could not be opened as a workbook. */
export type WorkbookFileErrorCode = 'missing' | 'not-a-workbook' | 'encrypted' | 'empty' | 'damaged' | 'too-large';

/** A refusal to open a file. The code is turned into a sentence elsewhere; `detail` is for whoever looks for the cause. */
export class WorkbookFileError extends Error {
  override readonly name = 'WorkbookFileError';
  constructor(
    readonly code: WorkbookFileErrorCode,
    readonly detail = '',
  ) {
    super(`${code} ${detail}`.trim());
  }
}
