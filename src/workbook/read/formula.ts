import { type Area, columnIndex, columnLetters, parseArea } from '../address';

/** A formula as a tree. Names, structured references and whole columns are `opaque`: known to be there, not followed. */
export type FormulaNode =
  | { readonly type: 'number'; readonly value: number }
  | { readonly type: 'area'; readonly sheet: string | null; readonly area: Area }
  | { readonly type: 'call'; readonly name: string; readonly args: readonly FormulaNode[] }
  | { readonly type: 'binary'; readonly operator: string; readonly left: FormulaNode; readonly right: FormulaNode }
  | { readonly type: 'negated'; readonly operand: FormulaNode }
  | { readonly type: 'opaque' };

/** An area that a formula adds (+1) or subtracts (−1). */
export interface FormulaTerm {
  readonly sheet: string | null;
  readonly area: Area;
  readonly sign: 1 | -1;
}

const token =
  /\s*(?:(\d+(?:\.\d+)?(?:[eE][+-]?\d+)?)|("(?:[^"]|"")*")|((?:'(?:[^']|'')*'|[\p{L}_][\p{L}\p{N}_.]*)!)?(\$?[A-Za-z]{1,3}\$?\d{1,7}(?::\$?[A-Za-z]{1,3}\$?\d{1,7})?)(?![\p{L}\p{N}_(!])|([\p{L}_][\p{L}\p{N}_.]*)(?=\()|([\p{L}_][^\s()+\-*/^&=<>,%]*)|(<=|>=|<>|[-+*/^&=<>,()%]))/uy;

interface Token {
  readonly kind: 'number' | 'text' | 'area' | 'function' | 'name' | 'operator';
  readonly text: string;
  readonly sheet?: string;
}

function tokenize(formula: string): readonly Token[] | null {
  const tokens: Token[] = [];
  const text = formula.trim();
  token.lastIndex = text.startsWith('=') ? 1 : 0;
  while (token.lastIndex < text.length) {
    const match = token.exec(text);
    if (match === null) return null;
    const [, number, quoted, sheet, area, call, name, operator] = match;
    if (number !== undefined) tokens.push({ kind: 'number', text: number });
    else if (quoted !== undefined) tokens.push({ kind: 'text', text: quoted });
    else if (area !== undefined) tokens.push({ kind: 'area', text: area, ...(sheet === undefined ? {} : { sheet: unquote(sheet.slice(0, -1)) }) });
    else if (call !== undefined) tokens.push({ kind: 'function', text: call.toUpperCase() });
    else if (name !== undefined) tokens.push({ kind: 'name', text: name });
    else if (operator !== undefined) tokens.push({ kind: 'operator', text: operator });
  }
  return tokens;
}

const unquote = (sheet: string): string => (sheet.startsWith("'") ? sheet.slice(1, -1).replaceAll("''", "'") : sheet);

const precedence: Readonly<Record<string, number>> = { '=': 1, '<': 1, '>': 1, '<=': 1, '>=': 1, '<>': 1, '&': 2, '+': 3, '-': 3, '*': 4, '/': 4, '^': 5 };

/**
 * Reads a formula in English notation into a tree.
 * @returns null for what is no well-formed formula
 * @example parseFormula("=ROUND('Barn och unga'!B11/1000,1)") is a call of ROUND on a division
 */
