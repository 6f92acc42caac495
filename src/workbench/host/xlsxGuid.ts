const hex = (number: number, digits: number): string => number.toString(16).toUpperCase().padStart(digits, '0');

/**
 * An id as parts of a file name each other by. It follows from its parts alone, so that the same workbook is always written the same.
 * @param kind four hexadecimal digits that keep ids of one kind apart from others
 * @example xlsxGuid('DA7A', 1, 2) // '{DA7A0001-0000-4000-8000-000000000002}'
 */
export function xlsxGuid(kind: string, group: number, item: number): string {
  return `{${kind}${hex(group, 4)}-0000-4000-8000-${hex(item, 12)}}`;
}
