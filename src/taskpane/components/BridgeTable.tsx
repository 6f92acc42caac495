import { Table, TableBody, TableCell, TableHeader, TableHeaderCell, TableRow } from '@fluentui/react-components';
import type { AtgardGroup } from '../../app/atgardView';
import { formatAmount } from '../../text/numbers';
import { withSoftHyphens } from '../../text/softHyphens';
import { useLanguage, useTexts } from '../hooks/useTexts';

interface Step {
  readonly name: string;
  readonly year: number | null;
  readonly full: number | null;
  readonly from: number;
  readonly to: number;
  readonly look: 'outline' | 'hatched' | 'filled' | 'left';
  readonly isPart?: boolean;
  readonly isSum?: boolean;
}

/** Requirement less measures that count gives what is left to find, this year and for a full year. */
export function BridgeTable({ group, year }: { readonly group: AtgardGroup; readonly year: number }): JSX.Element {
  const texts = useTexts();
  const language = useLanguage();
  const requirement = group.requirement ?? 0;
  const left = group.toFindYear ?? 0;
  const amount = (value: number | null): string => (value === null ? '' : formatAmount(value, 'tkr', { language }));
  const steps: readonly Step[] = [
    { name: texts.atgarder.requirement, year: group.requirement, full: group.requirement, from: 0, to: requirement, look: 'outline' },
    { name: texts.atgarder.decided, year: -group.countedYear, full: -group.countedFull, from: requirement - group.countedYear, to: requirement, look: 'hatched' },
    ...(group.realised !== 0 ? [{ name: texts.atgarder.realised, year: -group.realised, full: null, from: requirement - group.realised, to: requirement, look: 'filled' as const, isPart: true }] : []),
    ...(group.inForecast > 0.5 ? [{ name: texts.atgarder.inForecast, year: -group.inForecast, full: null, from: requirement, to: requirement, look: 'filled' as const, isPart: true }] : []),
    { name: texts.atgarder.toFind, year: group.toFindYear, full: group.toFindFull, from: 0, to: left, look: 'left', isSum: true },
  ];
  const scale = { least: Math.min(0, ...steps.map((step) => Math.min(step.from, step.to))), most: Math.max(1, ...steps.map((step) => Math.max(step.from, step.to))) };
  return (
    <Table className="bridge" size="extra-small" aria-label={texts.atgarder.bridge(group.verksamhet)}>
      <TableHeader>
        <TableRow>
          <TableHeaderCell className="label"><span className="visually-hidden">{texts.atgarder.step}</span></TableHeaderCell>
          <TableHeaderCell className="bar-cell" aria-hidden />
          <TableHeaderCell className="amount">{year}</TableHeaderCell>
          <TableHeaderCell className="amount">{texts.atgarder.fullYear}</TableHeaderCell>
        </TableRow>
      </TableHeader>
      <TableBody>
        {steps.map((step) => (
          <TableRow key={step.name} className={step.isSum === true ? `sum ${left > 0.5 ? 'bad' : 'good'}` : ''}>
            <TableHeaderCell scope="row" className={step.isPart === true ? 'label part' : 'label'}>{withSoftHyphens(step.name)}</TableHeaderCell>
            <TableCell className="bar-cell" aria-hidden><BridgeBar step={step} {...scale} /></TableCell>
            <TableCell className="amount">{amount(step.year)}</TableCell>
            <TableCell className="amount">{amount(step.full)}</TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}

const WIDTH = 66;

function BridgeBar({ step, least, most }: { readonly step: Step; readonly least: number; readonly most: number }): JSX.Element {
  const scale = (WIDTH - 2) / (most - least);
  const left = 1 + (Math.min(step.from, step.to) - least) * scale;
  const width = Math.abs(step.to - step.from) * scale;
  const fill = { outline: 'none', hatched: 'url(#von-hatch)', filled: 'var(--mark)', left: step.to < 0 ? 'var(--good-fill)' : 'var(--bad-fill)' }[step.look];
  return (
    <svg viewBox={`0 0 ${WIDTH} 16`} width={WIDTH} height="16" aria-hidden>
      {width > 0 && <rect x={left} y="2.5" width={Math.max(1, width)} height="11" fill={fill} stroke={step.look === 'outline' || step.look === 'hatched' ? 'var(--mark)' : 'none'} />}
    </svg>
  );
}
