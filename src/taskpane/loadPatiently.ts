/** Asked again this often, where no event tells that the network is back. */
const RETRY_MS = 3000;

/**
 * Loads a part of the pane that is fetched when it is first needed, and tries again until it comes. A network that is away comes back;
 * a part that fails to load would take the whole pane with it, and with the pane what has been typed.
 */
export async function loadPatiently<Part>(load: () => Promise<Part>): Promise<Part> {
  for (;;) {
    try {
      return await load();
    } catch {
      await networkOrTime();
    }
  }
}

function networkOrTime(): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      window.clearTimeout(timer);
      window.removeEventListener('online', done);
      resolve();
    };
    const timer = window.setTimeout(done, RETRY_MS);
    window.addEventListener('online', done);
  });
}
