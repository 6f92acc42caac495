interface DeviationBarProps {
  readonly amount: number;
  /** The largest surplus and the largest deficit that share the axis, as sizes. */
  readonly most: number;
  readonly least: number;
  /** Forecast is hatched, outcome filled. */
  readonly isForecast?: boolean;
  readonly isNeutral?: boolean;
  /** What the earlier forecast gave: a triangle. */
  readonly earlier?: number | null;
}

const WIDTH = 60;
const HEIGHT = 16;

/** A bar on one side of a common zero line. Decorative: the figure and its sign stand beside it. */
export function DeviationBar({ amount, most, least, isForecast = false, isNeutral = false, earlier = null }: DeviationBarProps): JSX.Element {
  const span = most + least || 1;
  const scale = (WIDTH - 4) / span;
  const zero = 2 + least * scale;
  const width = Math.max(Math.abs(amount) * scale, amount === 0 ? 0 : 1);
  const fill = isNeutral ? 'var(--neutral)' : amount < 0 ? 'var(--bad-fill)' : 'var(--good-fill)';
  const pattern = amount < 0 ? 'von-hatch-bad' : 'von-hatch-good';
  return (
    <svg className="bar" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} width={WIDTH} height={HEIGHT} aria-hidden focusable="false">
      <rect
        x={amount < 0 ? zero - width : zero}
        y="2.5"
        width={width}
        height={isForecast ? 9 : 11}
        fill={isForecast ? `url(#${pattern})` : fill}
        stroke={isForecast ? fill : 'none'}
      />
      <line x1={zero} x2={zero} y1="0" y2={HEIGHT} stroke="var(--axis)" />
      {earlier !== null && <path d={`M${zero + earlier * scale} 10 l3.5 6 h-7 z`} fill="var(--neutral)" />}
    </svg>
  );
}

/** The hatching that marks a forecast or a decision; once on a page. */
export function HatchPatterns(): JSX.Element {
  return (
    <svg width="0" height="0" className="patterns" aria-hidden focusable="false">
      <defs>
        <Hatch id="von-hatch" color="var(--mark)" />
        <Hatch id="von-hatch-good" color="var(--good-fill)" />
        <Hatch id="von-hatch-bad" color="var(--bad-fill)" />
      </defs>
    </svg>
  );
}

function Hatch({ id, color }: { readonly id: string; readonly color: string }): JSX.Element {
  return (
    <pattern id={id} width="4" height="4" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
      <rect width="4" height="4" fill="var(--page)" />
      <rect width="1.6" height="4" fill={color} />
    </pattern>
  );
}
