import { FORMULA_PIECES, OWN_NAMESPACE } from './xlsxFormulas';

/** Functions younger than the file format; files mark them so that old programs know what they do not know. */
const NEWER = new Set(
  (
    'ACOT ACOTH ARABIC ARRAYTOTEXT BASE BETA.DIST BETA.INV BINOM.DIST BINOM.DIST.RANGE BINOM.INV BITAND BITLSHIFT BITOR BITRSHIFT BITXOR BYCOL BYROW CEILING.MATH CEILING.PRECISE ' +
    'CHISQ.DIST CHISQ.DIST.RT CHISQ.INV CHISQ.INV.RT CHISQ.TEST CHOOSECOLS CHOOSEROWS COMBINA CONCAT CONFIDENCE.NORM CONFIDENCE.T COT COTH COVARIANCE.P COVARIANCE.S CSC CSCH DAYS DECIMAL DROP ' +
    'ERF.PRECISE ERFC.PRECISE EXPAND EXPON.DIST F.DIST F.DIST.RT F.INV F.INV.RT F.TEST FIELDVALUE FILTERXML FLOOR.MATH FLOOR.PRECISE FORECAST.ETS FORECAST.ETS.CONFINT FORECAST.ETS.SEASONALITY FORECAST.ETS.STAT ' +
    'FORECAST.LINEAR FORMULATEXT GAMMA GAMMA.DIST GAMMA.INV GAMMALN.PRECISE GAUSS GROUPBY HSTACK HYPGEOM.DIST IFNA IFS IMCOSH IMCOT IMCSC IMCSCH IMSEC IMSECH IMSINH IMTAN ISFORMULA ISOMITTED ISOWEEKNUM ' +
    'LAMBDA LET LOGNORM.DIST LOGNORM.INV MAKEARRAY MAP MAXIFS MINIFS MODE.MULT MODE.SNGL MUNIT NEGBINOM.DIST NORM.DIST NORM.INV NORM.S.DIST NORM.S.INV NUMBERVALUE PDURATION PERCENTILE.EXC PERCENTILE.INC ' +
    'PERCENTRANK.EXC PERCENTRANK.INC PERCENTOF PERMUTATIONA PHI PIVOTBY POISSON.DIST QUARTILE.EXC QUARTILE.INC RANDARRAY RANK.AVG RANK.EQ REDUCE RRI SCAN SEC SECH SEQUENCE SHEET SHEETS SINGLE SKEW.P SORTBY ' +
    'STDEV.P STDEV.S SWITCH T.DIST T.DIST.2T T.DIST.RT T.INV T.INV.2T T.TEST TAKE TEXTAFTER TEXTBEFORE TEXTJOIN TEXTSPLIT TOCOL TOROW TRIMRANGE UNICHAR UNICODE UNIQUE VALUETOTEXT VAR.P VAR.S VSTACK ' +
    'WEBSERVICE WEIBULL.DIST WRAPCOLS WRAPROWS XLOOKUP XMATCH XOR Z.TEST'
  ).split(' '),
);
/** Of these two there is a second mark. */
const NEWER_SHEET_FUNCTIONS = new Set(['FILTER', 'SORT']);

/**
 * A formula as files keep it: "XLOOKUP(1,A:A,B:B)" → "_xlfn.XLOOKUP(1,A:A,B:B)", "VON.ÅRSEFFEKT(A1)" → "_xldudf_VON_ÅRSEFFEKT(A1)",
 * "LET(x,1,x)" → "_xlfn.LET(_xlpm.x,1,_xlpm.x)", "SUM(A1#)" → "SUM(_xlfn.ANCHORARRAY(A1))".
 * Null where it refers to another workbook: the copy carries no such links, so only the value can be kept.
 */
export function formulaToFile(formula: string): string | null {
  const pieces = formula.match(FORMULA_PIECES) ?? [];
  if (pieces.some((piece, index) => isOtherWorkbook(piece, pieces[index + 1]))) return null;
  const parameters = parameterNames(pieces);
  return pieces
    .map((piece, index) => {
      const next = pieces[index + 1];
      if (next === '#' && /^[$A-Za-z]+\$?\d+$/.test(piece)) return `_xlfn.ANCHORARRAY(${piece})`;
      if (piece === '#' && /^[$A-Za-z]+\$?\d+$/.test(pieces[index - 1] ?? '')) return '';
      if (piece.startsWith('[@') && /^[\p{L}_\\]/u.test(pieces[index - 1] ?? '')) return thisRow(piece);
      if (parameters.has(piece.toUpperCase()) && next !== '(' && next !== '!') return `_xlpm.${piece}`;
      return next === '(' ? functionName(piece) : piece;
    })
    .join('');
}

function isOtherWorkbook(piece: string, next: string | undefined): boolean {
  if (piece.startsWith("'")) return /^'[^']*\[(?!0\])[^\]]+\]/.test(piece);
  // "[0]" is this workbook.
  return piece.startsWith('[') && piece !== '[0]' && next !== undefined && (/^[\p{L}_]/u.test(next) || next === '!');
}

function functionName(name: string): string {
  const upper = name.toUpperCase();
  if (upper.startsWith(`${OWN_NAMESPACE}.`)) return `_xldudf_${OWN_NAMESPACE}_${name.slice(OWN_NAMESPACE.length + 1)}`;
  if (NEWER_SHEET_FUNCTIONS.has(upper)) return `_xlfn._xlws.${upper}`;
  return NEWER.has(upper) ? `_xlfn.${upper}` : name;
}

/** "[@Budget]" → "[[#This Row],[Budget]]"; "[@[Budget 2025]]" → "[[#This Row],[Budget 2025]]". */
function thisRow(piece: string): string {
  const column = piece.slice(2, -1);
  if (column === '') return '[#This Row]';
  return `[[#This Row],${column.startsWith('[') ? column : `[${column}]`}]`;
}

/** The names that LET and LAMBDA give inside a formula, in capitals. */
function parameterNames(pieces: readonly string[]): ReadonlySet<string> {
  const words = pieces.filter((piece) => piece.trim() !== '');
  const names = new Set<string>();
  const calls: { readonly name: string; argument: number }[] = [];
  words.forEach((word, index) => {
    const call = calls.at(-1);
    const before = words[index - 1] ?? '';
    if (call && (before === '(' || before === ',') && words[index + 1] === ',' && /^[\p{L}_]/u.test(word)) {
      if (call.name === 'LAMBDA' || (call.name === 'LET' && call.argument % 2 === 0)) names.add(word.toUpperCase());
    }
    if (word === '(' || word === '{') calls.push({ name: before.toUpperCase(), argument: 0 });
    else if (word === ')' || word === '}') calls.pop();
    else if (word === ',' && call) call.argument += 1;
  });
  return names;
}
