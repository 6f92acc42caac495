import { Link } from '@fluentui/react-components';
import { SubpageFrame } from '../components/SubpageFrame';
import { useTexts } from '../hooks/useTexts';

/** Help that works without a network: what each view does, formulas in cells, keys, where the data goes, and the guides. */
export function HelpPage(): JSX.Element {
  const texts = useTexts();
  return (
    <SubpageFrame title={texts.help.title}>
      <div className="stack">
        {texts.help.steps.map((step) => (
          <section key={step.title}>
            <h3>{step.title}</h3>
            <p>{step.body}</p>
          </section>
        ))}
        <section>
          <h3>{texts.help.formulas}</h3>
          <p>{texts.help.formulasBody}</p>
        </section>
        <section>
          <h3>{texts.help.keyboard}</h3>
          <p>{texts.help.keyboardBody}</p>
        </section>
        <p>{texts.help.privacy}</p>
        <p className="row">
          <Link href="help/anvandarguide.html" target="_blank" rel="noopener">{texts.help.guide}</Link>
          <Link href="help/it.html" target="_blank" rel="noopener">{texts.help.it}</Link>
        </p>
      </div>
    </SubpageFrame>
  );
}
