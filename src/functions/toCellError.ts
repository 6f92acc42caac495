import { functionFaultText, type FunctionFault } from '../text/functionFault';

/** An error as a cell shows it. */
export type CellError = CustomFunctions.Error;

/** Excel's code for a fault. Only #VALUE! and #N/A show their sentence. */
function codeOf(fault: FunctionFault): CustomFunctions.ErrorCode {
  const { ErrorCode } = CustomFunctions;
  switch (fault) {
    case 'zero-base':
      return ErrorCode.divisionByZero;
    case 'no-effect':
      return ErrorCode.invalidNumber;
    case 'no-previous':
    case 'no-comparison':
    case 'too-few-months':
    case 'missing-month':
      return ErrorCode.notAvailable;
    default:
      return ErrorCode.invalidValue;
  }
}

/**
 * The cell error of a fault, with its Swedish sentence.
 * @param place the number that the sentence names, where it names one
 */
export function toCellError(fault: FunctionFault, place?: number): CellError {
  return new CustomFunctions.Error(codeOf(fault), functionFaultText(fault, place));
}

/** A result of the core as a cell: the number, or the error of the fault. */
export function toCell(result: number | FunctionFault): number | CellError {
  return typeof result === 'number' ? result : toCellError(result);
}

/**
 * The error in a cell that was handed over, if it is one. Excel hands over error objects, other hosts the error's text.
 * #NAMN? and #REFERENS! cannot be handed back, so they become #VÄRDEFEL!.
 */
export function readCellError(cell: unknown): CellError | null {
  const code = typeof cell === 'object' && cell !== null && 'code' in cell ? cell.code : cell;
  const { ErrorCode } = CustomFunctions;
  const known = [ErrorCode.invalidValue, ErrorCode.notAvailable, ErrorCode.divisionByZero, ErrorCode.invalidNumber, ErrorCode.nullReference];
  const passedOn = known.find((each) => each === code);
  if (passedOn !== undefined) return new CustomFunctions.Error(passedOn, functionFaultText('error-in-cell'));
  return code === ErrorCode.invalidName || code === ErrorCode.invalidReference ? toCellError('error-in-cell') : null;
}
