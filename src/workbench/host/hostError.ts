/** A refusal as Excel gives it: its code and the English sentence that goes with it. */
export class ExcelRefusal extends Error {
  override readonly name = 'ExcelRefusal';
  constructor(
    readonly code: string,
    message: string,
    readonly httpStatusCode = 400,
  ) {
    super(message);
  }
}

/** Excel's own refusals, with its codes, sentences and HTTP statuses. */
export const invalidArgument = (message = 'The argument is invalid or missing or has an incorrect format.'): ExcelRefusal => new ExcelRefusal('InvalidArgument', message);
export const itemNotFound = (message = "The requested resource doesn't exist."): ExcelRefusal => new ExcelRefusal('ItemNotFound', message, 404);
export const itemAlreadyExists = (): ExcelRefusal => new ExcelRefusal('ItemAlreadyExists', 'A resource with the same name or identifier already exists.', 409);
export const accessDenied = (): ExcelRefusal => new ExcelRefusal('AccessDenied', 'You cannot perform the requested operation.', 403);
/** Never Excel's answer: the workbench does not know the member, and says so rather than pretend. */
export const notImplemented = (member: string): ExcelRefusal => new ExcelRefusal('NotImplemented', `The workbench host has no ${member}.`, 501);
