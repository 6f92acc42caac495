const NOISE = 'Dependency tree not found for treeId';

let isQuiet = false;

/**
 * Drops one line that Univer 0.25.1 writes to the console by the thousand: it looks up formulas of cells that have since been removed.
 * The figures are right (the contract suites compare them), and the lines would drown what there is to read.
 */
export function quietUniver(): void {
  if (isQuiet) return;
  isQuiet = true;
  const { error } = console;
  console.error = (...words: readonly unknown[]): void => {
    if (typeof words[0] === 'string' && words[0].startsWith(NOISE)) return;
    error.apply(console, [...words]);
  };
}
