/** Something to do on a sheet, with what it weighs in the request. */
export interface SheetOperation {
  readonly bytes: number;
  readonly queue: (sheet: Excel.Worksheet) => void;
}

/** What one property or method costs on the wire: its action, its object path and its ids. */
const ACTION_BYTES = 350;

/** An operation of a known number of actions and, where it carries data, that data. */
export function operation(queue: (sheet: Excel.Worksheet) => void, actions = 1, data?: unknown): SheetOperation {
  return { bytes: actions * ACTION_BYTES + (data === undefined ? 0 : wireLength(data)), queue };
}

/** Length of the data in UTF-8 as JSON; letters outside ASCII count twice, which is never too little for Swedish and at most right for others. */
export function wireLength(data: unknown): number {
  const text = JSON.stringify(data);
  let length = text.length;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code > 0x7f) length += code > 0x7ff ? 2 : 1;
  }
  return length;
}
