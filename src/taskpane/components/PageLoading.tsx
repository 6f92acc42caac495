import { useEffect, useState } from 'react';
import { useTexts } from '../hooks/useTexts';

/** A page that has not come by then is being waited for. */
const SLOW_MS = 2000;

/** Stands where a page will be while its code is fetched, and says so when the network seems to be away. */
export function PageLoading(): JSX.Element {
  const texts = useTexts();
  const [isSlow, setIsSlow] = useState(false);
  useEffect(() => {
    const timer = window.setTimeout(() => setIsSlow(true), SLOW_MS);
    return () => window.clearTimeout(timer);
  }, []);
  return (
    <main id="von-page" className="main">
      <p className="caption" role="status">{isSlow ? texts.app.loadingSlow : texts.app.loading}</p>
    </main>
  );
}
