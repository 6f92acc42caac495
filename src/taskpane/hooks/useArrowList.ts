import { useCallback, useRef, useState, type KeyboardEvent, type RefObject } from 'react';

export interface ArrowList<Element extends HTMLElement> {
  readonly ref: RefObject<Element>;
  readonly onKeyDown: (event: KeyboardEvent) => void;
  readonly onFocus: (event: { readonly target: EventTarget }) => void;
  /** 0 for the one row that Tab reaches, −1 for the rest. */
  readonly tabIndexOf: (rowKey: string) => 0 | -1;
}

/**
 * A list that is one stop for Tab: arrow keys move between its rows, Home and End to the ends. Rows are marked by
 * data-row="key"; inside a row the stops are marked by data-stop, and left and right move between them.
 * @param keys the keys of the rows in the order they are shown
 */
export function useArrowList<Element extends HTMLElement>(keys: readonly string[]): ArrowList<Element> {
  const ref = useRef<Element>(null);
  const [current, setCurrent] = useState<string | null>(null);
  const tabStop = current !== null && keys.includes(current) ? current : keys[0];

  const onFocus = useCallback((event: { readonly target: EventTarget }) => {
    if (event.target instanceof HTMLElement && event.target.hasAttribute('data-stop')) setCurrent(rowKeyOf(event.target));
  }, []);

  const onKeyDown = useCallback((event: KeyboardEvent) => {
    const from = event.target;
    if (!(from instanceof HTMLElement) || !from.hasAttribute('data-stop') || event.altKey || event.ctrlKey || event.metaKey) return;
    const row = from.closest('[data-row]');
    const rows = [...(ref.current?.querySelectorAll('[data-row]') ?? [])].filter((one) => one.querySelector('[data-stop]') !== null);
    const stops = [...(row?.querySelectorAll<HTMLElement>('[data-stop]') ?? [])];
    const rowIndex = rows.findIndex((one) => one === row);
    const stopIndex = stops.indexOf(from);
    const stopIn = (index: number): HTMLElement | undefined => {
      const inRow = [...(rows[index]?.querySelectorAll<HTMLElement>('[data-stop]') ?? [])];
      return inRow[Math.min(stopIndex, inRow.length - 1)];
    };
    const target = {
      ArrowDown: () => stopIn(rowIndex + 1),
      ArrowUp: () => stopIn(rowIndex - 1),
      Home: () => stopIn(0),
      End: () => stopIn(rows.length - 1),
      ArrowRight: () => stops[stopIndex + 1],
      ArrowLeft: () => stops[stopIndex - 1],
    }[event.key];
    if (target === undefined) return;
    event.preventDefault();
    target()?.focus();
  }, []);

  return { ref, onKeyDown, onFocus, tabIndexOf: (rowKey) => (rowKey === tabStop ? 0 : -1) };
}

function rowKeyOf(element: HTMLElement): string | null {
  return element.closest('[data-row]')?.getAttribute('data-row') ?? null;
}
