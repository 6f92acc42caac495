import type { Unsubscribe } from '../../workbook/ports';

/** Subscribes for as long as a component is shown, also when it goes before the host has answered. `onRefused` hears when the host refuses. */
export function listen(subscribe: () => Promise<Unsubscribe>, onRefused: () => void = () => undefined): () => void {
  const subscription = subscribe().catch((): Unsubscribe => {
    onRefused();
    return async () => undefined;
  });
  return () => void subscription.then((unsubscribe) => unsubscribe()).catch(() => undefined);
}
