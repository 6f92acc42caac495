import { useTexts } from '../hooks/useTexts';

interface CheckBarProps {
  readonly errors: number;
  readonly questions: number;
  readonly rounding: number;
  readonly fits: number;
}

const WIDTH = 318;
/** A part with anything in it is seen, however many checks there are. */
const LEAST = 4;

/** All checks as one bar, with the counts in words below. */
export function CheckBar({ errors, questions, rounding, fits }: CheckBarProps): JSX.Element {
  const texts = useTexts();
  const parts = [
    { count: errors, color: 'var(--bad-fill)', text: texts.avstamning.legendErrors(errors) },
    { count: questions, color: 'var(--warn-fill)', text: texts.avstamning.legendQuestions(questions) },
    { count: rounding, color: 'var(--neutral)', text: texts.avstamning.legendRounding(rounding) },
    { count: fits, color: 'var(--fits)', text: texts.avstamning.legendFits(fits) },
  ];
  const total = parts.reduce((sum, part) => sum + part.count, 0);
  const shown = parts.filter((part) => part.count > 0);
  const free = WIDTH - shown.length * LEAST;
  let left = 0;
  return (
    <>
      <svg className="check-bar" viewBox={`0 0 ${WIDTH} 8`} preserveAspectRatio="none" height="8" role="img" aria-label={texts.avstamning.chart(errors, questions, rounding, fits)}>
        {shown.map((part) => {
          const width = LEAST + (free * part.count) / Math.max(1, total);
          const x = left;
          left += width;
          return <rect key={part.color} x={x} y="0" width={Math.max(0, width - 1)} height="8" fill={part.color} />;
        })}
      </svg>
      <ul className="legend" aria-hidden>
        {parts.map((part) => <li key={part.color}><i style={{ background: part.color }} />{part.text}</li>)}
      </ul>
    </>
  );
}
