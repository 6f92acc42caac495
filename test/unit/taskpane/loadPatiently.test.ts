/** @jest-environment jsdom */
import { loadPatiently } from '../../../src/taskpane/loadPatiently';

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

/** Fails a number of times before it gives the part. */
function failing(times: number): jest.Mock<Promise<string>, []> {
  const load = jest.fn<Promise<string>, []>();
  for (let time = 0; time < times; time += 1) load.mockRejectedValueOnce(new Error('ChunkLoadError'));
  return load.mockResolvedValue('the page');
}

describe('loadPatiently', () => {
  it('tries again at once when the network is back', async () => {
    const load = failing(1);
    const page = loadPatiently(load);
    await jest.advanceTimersByTimeAsync(10);
    expect(load).toHaveBeenCalledTimes(1);
    window.dispatchEvent(new Event('online'));
    expect(await page).toBe('the page');
    expect(load).toHaveBeenCalledTimes(2);
  });

  it('tries again after a while where no event tells of the network', async () => {
    const load = failing(2);
    const page = loadPatiently(load);
    await jest.advanceTimersByTimeAsync(10_000);
    expect(await page).toBe('the page');
    expect(load).toHaveBeenCalledTimes(3);
  });
});
