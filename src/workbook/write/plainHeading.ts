const LONGEST = 60;

/**
 * A heading of the user's without its unit, which our sheets tell once at the top and may have converted.
 * @example plainHeading('Åtgärdskrav 2025 (mnkr)') // 'Åtgärdskrav 2025'
 */
export function plainHeading(header: string): string {
  const plain = header.replace(/\s+/g, ' ').replace(/\s*\((?:i )?(?:tkr|mnkr|mkr|kr)\.?\)/gi, '').replace(/[\s,]*\(?\b(tkr|mnkr|mkr|kr)\b\.?\)?\s*$/i, '').trim();
  return plain.length <= LONGEST ? plain : `${plain.slice(0, LONGEST - 1)}…`;
}
