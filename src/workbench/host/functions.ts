import { ArrayValueObject, BaseFunction, BooleanValueObject, ErrorType, ErrorValueObject, NumberValueObject, StringValueObject, type BaseValueObject } from '@univerjs/engine-formula';
import { cellAddress } from '../../workbook/address';
import { sheetOf, type Book } from './book';
import { sheetPrefix } from './rangeAddress';

/** The part of functions.json that calling a function needs. */
export interface FunctionMetadata {
  readonly functions: readonly FunctionDescription[];
  readonly allowErrorForDataTypeAny?: boolean;
}

export interface FunctionDescription {
  readonly id: string;
  readonly name: string;
  readonly parameters: readonly { readonly name: string; readonly type?: string; readonly dimensionality?: string; readonly optional?: boolean; readonly repeating?: boolean }[];
  readonly result?: { readonly type?: string; readonly dimensionality?: string };
  readonly options?: { readonly requiresAddress?: boolean };
}

/** The functions as Excel gets them: functions.json, and what functions.js associates with each id. */
export interface CustomFunctionSet {
  readonly metadata: FunctionMetadata;
  readonly implementations: Readonly<Record<string, (...args: never[]) => unknown>>;
  /** "VON" when left out. */
  readonly namespace?: string;
}

export type EmptyCells = 'zero' | 'null';

type Parameter = FunctionDescription['parameters'][number];
type Scalar = number | string | boolean | null;

/** An argument that Excel answers itself: an error in the input, or a value that does not convert. */
class CellFault extends Error {
  override readonly name = 'CellFault';
  constructor(readonly code: ErrorType) {
    super(code);
  }
}

/** The cell errors of CustomFunctions.ErrorCode; the other codes come out as #VALUE!, as in Excel. */
const outputErrors = new Set<string>([ErrorType.VALUE, ErrorType.NA, ErrorType.DIV_BY_ZERO, ErrorType.NUM, ErrorType.NULL]);

/** Makes the functions known to the workbook's engine, each called by the rules of its metadata. */
export function registerFunctions(book: Book, set: CustomFunctionSet, emptyCells: EmptyCells): void {
  const namespace = set.namespace ?? 'VON';
  const executors = set.metadata.functions.map((description) => {
    const implementation = set.implementations[description.id];
    return new CellFunction(book, `${namespace}.${description.name}`.toUpperCase(), description, implementation, { empty: emptyCells === 'zero' ? 0 : null, allowsErrors: set.metadata.allowErrorForDataTypeAny ?? false });
  });
  book.engine.registerExecutors(executors);
}

interface CallingRules {
  readonly empty: 0 | null;
  readonly allowsErrors: boolean;
}

class CellFunction extends BaseFunction {
  constructor(
    private readonly book: Book,
    title: string,
    private readonly description: FunctionDescription,
    private readonly implementation: ((...args: never[]) => unknown) | undefined,
    private readonly rules: CallingRules,
  ) {
    super(title);
  }

  override calculate(...variants: BaseValueObject[]): BaseValueObject {
    // Excel shows #N/A for a function that no code was associated with.
    if (!this.implementation) return ErrorValueObject.create(ErrorType.NA);
    try {
      const args = collectArguments(this.description.parameters, variants, this.rules);
      return toResult(this.implementation(...([...args, this.invocation()] as never[])));
    } catch (thrown) {
      return ErrorValueObject.create(errorOf(thrown));
    }
  }

  private invocation(): object {
    const address = this.subUnitId ? `${sheetPrefix(sheetOf(this.book, this.subUnitId).getName())}!${cellAddress(this.row, this.column)}` : undefined;
    return { functionName: this.description.id, isInValuePreview: false, ...(this.description.options?.requiresAddress ? { address } : {}) };
  }
}

function errorOf(thrown: unknown): ErrorType {
  if (thrown instanceof CellFault) return thrown.code;
  const code: unknown = thrown !== null && typeof thrown === 'object' && 'code' in thrown ? thrown.code : undefined;
  return typeof code === 'string' && outputErrors.has(code) ? (code as ErrorType) : ErrorType.VALUE;
}

