/** Points of an inch; Excel's API gives margins in points, the file in inches. */
export const POINTS_PER_INCH = 72;
/** English Metric Units of a point; drawings in a file are measured in them. */
export const EMU_PER_POINT = 12_700;
