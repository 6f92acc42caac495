/** The last row and column of an Excel sheet, 0-based. */
export const MAX_ROW = 1_048_575;
export const MAX_COLUMN = 16_383;
