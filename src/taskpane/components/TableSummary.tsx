import { Button } from '@fluentui/react-components';
import { CheckmarkCircle16Regular, CheckmarkCircle20Regular, ChevronDown16Regular, ChevronUp16Regular, DismissCircle16Regular } from '@fluentui/react-icons';
import type { TableCard } from '../../app/startView';
import type { SignRule } from '../../core/signRule';
import { exactDecimals, formatNumber } from '../../text/numbers';
import type { Texts } from '../../text/sv';
import { usePane } from '../hooks/usePane';
import { useLanguage, useTexts } from '../hooks/useTexts';
import { LinkButton } from './LinkButton';

interface TableSummaryProps {
  readonly card: TableCard;
  readonly isOpen: boolean;
  readonly onToggle: () => void;
}

/** A table that is ready: one line with what was read, and opened its sign passport. */
export function TableSummary({ card, isOpen, onToggle }: TableSummaryProps): JSX.Element {
  const texts = useTexts();
  const { table, status } = card;
  const toggle = (
    <Button
      className="small-icon"
      appearance="subtle"
      size="small"
      icon={isOpen ? <ChevronUp16Regular /> : <ChevronDown16Regular />}
      aria-expanded={isOpen}
      aria-label={isOpen ? texts.start.collapse(status.key) : texts.start.expand(status.key)}
      onClick={onToggle}
    />
  );
  if (!isOpen) {
    return (
      <div className="table-line">
        <CheckmarkCircle20Regular className="good" aria-label={texts.start.sure} />
        <div className="grow">
          <div className="row"><span className="strong">{table.sheet}</span> <span className="place">{table.range}</span></div>
          <p className="caption">{describeTable(texts, card, true)}</p>
        </div>
        <ChangeLink tableKey={status.key} />
        {toggle}
      </div>
    );
  }
  return (
    <article className="card" aria-label={status.key}>
      <div className="row">
        <div className="grow row"><span className="strong">{table.sheet}</span> <span className="place">{table.range}</span></div>
        <span className="badge good"><CheckmarkCircle16Regular aria-hidden />{texts.start.ready}</span>
        {toggle}
      </div>
      <div className="row">
        <span className="caption grow">{describeTable(texts, card, false)}</span>
        <ChangeLink tableKey={status.key} />
      </div>
      {table.signRule !== null && <SignPassport card={card} />}
    </article>
  );
}

function ChangeLink({ tableKey }: { readonly tableKey: string }): JSX.Element {
  const texts = useTexts();
  const { actions } = usePane();
  return (
    <LinkButton aria-label={texts.start.changeTable(tableKey)} data-return={`change ${tableKey}`} onClick={() => actions.openSubpage({ kind: 'changeTable', table: tableKey }, `change ${tableKey}`)}>
      {texts.app.change}
    </LinkButton>
  );
}

/** Rule, formula, what + and − mean, how many rows fit, an example and the rows that are wrong. */
function SignPassport({ card }: { readonly card: TableCard }): JSX.Element | null {
  const texts = useTexts();
  const language = useLanguage();
  const { actions } = usePane();
  const { table, evidence, example, errorRows } = card;
  if (table.signRule === null) return null;
  const decimals = example === null ? 0 : Math.max(...[example.budget, example.compared, example.variance].map(exactDecimals));
  return (
    <div className="soft passport">
      <h3>{texts.start.rule[table.signRule]}</h3>
      <p>{texts.start.ruleFormula[table.signRule]}</p>
      <p className="row">
        <span><span className="strong good">{texts.start.surplusSign}</span>, {texts.start.better}</span>
        <span><span className="strong bad">{texts.start.deficitSign}</span>, {texts.start.worse}</span>
      </p>
      {evidence !== null && (
        <p className="caption evidence">
          <meter className="visually-hidden" min={0} max={evidence.of} value={evidence.matched} aria-hidden />
          <span className="meter" aria-hidden><i style={{ width: `${(100 * evidence.matched) / Math.max(1, evidence.of)}%` }} /></span>
          {texts.start.evidence(evidence.matched, evidence.of, evidence.wrong)}
        </p>
      )}
      {(table.signParts ?? []).map((part) => (
        <p key={part.rows[0]} className="caption">
          {texts.start.signPart(texts.start.rowSpan(Math.min(...part.rows), Math.max(...part.rows)), part.signRule, part.signEvidence.matched, part.signEvidence.of, part.printedVariance === 'plus-worse' && table.printedVariance !== 'plus-worse')}
        </p>
      ))}
      {example !== null && (
        <p className="caption number">
          {texts.start.example(example.label, ruleSum(table.signRule === 'costs-negative', example.budget, example.compared, decimals, language), formatNumber(example.variance, decimals, { signed: true, language }), example.cell)}
        </p>
      )}
      {errorRows.map((row) => (
        <p key={row.cell} className="caption row">
          <DismissCircle16Regular className="bad" aria-hidden />
          {texts.start.errorRow(row.row, row.label)}
          <LinkButton small aria-label={`${texts.app.show}, ${texts.app.goTo(`${table.sheet}!${row.cell}`)}`} onClick={() => actions.goToCell(table.sheet, row.cell)}>{texts.app.show}</LinkButton>
        </p>
      ))}
    </div>
  );
}

function ruleSum(isCostsNegative: boolean, budget: number, compared: number, decimals: number, language: 'sv' | 'en'): string {
  const [first, second] = isCostsNegative ? [compared, budget] : [budget, compared];
  const subtrahend = formatNumber(second, decimals, { language });
  return `${formatNumber(first, decimals, { language })} − ${second < 0 ? `(${subtrahend})` : subtrahend}`;
}

/** "Budget och utfall · mnkr · 15 rader och total", or short with the sign rule: "Budget och utfall · mnkr · utan minus, 7 av 7". */
export function describeTable(texts: Texts, { table, status, rowCount, hasTotal, evidence }: TableCard, isShort: boolean): string {
  const isMoney = ['budget', 'ledger', 'measures', 'requirements'].includes(table.kind);
  const unit = table.unit ?? (isMoney ? texts.start.noUnit : null);
  const rows = rowCount === 0 ? null : texts.start.rows(rowCount, hasTotal);
  const isUnitOpen = status.isUnitAssumed && status.correction.unit === undefined && table.unit !== null;
  const parts = [
    texts.kinds[table.kind],
    isUnitOpen ? texts.start.unitAssumed(table.unit) : unit,
    isShort && table.signRule !== null ? describeRule(texts, table.signRule, evidence) : rows,
    status.correction.isCommon === true ? texts.start.isCommon : null,
  ];
  return parts.filter((part) => part !== null).join(' · ');
}

/** "utan minus, 7 av 7": the rule, and how many rows prove it where any can. */
function describeRule(texts: Texts, rule: SignRule, evidence: TableCard['evidence']): string {
  const name = texts.start.ruleShort[rule];
  return evidence === null ? name : `${name}, ${texts.start.evidenceShort(evidence.matched, evidence.of)}`;
}
