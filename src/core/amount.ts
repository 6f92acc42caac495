/** The money units of Swedish municipal reports: kronor, thousands (tkr) and millions (mnkr) of kronor. */
export type Unit = 'kr' | 'tkr' | 'mnkr';

const exponents: Readonly<Record<Unit, number>> = { kr: 0, tkr: 3, mnkr: 6 };

/**
 * Kronor in one of the unit: 1, 1 000 or 1 000 000.
 * @example kronorPer('tkr') // 1000
 */
export function kronorPer(unit: Unit): number {
  return 10 ** exponents[unit];
}

/**
 * The decimals that amounts in a unit are reported with: mnkr 1, tkr and kr 0.
 * @example unitDecimals('mnkr') // 1
 */
export function unitDecimals(unit: Unit): number {
  return unit === 'mnkr' ? 1 : 0;
}

/**
 * The same amount in another unit; its sign is kept.
 * @example convertAmount(1.0, 'mnkr', 'tkr') // 1000
 */
export function convertAmount(amount: number, from: Unit, to: Unit): number {
  const exponent = exponents[from] - exponents[to];
  // Dividing by a whole power of ten gives the nearest double; multiplying by 0.001 would not.
  return exponent >= 0 ? amount * 10 ** exponent : amount / 10 ** -exponent;
}
