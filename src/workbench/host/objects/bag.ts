/** The stored properties of a part of a chart, a page or a conditional format, and of the parts within it. */
export interface BagState {
  values: Record<string, unknown>;
  parts: Record<string, BagState>;
}

export const emptyBag = (): BagState => ({ values: {}, parts: {} });

/** The state of a part, made when it is first asked for. */
export function bagPart(state: BagState, ...path: readonly string[]): BagState {
  let part = state;
  for (const name of path) part = part.parts[name] ??= emptyBag();
  return part;
}

/** A stored text, number or truth value; undefined where it was never set. */
export function bagText(state: BagState | undefined, name: string): string | undefined {
  const value = state?.values[name];
  return typeof value === 'string' ? value : undefined;
}

/** A value of a bag that is a number. */
export function bagNumber(state: BagState | undefined, name: string): number | undefined {
  const value = state?.values[name];
  return typeof value === 'number' ? value : undefined;
}

/** A value of a bag that is a boolean. */
export function bagFlag(state: BagState | undefined, name: string): boolean | undefined {
  const value = state?.values[name];
  return typeof value === 'boolean' ? value : undefined;
}

/** A copy that can be changed without changing the bag. */
export function cloneBag(state: BagState): BagState {
  return { values: { ...state.values }, parts: Object.fromEntries(Object.entries(state.parts).map(([name, part]) => [name, cloneBag(part)])) };
}
