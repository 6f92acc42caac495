/** The money units of Swedish municipal reports: kronor, thousands (tkr) and millions (mnkr) of kronor. */
export type Unit = 'kr' | 'tkr' | 'mnkr';
