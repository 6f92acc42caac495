import { useCallback, useState } from 'react';
import { usePane } from './usePane';

/**
 * State of a page that is kept when another tab is shown. What is remembered must still be of the initial value's kind; `isValid`
 * drops choices that no longer exist after a new reading.
 */
export function useRemembered<Value>(name: string, initial: Value, isValid: (value: Value) => boolean = () => true): readonly [Value, (value: Value) => void] {
  const { remembered } = usePane();
  const [value, setValue] = useState<Value>(() => (remembered.has(name) ? (remembered.get(name) as Value) : initial));
  const keep = useCallback(
    (next: Value) => {
      remembered.set(name, next);
      setValue(next);
    },
    [name, remembered],
  );
  return [isValid(value) ? value : initial, keep];
}
