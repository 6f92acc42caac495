/**
 * How long a sheet property gets before it is cut into pieces. Excel tells no limit; no piece is longer than what a cell may hold, which
 * every part of Excel and of its file format takes.
 */
const PIECE = 30_000;
const MARK = 'von-pieces:';

const pieceKey = (key: string, index: number): string => `${key}#${index}`;

/** The sheet properties that keep the given ones: a long one as pieces under keys of their own. */
export function storedProperties(properties: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  return new Map([...properties].flatMap(([key, value]): readonly (readonly [string, string])[] => {
    if (value.length <= PIECE) return [[key, value]];
    const count = Math.ceil(value.length / PIECE);
    return [[key, `${MARK}${count},${value.length}`], ...Array.from({ length: count }, (_, index) => [pieceKey(key, index), value.slice(index * PIECE, (index + 1) * PIECE)] as const)];
  }));
}

/** The properties that were kept; one that has lost a piece is left out. */
export function joinedProperties(stored: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  return new Map([...stored].flatMap(([key, value]): readonly (readonly [string, string])[] => {
    if (isPiece(key)) return [];
    if (!value.startsWith(MARK)) return [[key, value]];
    const [count = 0, length = 0] = value.slice(MARK.length).split(',').map(Number);
    const text = Array.from({ length: count }, (_, index) => stored.get(pieceKey(key, index)) ?? '').join('');
    return text.length === length ? [[key, text]] : [];
  }));
}

/** Keys of pieces that a shorter value no longer needs. */
export function stalePieces(present: Iterable<string>, stored: ReadonlyMap<string, string>): readonly string[] {
  return [...present].filter((key) => isPiece(key) && !stored.has(key) && stored.has(key.slice(0, key.lastIndexOf('#'))));
}

function isPiece(key: string): boolean {
  return /#\d+$/.test(key);
}
