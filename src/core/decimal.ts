// Bound once: where Excel's scope is sandboxed, finding a global costs more than the operation itself.
const { abs, round } = Math;

/**
 * How far a calculation in binary may stray from the one in decimals, when the sizes of its terms sum to `magnitude`.
 * Wide enough for figures that a sheet has summed before us, and below one öre at 10 billion kronor.
 */
export function floatingRoom(magnitude: number): number {
  return magnitude * 1e-13;
}

/**
 * A result freed of the binary residue that decimal figures leave: 0.1 + 0.2 becomes 0.3. A result that is not a decimal number within
 * that residue is returned as it is.
 * @param value the computed result
 * @param magnitude the sum of the sizes of the figures behind it
 */
export function withoutResidue(value: number, magnitude: number): number {
  const scale = magnitude < 1e8 ? 1e6 : 1e3;
  const settled = round(value * scale) / scale;
  return abs(value - settled) <= magnitude * 2 ** -51 ? settled + 0 : value;
}

/**
 * a − b as in decimals.
 * @example difference(-247.1, -221.3) // -25.8
 */
export function difference(a: number, b: number): number {
  return withoutResidue(a - b, abs(a) + abs(b));
}

/**
 * The sum as in decimals, exact to the öre at 10 billion kronor whatever the number and order of the terms.
 * @example sum([0.1, 0.2]) // 0.3
 */
export function sum(terms: ArrayLike<number>): number {
  // Neumaier's summation: `lost` gathers what each addition rounds away.
  let total = 0;
  let lost = 0;
  let magnitude = 0;
  for (let i = 0; i < terms.length; i += 1) {
    const term = terms[i] ?? 0;
    const next = total + term;
    lost += abs(total) >= abs(term) ? total - next + term : term - next + total;
    total = next;
    magnitude += abs(term);
  }
  return withoutResidue(total + lost, magnitude);
}

/**
 * The decimals that a stored figure has. A figure is taken to fifteen digits, as Excel shows it, so that a residue counts for nothing.
 * @example decimalsOf(-25.8) // 1
 * @example decimalsOf(0.1 + 0.2) // 1
 * @example decimalsOf(1 / 3) // 15
 */
export function decimalsOf(value: number): number {
  if (!Number.isFinite(value)) return 0;
  // Nearly every stored figure is settled here; the text of a number takes a hundred times longer.
  for (let decimals = 0, scale = 1; decimals <= 3; decimals += 1, scale *= 10) if (round(value * scale) / scale === value) return decimals;
  const [digits = '', exponent = '0'] = Number(value.toPrecision(15)).toString().split('e');
  const decimals = digits.split('.')[1] ?? '';
  return Math.max(0, decimals.length - Number(exponent));
}
