import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { AccessibleEvent } from './events';
import { untilQuiet } from './until-quiet';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const ref = { bus: ':1.1', path: '/a' };
const focused: AccessibleEvent = { kind: 'state_changed', ref, state: 'focused', on: true };
const caret: AccessibleEvent = { kind: 'other', ref, what: 'TextCaretMoved' };
const bounds: AccessibleEvent = { kind: 'bounds_changed', ref };

/** Events come when the test says. */
function waiting(quietMs: number, limitMs: number) {
  const listeners = new Set<(event: AccessibleEvent) => void>();
  const stop = new AbortController();
  const events = {
    onEvent: (_bus: string, heard: (event: AccessibleEvent) => void) => {
      listeners.add(heard);
      return () => {
        listeners.delete(heard);
      };
    },
  };
  const settled = vi.fn<(outcome: unknown) => void>();
  void untilQuiet(events, ref.bus, quietMs, limitMs, stop.signal).then(settled);
  return {
    listeners,
    stop,
    settled,
    tell: (event: AccessibleEvent) => listeners.forEach((heard) => heard(event)),
  };
}

test('it is quiet once nothing was told for that long', async () => {
  const { tell, settled, listeners } = waiting(120, 4000);
  await vi.advanceTimersByTimeAsync(100);
  tell(focused);
  await vi.advanceTimersByTimeAsync(119);
  expect(settled).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(1);
  expect(settled).toHaveBeenCalledWith({ ok: true, value: 'quiet' });
  expect(listeners.size).toBe(0);
  expect(vi.getTimerCount()).toBe(0);
});

test('a caret and a layout do not disturb', async () => {
  const { tell, settled } = waiting(120, 4000);
  await vi.advanceTimersByTimeAsync(100);
  tell(caret);
  tell(bounds);
  await vi.advanceTimersByTimeAsync(20);
  expect(settled).toHaveBeenCalledWith({ ok: true, value: 'quiet' });
});

test('a program that never stops is not waited for longer than the limit', async () => {
  const { tell, settled, listeners } = waiting(120, 400);
  for (let told = 0; told < 4; told += 1) {
    await vi.advanceTimersByTimeAsync(99);
    tell(focused);
  }
  await vi.advanceTimersByTimeAsync(4);
  expect(settled).toHaveBeenCalledWith({ ok: true, value: 'still_changing' });
  expect(listeners.size).toBe(0);
});

test('a signal ends the wait, before it begins too', async () => {
  const { stop, settled } = waiting(120, 400);
  stop.abort();
  await vi.advanceTimersByTimeAsync(0);
  expect(settled).toHaveBeenCalledWith({
    ok: false,
    trouble: { kind: 'cancelled', sentence: 'The wait was given up.' },
  });
  expect(await untilQuiet({ onEvent: () => () => {} }, ref.bus, 1, 2, stop.signal)).toMatchObject({
    ok: false,
  });
  expect(vi.getTimerCount()).toBe(0);
});
