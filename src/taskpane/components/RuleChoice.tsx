import { Radio, RadioGroup } from '@fluentui/react-components';
import type { SignRule } from '../../core/signRule';
import { ruleConsequence, ruleFit } from '../../app/ruleView';
import { formatAmountWithUnit } from '../../text/numbers';
import type { ReportTable } from '../../workbook/report';
import { useLanguage, useTexts } from '../hooks/useTexts';
import { Notice } from './Notice';

const RULES: readonly SignRule[] = ['costs-negative', 'costs-positive'];

interface RuleChoiceProps {
  readonly table: ReportTable;
  readonly value: SignRule | null;
  readonly onChoose: (rule: SignRule) => void;
  readonly name: string;
}

/** The two sign rules, each tried on the table's own rows, and what the chosen one makes of a row. */
export function RuleChoice({ table, value, onChoose, name }: RuleChoiceProps): JSX.Element {
  const texts = useTexts();
  const language = useLanguage();
  const consequence = value === null ? null : ruleConsequence(table, value);
  return (
    <>
      <RadioGroup
        className="rules"
        name={name}
        aria-label={texts.changeTable.rule}
        value={value ?? ''}
        onChange={(_event, data) => {
          const rule = RULES.find((one) => one === data.value);
          if (rule !== undefined) onChoose(rule);
        }}
      >
        {RULES.map((rule) => (
          <Radio key={rule} value={rule} className={value === rule ? 'rule chosen' : 'rule'} label={<RuleLabel table={table} rule={rule} />} />
        ))}
      </RadioGroup>
      {RULES.every((rule) => ruleFit(table, rule).of === 0) && <p className="caption">{texts.changeTable.noFit}</p>}
      {consequence !== null && (
        <Notice tone="info">
          {texts.changeTable.consequence(consequence.label)}
          <span className={`strong number ${consequence.amount < 0 ? 'bad' : consequence.amount > 0 ? 'good' : ''}`}>
            {formatAmountWithUnit(consequence.amount, table.unit, { signed: true, language })}
          </span>
          {consequence.amount < 0 ? texts.changeTable.deficit : consequence.amount > 0 ? texts.changeTable.surplus : texts.changeTable.onBudget}
        </Notice>
      )}
    </>
  );
}

function RuleLabel({ table, rule }: { readonly table: ReportTable; readonly rule: SignRule }): JSX.Element {
  const texts = useTexts();
  const fit = ruleFit(table, rule);
  const wrong = fit.of - fit.matched;
  const isBest = fit.of > 0 && fit.matched > wrong;
  return (
    <span className="rule-label">
      <span className="strong">{texts.changeTable.ruleName[rule]}</span>
      {fit.of > 0 && (
        <span className={`strong number fit ${isBest ? 'good' : 'muted'}`}>
          {isBest ? texts.changeTable.fit(fit.matched, fit.of - wrong, wrong) : texts.changeTable.fit(fit.matched, fit.of, 0)}
        </span>
      )}
      <span className="caption formula">{texts.changeTable.ruleFormula[rule]}</span>
    </span>
  );
}
