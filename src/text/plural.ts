/** A count with its noun: (1, "rad", "rader") → "1 rad", (2, …) → "2 rader". */
export function plural(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}
