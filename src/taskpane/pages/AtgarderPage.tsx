import { Button } from '@fluentui/react-components';
import { Add16Regular, ChevronLeft20Regular, ChevronRight20Regular } from '@fluentui/react-icons';
import { atgardView, firstGroup, type AtgardView } from '../../app/atgardView';
import { formatClock } from '../../text/dates';
import { formatAmount, formatAmountWithUnit } from '../../text/numbers';
import { COMMON_VERKSAMHET } from '../../workbook/plan';
import { AtgardList } from '../components/AtgardList';
import { BridgeTable } from '../components/BridgeTable';
import { Choice } from '../components/Choice';
import { HatchPatterns } from '../components/DeviationBar';
import { RequirementBar } from '../components/RequirementBar';
import { TabPageFrame } from '../components/TabPageFrame';
import { useReading } from '../hooks/usePane';
import { useRemembered } from '../hooks/useRemembered';
import { useLanguage, useTexts } from '../hooks/useTexts';
import '../styles/atgarder.css';

/** The board's requirement and what is left to find, and per verksamhet the bridge and the measures. */
export function AtgarderPage(): JSX.Element {
  const texts = useTexts();
  const language = useLanguage();
  const { state, actions } = useReading();
  const { plan } = state;
  const view = plan === null ? null : atgardView(plan);
  const groups = view?.groups ?? [];
  const [chosen, setChosen] = useRemembered('atgarder.verksamhet', firstGroup(groups)?.key ?? '', (key) => groups.some((group) => group.key === key));
  const status = state.outcome === null ? texts.footer.nothingWritten(state.version) : texts.write.written(state.outcome.written.length, formatClock(new Date(state.outcome.writtenAt), language));
  const index = groups.findIndex((group) => group.key === chosen);
  const group = groups[index];
  const isEmpty = groups.every((one) => one.requirement === null && one.rows.length === 0);
  if (view === null || group === undefined || isEmpty) {
    return (
      <TabPageFrame status={status}>
        <p className="no-plan">{texts.atgarder.noPlan}</p>
        <Button icon={<Add16Regular />} data-return="add-measure" onClick={() => actions.openSubpage({ kind: 'editMeasure', measure: null, verksamhet: null }, 'add-measure')}>{texts.atgarder.add}</Button>
      </TabPageFrame>
    );
  }
  const step = (by: number): void => {
    const next = groups[(index + by + groups.length) % groups.length];
    if (next !== undefined) setChosen(next.key);
  };
  const owner = group.verksamhet === COMMON_VERKSAMHET ? null : group.verksamhet;
  const add = (
    <Button className="link" appearance="transparent" icon={<Add16Regular />} data-return="add-measure" onClick={() => actions.openSubpage({ kind: 'editMeasure', measure: null, verksamhet: owner }, 'add-measure')}>
      {texts.atgarder.add}
    </Button>
  );
  return (
    <TabPageFrame status={status}>
      <HatchPatterns />
      {view.hasRequirement ? <BoardTotal view={view} /> : <p className="caption">{texts.atgarder.noRequirement}</p>}
      {view.repeated.map(({ name, places, isCountedOnce }) => (
        <p key={places.join()} className="caption">{(isCountedOnce ? texts.atgarder.repeatedOnce : texts.atgarder.repeatedTwice)(name, places.join(', '))}</p>
      ))}
      <div className="row stepper">
        <Button icon={<ChevronLeft20Regular />} aria-label={texts.atgarder.previous} disabled={groups.length < 2} onClick={() => step(-1)} />
        <span className="grow"><Choice label={texts.atgarder.verksamhet} value={group.key} options={groups.map((one) => ({ value: one.key, text: one.verksamhet === COMMON_VERKSAMHET ? texts.atgarder.common : one.verksamhet }))} onChoose={setChosen} /></span>
        <Button icon={<ChevronRight20Regular />} aria-label={texts.atgarder.next} disabled={groups.length < 2} onClick={() => step(1)} />
      </div>
      {group.requirement !== null && <BridgeTable group={group} year={view.year} />}
      {group.requirement !== null && group.requirementKind === 'from-forecast' && <p className="caption">{texts.atgarder.fromForecast}</p>}
      {group.rows.length === 0 ? (
        <div className="no-measures">
          <p>{group.requirement === null ? texts.atgarder.noneNoRequirement(group.verksamhet) : texts.atgarder.none(group.verksamhet, formatAmountWithUnit(group.requirement, 'tkr', { language }))}</p>
          {add}
        </div>
      ) : (
        <AtgardList group={group} year={view.year} add={add} />
      )}
    </TabPageFrame>
  );
}

function BoardTotal({ view }: { readonly view: AtgardView }): JSX.Element {
  const texts = useTexts();
  const language = useLanguage();
  const tkr = (amount: number): string => formatAmount(amount, 'tkr', { language });
  const decided = view.counted - view.realised;
  return (
    <div className="total">
      <p className="caption">{texts.atgarder.toFindBoard(String(view.year))}</p>
      <p className="row">
        <span className={`big number ${view.toFind > 0.5 ? 'bad' : 'good'}`}>{formatAmountWithUnit(view.toFind, 'tkr', { language })}</span>
        <span className="grow" />
        <span className="caption number">{texts.atgarder.of(tkr(view.requirement))}</span>
      </p>
      <RequirementBar
        requirement={view.requirement} realised={view.realised} decided={decided}
        text={texts.atgarder.chart(tkr(view.realised), tkr(decided), tkr(view.toFind), formatAmountWithUnit(view.requirement, 'tkr', { language }))}
      />
      <ul className="legend number" aria-hidden>
        <li><i className="filled" />{texts.atgarder.legendRealised(tkr(view.realised))}</li>
        <li><i className="hatched" />{texts.atgarder.legendDecided(tkr(decided))}</li>
        <li><i className="left" />{texts.atgarder.legendLeft}</li>
      </ul>
      {Math.abs(view.toFindWithoutOverCoverage - view.toFind) > 0.5 && <p className="caption number">{texts.atgarder.overCovered(formatAmountWithUnit(view.toFindWithoutOverCoverage, 'tkr', { language }))}</p>}
    </div>
  );
}
