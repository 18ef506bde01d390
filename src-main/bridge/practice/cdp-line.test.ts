import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { z } from 'zod';
import { ok } from '../../contract/failure';
import { answered, CdpLine, type Patience } from './cdp-line';
import { delivered } from './hands';
import { HeldTransport } from './held-transport.fixture';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const Answer = z.object({ n: z.number() });

function asking(patience: Partial<Patience> = {}) {
  const transport = new HeldTransport();
  const line = new CdpLine(transport);
  const whole: Patience = { limitMs: 500, signal: new AbortController().signal, ...patience };
  const ask = () => line.ask('Page.thing', {}, Answer, whole);
  const outcome = answered(async () => ok(await ask()));
  return { transport, line, ask, outcome };
}

const codeOf = async (outcome: ReturnType<typeof asking>['outcome']) => {
  const result = await outcome;
  return result.ok ? 'ok' : result.failure.code;
};

test('an answer is parsed; one of another form is a failure', async () => {
  const right = asking();
  right.transport.sent[0]?.answer({ n: 1, more: true });
  expect(await right.outcome).toEqual({ ok: true, value: { n: 1 } });
  const wrong = asking();
  wrong.transport.sent[0]?.answer({ n: 'one' });
  expect(await codeOf(wrong.outcome)).toBe('internal');
});

test('no answer within the limit is a failure of its own, and no timer stays', async () => {
  const { outcome } = asking({ limitMs: 500 });
  await vi.advanceTimersByTimeAsync(499);
  expect(vi.getTimerCount()).toBe(1);
  await vi.advanceTimersByTimeAsync(1);
  expect(await codeOf(outcome)).toBe('timed_out');
  expect(vi.getTimerCount()).toBe(0);
});

test('a signal cancels at once, before or while waiting', async () => {
  const stop = new AbortController();
  const waiting = asking({ signal: stop.signal });
  stop.abort();
  expect(await codeOf(waiting.outcome)).toBe('cancelled');
  const after = asking({ signal: stop.signal });
  expect(await codeOf(after.outcome)).toBe('cancelled');
  expect(after.transport.sent).toEqual([]);
});

test('a page that leaves ends every command, and all later ones are not even sent', async () => {
  const { transport, outcome, ask } = asking();
  transport.leave('the page crashed');
  expect(await codeOf(outcome)).toBe('target_gone');
  expect(await codeOf(answered(async () => ok(await ask())))).toBe('target_gone');
  expect(transport.sent).toHaveLength(1);
});

test.each([
  ['No node with given id found', 'stale_ref'],
  ['Node is detached from document', 'stale_ref'],
  ['Execution context was destroyed.', 'stale_ref'],
  ['Inspected target navigated or closed', 'stale_ref'],
  ['target closed while handling command', 'target_gone'],
  ['Object has been destroyed', 'target_gone'],
  ['Something else went wrong', 'internal'],
])('%j means %s', async (sentence, code) => {
  const { transport, outcome } = asking();
  transport.sent[0]?.refuse(sentence);
  expect(await codeOf(outcome)).toBe(code);
});

const patient: Patience = { limitMs: 500, signal: new AbortController().signal };

test('what was sent and not answered may have been done; what found nobody was not', async () => {
  const late = asking({ limitMs: 500 });
  const sent = delivered(patient, async () => {
    await late.ask();
  });
  await vi.advanceTimersByTimeAsync(500);
  expect(await sent).toMatchObject({ ok: false, failure: { code: 'delivery_unknown' } });
  expect(await codeOf(late.outcome)).toBe('timed_out');

  const moved = asking();
  const pressed = delivered(patient, async () => {
    await moved.ask();
  });
  for (const each of moved.transport.sent) each.refuse('Inspected target navigated or closed');
  expect(await pressed).toMatchObject({ ok: false, failure: { code: 'delivery_unknown' } });
  expect(await codeOf(moved.outcome)).toBe('stale_ref');
});

test('what was cancelled beforehand is told as not sent', async () => {
  const { ask, transport } = asking();
  const sent = await delivered({ ...patient, signal: AbortSignal.abort() }, async () => void (await ask()));
  expect(sent).toMatchObject({ ok: false, failure: { code: 'cancelled' } });
  expect(transport.sent).toHaveLength(1);
});

test('what is no failure of the line is not made into one', async () => {
  const bug = new Error('a bug');
  await expect(
    answered(async () => {
      throw bug;
    }),
  ).rejects.toBe(bug);
});
