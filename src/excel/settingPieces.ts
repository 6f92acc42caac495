/** A setting as it stands in the workbook: small values whole, large ones as JSON text cut into pieces under keys of their own. */
type StoredSetting = { readonly value: unknown } | { readonly pieces: number; readonly length: number };

/** Excel keeps a setting of any size it can send; small pieces keep one changed value from weighing down a request. */
const PIECE = 100_000;

const pieceKey = (key: string, index: number): string => `${key}#${index}`;

/** Whether a key is a piece of another setting. */
export function isPieceKey(key: string): boolean {
  return /#\d+$/.test(key);
}

/** The settings that keep a value. */
export function storedSettings(key: string, value: unknown): ReadonlyMap<string, StoredSetting | string> {
  const text = JSON.stringify(value);
  if (text.length <= PIECE) return new Map([[key, { value }]]);
  const pieces = Math.ceil(text.length / PIECE);
  return new Map<string, StoredSetting | string>([
    [key, { pieces, length: text.length }],
    ...Array.from({ length: pieces }, (_, index) => [pieceKey(key, index), text.slice(index * PIECE, (index + 1) * PIECE)] as const),
  ]);
}

/** The value kept under a key; undefined where there is none, or a piece of it has been lost. */
export function valueOfSettings(key: string, settings: ReadonlyMap<string, unknown>): unknown {
  const stored = settings.get(key);
  if (typeof stored !== 'object' || stored === null) return undefined;
  if ('value' in stored) return stored.value;
  if (!('pieces' in stored) || !('length' in stored)) return undefined;
  const text = Array.from({ length: Number(stored.pieces) }, (_, index) => settings.get(pieceKey(key, index)) ?? '').join('');
  return text.length === stored.length ? JSON.parse(text) : undefined;
}

/** The keys that a stored value takes up, itself and its pieces, among those there are. */
export function keysOfSetting(key: string, keys: Iterable<string>): readonly string[] {
  return [...keys].filter((one) => one === key || (isPieceKey(one) && one.slice(0, one.lastIndexOf('#')) === key));
}
