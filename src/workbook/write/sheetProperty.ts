/** The sheet property that tells which of our sheets a sheet is; a sheet without it is never touched. */
export const SHEET_PROPERTY = 'von.sheet';
/** Which version of marking a sheet of ours was marked by, and the one that is written now. */
export const SCHEMA_PROPERTY = 'von.schema';
export const SHEET_SCHEMA = 'von-sheet/1';
/** The source of each figure: JSON list of [block, row key, column of the draft, sheet, cell, value when read]. */
export const SOURCES_PROPERTY = 'von.sources';
/** The headings of the columns, by which they are found again. */
export const COLUMNS_PROPERTY = 'von.columns';
/** Keys of the measures on Åtgärdsplan: those it was written with and those that the user has taken away. */
export const MEASURES_PROPERTY = 'von.measures';
/** The version that the sheet was written for, in the user's words. */
export const VERSION_PROPERTY = 'von.version';
/** ISO time of the writing. */
export const WRITTEN_PROPERTY = 'von.writtenAt';
/** ISO time of the reading that the figures come from. */
export const READ_PROPERTY = 'von.readAt';
