type Implementation = (...args: never[]) => unknown;

class CustomFunctionError extends Error {
  override readonly name = 'CustomFunctions.Error';
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
} as const;

/** The global CustomFunctions that functions.js expects; `associate` takes each function with its id in capitals. */
export function functionRuntime(associate: (id: string, implementation: Implementation) => void): object {
  return {
    associate: (ids: string | Readonly<Record<string, Implementation>>, implementation?: Implementation) => {
      const pairs = typeof ids === 'string' ? [[ids, implementation] as const] : Object.entries(ids);
      for (const [id, code] of pairs) if (code !== undefined) associate(id.toUpperCase(), code);
    },
    Error: CustomFunctionError,
    ErrorCode,
  };
}
