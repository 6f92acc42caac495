import type { SumColumn } from './sumTree';

/** The rows of a table that still can be summed, in the order of the search. */
export interface LiveStack {
  readonly live: readonly number[];
  push(index: number): void;
  remove(taken: ReadonlySet<number>): void;
  /** Places in `live` from which the rows to its end add up to a row's figure in some column. */
  starts(index: number, steps: number): readonly number[];
}

/**
 * The rows that still can be summed, with running sums per column and a table from running sum to place: where the running sum at the end
 * less the printed total stands in the table, a start is found without looking at the rows between.
 */
export function liveStack(columns: readonly SumColumn[]): LiveStack {
  const live: number[] = [];
  const tracks = columns.filter((column) => !column.isBonus).map((column) => ({
    values: column.values,
    scale: 10 ** (column.decimals === Infinity ? 4 : column.decimals),
    sums: [0],
    places: new Map<number, number>([[0, 0]]),
    shadowed: [undefined] as (number | undefined)[],
  }));
  const push = (index: number): void => {
    live.push(index);
    for (const track of tracks) {
      const value = track.values[index] ?? NaN;
      const sum = (track.sums[live.length - 1] ?? 0) + (Number.isNaN(value) ? 0 : Math.round(value * track.scale));
      track.sums.push(sum);
      track.shadowed.push(track.places.get(sum));
      track.places.set(sum, live.length);
    }
  };
  const truncate = (length: number): void => {
    while (live.length > length) {
      live.pop();
      for (const track of tracks) {
        const sum = track.sums.pop() ?? 0;
        const earlier = track.shadowed.pop();
        if (earlier === undefined) track.places.delete(sum);
        else track.places.set(sum, earlier);
      }
    }
  };
  return {
    live,
    push,
    remove(taken) {
      const first = live.findIndex((index) => taken.has(index));
      if (first < 0) return;
      const kept = live.slice(first).filter((index) => !taken.has(index));
      truncate(first);
      kept.forEach(push);
    },
    starts(index, steps) {
      const votes = new Map<number, number>();
      for (const track of tracks) {
        const printed = track.values[index] ?? NaN;
        if (Number.isNaN(printed) || printed === 0) continue;
        const target = (track.sums[live.length] ?? 0) - Math.round(printed * track.scale);
        for (let step = -steps; step <= steps; step += 1) {
          const place = track.places.get(target + step);
          if (place !== undefined && Math.abs(step) <= (live.length - place + 1) / 2 + 0.5) votes.set(place, (votes.get(place) ?? 0) + 1);
        }
      }
      return [...votes].filter(([, count]) => steps > 1 || count > 1).sort((a, b) => b[1] - a[1]).slice(0, 8).map(([place]) => place);
    },
  };
}
