interface RequirementBarProps {
  readonly requirement: number;
  readonly realised: number;
  /** Decided and not yet realised. */
  readonly decided: number;
  readonly text: string;
}

const WIDTH = 318;
const HEIGHT = 14;

/** The requirement as an outline, hämtat hem filled, decided hatched, what is left tinted. */
export function RequirementBar({ requirement, realised, decided, text }: RequirementBarProps): JSX.Element {
  const whole = Math.max(requirement, realised + decided, 1);
  const scale = (WIDTH - 2) / whole;
  const width = (amount: number): number => Math.max(0, amount * scale);
  const covered = width(realised) + width(decided);
  return (
    <svg className="requirement-bar" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} preserveAspectRatio="none" height={HEIGHT} role="img" aria-label={text}>
      <rect x={1 + covered} y="1" width={Math.max(0, width(requirement) - covered)} height={HEIGHT - 2} fill="var(--bad-tint)" />
      <rect x={1 + width(realised)} y="1" width={width(decided)} height={HEIGHT - 2} fill="url(#von-hatch)" />
      <rect x="1" y="1" width={width(realised)} height={HEIGHT - 2} fill="var(--mark)" />
      <rect x="1" y="1" width={Math.max(0, width(requirement))} height={HEIGHT - 2} fill="none" stroke="var(--mark)" vectorEffect="non-scaling-stroke" />
    </svg>
  );
}