export function parseFormula(formula: string): FormulaNode | null {
  const tokens = tokenize(formula);
  if (tokens === null) return null;
  let position = 0;
  const peek = (): Token | undefined => tokens[position];
  const isOperator = (text: string): boolean => peek()?.kind === 'operator' && peek()?.text === text;

  const primary = (): FormulaNode | null => {
    const next = tokens[position++];
    if (next === undefined) return null;
    if (next.kind === 'number') return { type: 'number', value: Number(next.text) };
    if (next.kind === 'text' || next.kind === 'name') return { type: 'opaque' };
    if (next.kind === 'area') {
      const area = parseArea(next.text);
      return area === null ? { type: 'opaque' } : { type: 'area', sheet: next.sheet ?? null, area };
    }
    if (next.kind === 'function') return call(next.text);
    if (next.text === '-' || next.text === '+') {
      const operand = percented(primary());
      if (operand === null) return null;
      return next.text === '-' ? { type: 'negated', operand } : operand;
    }
    if (next.text !== '(') return null;
    const inner = expression(0);
    if (!isOperator(')')) return null;
    position += 1;
    return inner;
  };

  const call = (name: string): FormulaNode | null => {
    position += 1;
    const args: FormulaNode[] = [];
    if (isOperator(')')) {
      position += 1;
      return { type: 'call', name, args };
    }
    for (;;) {
      const arg = isOperator(',') || isOperator(')') ? ({ type: 'opaque' } as const) : expression(0);
      if (arg === null) return null;
      args.push(arg);
      const separator = tokens[position++];
      if (separator?.text === ')') return { type: 'call', name, args };
      if (separator?.text !== ',') return null;
    }
  };

  const percented = (node: FormulaNode | null): FormulaNode | null => {
    let result = node;
    while (result !== null && isOperator('%')) {
      position += 1;
      result = { type: 'binary', operator: '/', left: result, right: { type: 'number', value: 100 } };
    }
    return result;
  };

  const expression = (lowest: number): FormulaNode | null => {
    let left = percented(primary());
    for (;;) {
      const next = peek();
      const rank = next?.kind === 'operator' ? precedence[next.text] : undefined;
      if (left === null || next === undefined || rank === undefined || rank <= lowest) return left;
      position += 1;
      const right = expression(rank);
      if (right === null) return null;
      left = { type: 'binary', operator: next.text, left, right };
    }
  };

  const tree = expression(0);
  return position === tokens.length ? tree : null;
}

/**
 * The areas that a formula adds and subtracts, where it does nothing else: SUM, SUBTOTAL, AGGREGATE, + and − chains, with ROUND or IFERROR around.
 * @returns null where the formula multiplies, divides or does something that is not followed
 * @example linearTerms of "=SUM(B4:B8)-B10" are +B4:B8 and −B10
 */
export function linearTerms(node: FormulaNode, sign: 1 | -1 = 1): readonly FormulaTerm[] | null {
  switch (node.type) {
    case 'area':
      return [{ sheet: node.sheet, area: node.area, sign }];
    case 'negated':
      return linearTerms(node.operand, sign === 1 ? -1 : 1);
    case 'binary':
      if (node.operator !== '+' && node.operator !== '-') return null;
      return joined([linearTerms(node.left, sign), linearTerms(node.right, node.operator === '+' ? sign : sign === 1 ? -1 : 1)]);
    case 'call': {
      if (node.name === 'SUM') return joined(node.args.map((arg) => linearTerms(arg, sign)));
      if (node.name === 'SUBTOTAL') return joined(node.args.slice(1).map((arg) => linearTerms(arg, sign)));
      if (node.name === 'AGGREGATE') return joined(node.args.slice(2).map((arg) => linearTerms(arg, sign)));
      const first = node.args[0];
      return (node.name === 'ROUND' || node.name === 'IFERROR') && first !== undefined ? linearTerms(first, sign) : null;
    }
    default:
      return null;
  }
}

const joined = (parts: readonly (readonly FormulaTerm[] | null)[]): readonly FormulaTerm[] | null => {
  const terms: FormulaTerm[] = [];
  for (const part of parts) {
    if (part === null) return null;
    terms.push(...part);
  }
  return terms;
};

/** Every area a formula speaks of, in order. */
export function areasOf(node: FormulaNode): readonly { readonly sheet: string | null; readonly area: Area }[] {
  if (node.type === 'area') return [node];
  if (node.type === 'negated') return areasOf(node.operand);
  if (node.type === 'binary') return [...areasOf(node.left), ...areasOf(node.right)];
  return node.type === 'call' ? node.args.flatMap(areasOf) : [];
}

