import { Select } from '@fluentui/react-components';

export interface ChoiceOption<Value extends string> {
  readonly value: Value;
  readonly text: string;
}

interface ChoiceProps<Value extends string> {
  readonly label: string;
  readonly value: Value;
  readonly options: readonly ChoiceOption<Value>[];
  readonly onChoose: (value: Value) => void;
  readonly id?: string;
  readonly describedBy?: string;
  readonly isInvalid?: boolean;
}

/** One of several values, in Fluent's select: the browser's own list, which no pane edge cuts off. */
export function Choice<Value extends string>({ label, value, options, onChoose, id, describedBy, isInvalid }: ChoiceProps<Value>): JSX.Element {
  return (
    <Select
      className="wide"
      id={id}
      aria-label={id === undefined ? label : undefined}
      aria-describedby={describedBy}
      aria-invalid={isInvalid}
      value={value}
      onChange={(_event, data) => {
        const chosen = options.find((option) => option.value === data.value);
        if (chosen !== undefined) onChoose(chosen.value);
      }}
    >
      {options.map((option) => (
        <option key={option.value} value={option.value}>{option.text}</option>
      ))}
    </Select>
  );
}