function collectArguments(parameters: readonly Parameter[], variants: readonly BaseValueObject[], rules: CallingRules): unknown[] {
  const args: unknown[] = [];
  parameters.forEach((parameter, index) => {
    if (parameter.repeating) {
      args.push(variants.slice(index).map((variant) => toArgument(parameter, variant, rules)));
      return;
    }
    const variant = variants[index];
    if (!variant || (variant.isNull() && !variant.isArray())) {
      if (!parameter.optional) throw new CellFault(ErrorType.VALUE);
      args.push(null);
      return;
    }
    args.push(toArgument(parameter, variant, rules));
  });
  if (variants.length > parameters.length && !parameters.some(({ repeating }) => repeating)) throw new CellFault(ErrorType.VALUE);
  return args;
}

function toArgument(parameter: Parameter, variant: BaseValueObject, rules: CallingRules): unknown {
  const rows: (BaseValueObject | null)[][] = variant.isArray() ? (variant as ArrayValueObject).getArrayValue() as (BaseValueObject | null)[][] : [[variant]];
  const convert = (cell: BaseValueObject | null | undefined): unknown => toScalar(parameter, cell, rules);
  if (parameter.dimensionality === 'matrix') return rows.map((row) => row.map(convert));
  if (rows.length > 1 || (rows[0]?.length ?? 0) > 1) throw new CellFault(ErrorType.VALUE);
  return convert(rows[0]?.[0]);
}

function toScalar({ type }: Parameter, cell: BaseValueObject | null | undefined, { empty, allowsErrors }: CallingRules): unknown {
  if (cell === null || cell === undefined || cell.isNull()) return type === 'string' ? '' : type === 'boolean' ? false : empty;
  if (cell.isError()) {
    const code = (cell as ErrorValueObject).getErrorType();
    if (allowsErrors && (type === undefined || type === 'any')) return { type: 'Error', basicType: 'Error', basicValue: code };
    throw new CellFault(code);
  }
  return convertTo(type, cell.isBoolean() ? Boolean(cell.getValue()) : (cell.getValue() as Scalar));
}

/** Excel converts to the declared type before the call; what does not convert is #VALUE!. */
function convertTo(type: string | undefined, value: Scalar): unknown {
  if (type === 'number') {
    const number = typeof value === 'string' ? (value.trim() === '' ? NaN : Number(value)) : Number(value);
    if (Number.isNaN(number)) throw new CellFault(ErrorType.VALUE);
    return number;
  }
  if (type === 'string') return typeof value === 'boolean' ? (value ? 'TRUE' : 'FALSE') : String(value);
  if (type === 'boolean') {
    if (typeof value === 'string' && !/^(true|false)$/i.test(value)) throw new CellFault(ErrorType.VALUE);
    return typeof value === 'string' ? value.toLowerCase() === 'true' : Boolean(value);
  }
  return value;
}

function toResult(value: unknown): BaseValueObject {
  if (!Array.isArray(value)) return toCellValue(value);
  const rows = value as unknown[];
  const width = Array.isArray(rows[0]) ? rows[0].length : 0;
  // A result that is no rectangle, and one without cells, is #VALUE!.
  if (width === 0 || !rows.every((row) => Array.isArray(row) && row.length === width)) throw new CellFault(ErrorType.VALUE);
  return ArrayValueObject.create({ calculateValueList: (rows as unknown[][]).map((row) => row.map(toCellValue)), rowCount: rows.length, columnCount: width, unitId: '', sheetId: '', row: 0, column: 0 });
}

function toCellValue(value: unknown): BaseValueObject {
  if (typeof value === 'number') return Number.isFinite(value) ? NumberValueObject.create(value) : ErrorValueObject.create(ErrorType.NUM);
  if (typeof value === 'boolean') return BooleanValueObject.create(value);
  if (typeof value === 'string') return StringValueObject.create(value);
  // An empty result shows as 0.
  if (value === null || value === undefined) return NumberValueObject.create(0);
  if (value instanceof Error) return ErrorValueObject.create(errorOf(value));
  if (typeof value === 'object' && 'basicValue' in value) return toCellValue(value.basicValue);
  return ErrorValueObject.create(ErrorType.VALUE);
}