/**
 * A formula with its references written relative to its own cell, so that a filled-down or filled-right formula gives one text.
 * @example relativeShape('=B5-C5', 4, 3) and relativeShape('=B6-C6', 5, 3) are both "=R[0]C[-2]-R[0]C[-1]"
 */
export function relativeShape(formula: string, row: number, column: number): string {
  return formula
    .split(/("[^"]*"|'(?:[^']|'')*')/)
    .map((piece, index) => (index % 2 === 1 ? piece : piece.replace(reference, (_, fixedColumn: string, letters: string, fixedRow: string, digits: string) => {
      const rowPart = fixedRow === '$' ? digits : `[${Number(digits) - 1 - row}]`;
      const columnPart = fixedColumn === '$' ? letters : `[${columnIndex(letters) - column}]`;
      return `R${rowPart}C${columnPart}`;
    })))
    .join('');
}

const reference = /(?<![\p{L}\p{N}_.])(\$?)([A-Za-z]{1,3})(\$?)(\d{1,7})(?![\p{L}\p{N}_(!])/gu;

/** A formula moved from one cell to another as filling it would: relative references follow. */
export function moveFormula(formula: string, rows: number, columns: number): string {
  return formula
    .split(/("[^"]*"|'(?:[^']|'')*')/)
    .map((piece, index) => (index % 2 === 1 ? piece : piece.replace(reference, (_, fixedColumn: string, letters: string, fixedRow: string, digits: string) => {
      const movedColumn = fixedColumn === '$' ? letters : columnLetters(columnIndex(letters) + columns);
      return `${fixedColumn}${movedColumn}${fixedRow}${fixedRow === '$' ? digits : Number(digits) + rows}`;
    })))
    .join('');
}

/**
 * The value of a formula, given the numbers of its cells; empty cells count as 0.
 * @returns null where a cell holds no number or the formula uses what is not followed
 */
export function evaluateFormula(node: FormulaNode, read: (sheet: string | null, row: number, column: number) => number | null): number | null {
  const value = (inner: FormulaNode): number | null => evaluateFormula(inner, read);
  switch (node.type) {
    case 'number':
      return node.value;
    case 'negated': {
      const operand = value(node.operand);
      return operand === null ? null : -operand;
    }
    case 'area':
      return node.area.top === node.area.bottom && node.area.left === node.area.right ? read(node.sheet, node.area.top, node.area.left) : null;
    case 'binary': {
      const left = value(node.left);
      const right = value(node.right);
      if (left === null || right === null) return null;
      if (node.operator === '+') return left + right;
      if (node.operator === '-') return left - right;
      if (node.operator === '*') return left * right;
      return node.operator === '/' && right !== 0 ? left / right : null;
    }
    case 'call':
      return evaluateCall(node.name, node.args, read);
    default:
      return null;
  }
}

function evaluateCall(name: string, args: readonly FormulaNode[], read: (sheet: string | null, row: number, column: number) => number | null): number | null {
  if (name === 'SUM') {
    const terms = joined(args.map((arg) => linearTerms(arg)));
    if (terms === null || terms.some(({ area }) => (area.bottom - area.top + 1) * (area.right - area.left + 1) > 10000)) return null;
    let sum = 0;
    for (const { sheet, area, sign } of terms) {
      for (let row = area.top; row <= area.bottom; row += 1) {
        for (let column = area.left; column <= area.right; column += 1) sum += sign * (read(sheet, row, column) ?? 0);
      }
    }
    return sum;
  }
  const [first, second] = args;
  const value = first === undefined ? null : evaluateFormula(first, read);
  if (name === 'ABS') return value === null ? null : Math.abs(value);
  if (name === 'IFERROR') return value;
  if (name !== 'ROUND' || value === null || second?.type !== 'number') return null;
  const factor = 10 ** second.value;
  return (Math.sign(value) * Math.round(Math.abs(value) * factor)) / factor;
}
