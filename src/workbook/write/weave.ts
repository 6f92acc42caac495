/** A row or column that stands on the sheet: `id` names one of ours, null is the user's own. */
export interface OldPlace {
  readonly at: number;
  readonly id: string | null;
}

export interface Woven {
  /** Where each of ours shall stand. */
  readonly places: ReadonlyMap<string, number>;
  /** Where the user's own go: from → to. */
  readonly own: ReadonlyMap<number, number>;
  /** How many lines there are, from the first, without what stands behind the last of ours. */
  readonly count: number;
}

/**
 * Puts the user's own rows (or columns) back among ours: each stays right after the one of ours that it stood after; what stood after
 * the last of ours keeps its distance to the end.
 * @param fresh ids of ours in the order they shall stand, none twice
 * @param old what stands on the sheet, in order
 * @example weave(['a', 'b', 'c'], [{ at: 0, id: 'a' }, { at: 1, id: null }, { at: 2, id: 'b' }]) // a 0, own 1 → 1, b 2, c 3
 */
export function weave(fresh: readonly string[], old: readonly OldPlace[]): Woven {
  const known = new Set(fresh);
  const lastKnown = old.filter((place) => place.id !== null && known.has(place.id)).at(-1)?.at ?? -1;
  const lastOurs = old.filter((place) => place.id !== null).at(-1)?.at ?? -1;
  const first: number[] = [];
  const followers = new Map<string, number[]>();
  const trailing: number[] = [];
  let anchored = first;
  for (const place of old) {
    if (place.id === null) {
      (place.at > lastOurs ? trailing : anchored).push(place.at);
    } else if (known.has(place.id)) {
      anchored = followers.get(place.id) ?? [];
      followers.set(place.id, anchored);
    }
  }
  const places = new Map<string, number>();
  const own = new Map<number, number>();
  let next = 0;
  const putOwn = (positions: readonly number[]): void => {
    for (const at of positions) {
      own.set(at, next);
      next += 1;
    }
  };
  putOwn(first);
  for (const id of fresh) {
    places.set(id, next);
    next += 1;
    putOwn(followers.get(id) ?? []);
  }
  const count = next;
  const distance = next - 1 - Math.max(lastKnown, lastOurs);
  for (const at of trailing) own.set(at, at + distance);
  return { places, own, count };
}
