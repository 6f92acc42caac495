/** Why a formula has no result. A fault is a value: the other rows go on. */
export type Fault =
  /** The base of a share, or the volume of a cost per unit, is 0. */
  | 'zero-base'
  /** Two costs carry opposite signs, so their sizes cannot be compared. */
  | 'opposite-signs'
  | 'end-before-start'
  /** The measure gives nothing in the year, so nothing can be concluded from it. */
  | 'no-effect'
  | 'negative-ramp'
  | 'negative-volume'
  | 'negative-weight'
  | 'unit-not-positive'
  /** A target in words needs the previous value. */
  | 'no-previous';
