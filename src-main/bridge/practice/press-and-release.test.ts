import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { answered, CdpLine, type Patience } from './cdp-line';
import { delivered } from './hands';
import { HeldTransport } from './held-transport.fixture';
import { pressKey } from './keyboard';
import { keysFor } from './keys';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** A key on a page that answers when the test says so. */
function pressing() {
  const transport = new HeldTransport();
  const line = new CdpLine(transport);
  const stop = new AbortController();
  const patience: Patience = { limitMs: 3000, signal: stop.signal };
  const outcome = answered(() => delivered(patience, () => pressKey(line, keysFor('a'), patience)));
  return { transport, stop, outcome };
}

const sent = ({ sent }: HeldTransport) => sent.map(({ params }) => params['type']);

test('a key whose pressing is never answered is let go, and nobody knows whether it arrived', async () => {
  const { transport, outcome } = pressing();
  await vi.advanceTimersByTimeAsync(3000);
  expect(sent(transport)).toEqual(['keyDown', 'keyUp']);
  await vi.advanceTimersByTimeAsync(500);
  const told = await outcome;
  expect(told.ok ? '' : told.failure.code).toBe('delivery_unknown');
  expect(told.ok ? '' : told.failure.sentence).toContain('within 3000 ms');
  expect(vi.getTimerCount()).toBe(0);
});

test.each(['while it is pressed', 'once it was pressed'])(
  'a stop %s lets it go all the same',
  async (when) => {
    const { transport, stop, outcome } = pressing();
    if (when === 'while it is pressed') {
      stop.abort();
    } else {
      transport.sent[0]?.answer({});
      await vi.advanceTimersByTimeAsync(0);
      stop.abort();
    }
    await vi.advanceTimersByTimeAsync(0);
    expect(sent(transport)).toEqual(['keyDown', 'keyUp']);
    transport.sent[1]?.answer({});
    expect((await outcome).ok).toBe(when === 'once it was pressed');
  },
);

test('a page that is gone is not asked to let go', async () => {
  const { transport, outcome } = pressing();
  transport.leave('the page crashed');
  expect(await outcome).toMatchObject({ ok: false, failure: { code: 'target_gone' } });
  expect(sent(transport)).toEqual(['keyDown']);
});
