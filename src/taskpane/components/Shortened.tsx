import { useState } from 'react';
import { Button } from '@fluentui/react-components';
import { useTexts } from '../hooks/useTexts';

interface ShortenedProps<Item> {
  readonly items: readonly Item[];
  readonly render: (item: Item, index: number) => JSX.Element;
}

/** Rendering thousands of items would stop the pane; the rest come on demand. */
const STEP = 50;

/** The first items of a long list, and a button for more. */
export function Shortened<Item>({ items, render }: ShortenedProps<Item>): JSX.Element {
  const texts = useTexts();
  const [count, setCount] = useState(STEP);
  return (
    <>
      {items.slice(0, count).map(render)}
      {items.length > count && <Button onClick={() => setCount(count + STEP)}>{texts.avstamning.more(Math.min(STEP, items.length - count))}</Button>}
    </>
  );
}
