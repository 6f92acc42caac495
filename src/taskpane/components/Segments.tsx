import { useId } from 'react';

interface SegmentsProps<Value extends string> {
  readonly label: string;
  readonly value: Value;
  readonly options: readonly { readonly value: Value; readonly text: string; readonly disabledReason: string | null }[];
  readonly onChoose: (value: Value) => void;
}

/** One of a few, side by side: radio buttons, so that arrow keys and screen readers know them. A disabled one says why. */
export function Segments<Value extends string>({ label, value, options, onChoose }: SegmentsProps<Value>): JSX.Element {
  const name = useId();
  return (
    <fieldset className="segments" aria-label={label}>
      {options.map((option) => (
        <label key={option.value} className={lookOf(option, value)} title={option.disabledReason ?? undefined}>
          <input
            type="radio" className="visually-hidden" name={name} value={option.value} checked={option.value === value}
            disabled={option.disabledReason !== null} onChange={() => onChoose(option.value)}
          />
          {option.text}
          {option.disabledReason !== null && <span className="visually-hidden">, {option.disabledReason}</span>}
        </label>
      ))}
    </fieldset>
  );
}

function lookOf({ value, disabledReason }: SegmentsProps<string>['options'][number], chosen: string): string {
  if (value === chosen) return 'on';
  return disabledReason === null ? '' : 'off';
}
