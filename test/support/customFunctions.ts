/** The runtime's error as Excel defines it, for code that runs without Excel. */
class CustomFunctionsError extends Error {
  constructor(
    readonly code: string,
    message?: string,
  ) {
    super(message);
  }
}

const ErrorCode = {
  invalidValue: '#VALUE!',
  notAvailable: '#N/A',
  divisionByZero: '#DIV/0!',
  invalidNumber: '#NUM!',
  nullReference: '#NULL!',
  invalidName: '#NAME?',
  invalidReference: '#REF!',
};

/** A function as a cell calls it. */
export type CellFunction = (...args: never[]) => unknown;

/** Puts a stand-in for Excel's custom functions runtime in the global scope; what is associated can be read from it. */
export function stubCustomFunctions(): ReadonlyMap<string, CellFunction> {
  const associated = new Map<string, CellFunction>();
  const associate = (functions: Readonly<Record<string, CellFunction>>): void => Object.entries(functions).forEach(([id, fn]) => associated.set(id, fn));
  Object.assign(globalThis, { CustomFunctions: { Error: CustomFunctionsError, ErrorCode, associate } });
  return associated;
}
