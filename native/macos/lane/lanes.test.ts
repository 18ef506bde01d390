import { expect, test } from 'vitest';
import { onePath } from '../framework-paths';
import type { LaneProcess } from './lane-process';
import { createLanes } from './lanes';
import type { FromLane, ToLane } from './messages';
import type { LaneRequest } from './requests';

const never = new AbortController().signal;
const read: LaneRequest = { kind: 'until_quiet', quietMs: 1, limitMs: 2 };
const write = { kind: 'type', text: 'hi', to: 'program' } as const;

/** Processes that do what the test has them do, and time that passes when the test says so. */
function simulatedLanes(own: readonly number[] = [], starts: 'at once' | 'never ready' = 'at once') {
  const processes: SimulatedProcess[] = [];
  const awaited = new Map<number, (process: SimulatedProcess) => void>();
  const timers = new Set<() => void>();
  const lanes = createLanes({
    spawn: () => {
      const process = new SimulatedProcess(starts);
      processes.push(process);
      awaited.get(processes.length - 1)?.(process);
      return process;
    },
    paths: onePath('/simulated'),
    own,
    timeoutSeconds: 1,
    after: (_milliseconds, run) => {
      timers.add(run);
      return () => timers.delete(run);
    },
  });
  return {
    lanes,
    processes,
    timers,
    timeUp: () => {
      for (const run of timers) run();
    },
    spawned: (at: number) =>
      new Promise<SimulatedProcess>((resolve) => {
        const known = processes[at];
        if (known === undefined) awaited.set(at, resolve);
        else resolve(known);
      }),
  };
}

class SimulatedProcess implements LaneProcess {
  readonly sent: ToLane[] = [];
  killed = false;
  readonly #starts: 'at once' | 'never ready';
  #heard: (message: unknown) => void = () => {};
  #ended: () => void = () => {};
  #awaited: { readonly count: number; readonly resolve: () => void } | null = null;

  constructor(starts: 'at once' | 'never ready') {
    this.#starts = starts;
  }

  send(message: ToLane): void {
    this.sent.push(message);
    if (message.kind === 'start' && this.#starts === 'at once')
      queueMicrotask(() => this.says({ kind: 'ready' }));
    if (this.#awaited !== null && this.asked.length >= this.#awaited.count) this.#awaited.resolve();
  }
  onMessage(heard: (message: unknown) => void): void {
    this.#heard = heard;
  }
  onExit(ended: () => void): void {
    this.#ended = ended;
  }
  kill(): void {
    this.killed = true;
  }

  get asked() {
    return this.sent.filter((message) => message.kind === 'ask');
  }
  /** Resolves once it was asked so many times in all. */
  awaitAsked(count: number): Promise<void> {
    return new Promise((resolve) => {
      if (this.asked.length >= count) resolve();
      else this.#awaited = { count, resolve };
    });
  }
  says(message: FromLane | string): void {
    this.#heard(message);
  }
  answers(reply: unknown): void {
    this.says({ kind: 'answer', id: this.asked.at(-1)?.id ?? -1, reply });
  }
  dies(): void {
    this.#ended();
  }
}

async function begun(request: LaneRequest, signal = never) {
  const all = simulatedLanes();
  const asked = all.lanes.ask(7, request, signal, 1_000);
  const process = await all.spawned(0);
  await process.awaitAsked(1);
  return { ...all, asked, process };
}

test('a lane is started for its program, asked, and its answer given back', async () => {
  const { asked, process, timers } = await begun(write);
  expect(process.sent[0]).toMatchObject({ kind: 'start', pid: 7, timeoutSeconds: 1 });
  expect(process.asked[0]?.request).toEqual(write);
  process.answers({ kind: 'accepted' });
  expect(await asked).toEqual({ kind: 'answered', reply: { kind: 'accepted' } });
  expect(timers.size).toBe(0);
});

test('what is asked of one program goes one by one; another program does not wait for it', async () => {
  const { lanes, spawned, asked, process } = await begun(read);
  const next = lanes.ask(7, write, never, 1_000);
  const elsewhere = lanes.ask(8, read, never, 1_000);
  const other = await spawned(1);
  await other.awaitAsked(1);
  other.answers('quiet');
  expect(await elsewhere).toEqual({ kind: 'answered', reply: 'quiet' });
  expect(process.asked).toHaveLength(1);
  process.answers('quiet');
  expect(await asked).toEqual({ kind: 'answered', reply: 'quiet' });
  await process.awaitAsked(2);
  process.answers({ kind: 'accepted' });
  expect(await next).toEqual({ kind: 'answered', reply: { kind: 'accepted' } });
});

test.each([
  [read, 'no_answer'],
  [write, 'unknown'],
] as const)('a lane that takes longer than its budget is ended: %j is then %s', async (request, kind) => {
  const { asked, process, timeUp, lanes, spawned } = await begun(request);
  timeUp();
  expect(await asked).toMatchObject({ kind, loss: 'hung' });
  expect(process.killed).toBe(true);
  const again = lanes.ask(7, read, never, 1_000);
  const next = await spawned(1);
  await next.awaitAsked(1);
  const prefixes = [process, next].map(({ sent: [first] }) => (first?.kind === 'start' ? first.prefix : ''));
  expect(new Set(prefixes).size).toBe(2);
  process.answers('quiet');
  next.answers('still_changing');
  expect(await again).toEqual({ kind: 'answered', reply: 'still_changing' });
});

test.each([
  ['dies', (process: SimulatedProcess) => process.dies(), 'died'],
  [
    'says that it broke',
    (process: SimulatedProcess) => process.says({ kind: 'broke', id: 1, said: 'oh' }),
    'broke',
  ],
  ['says what is no message', (process: SimulatedProcess) => process.says('oh'), 'broke'],
  ['gives an answer to something else', (process: SimulatedProcess) => process.answers('quiet'), 'broke'],
])('of a write whose lane %s nothing is known', async (_what, happen, loss) => {
  const { asked, process, lanes, spawned } = await begun(write);
  happen(process);
  expect(await asked).toMatchObject({ kind: 'unknown', loss });
  void lanes.ask(7, read, never, 1_000);
  await (await spawned(1)).awaitAsked(1);
});

test('where it is cancelled the caller goes on at once, and what comes next waits for the lane', async () => {
  const stop = new AbortController();
  const { asked, process, lanes } = await begun(write, stop.signal);
  stop.abort();
  expect(await asked).toMatchObject({ kind: 'unknown', loss: 'cancelled' });
  expect(process.sent.at(-1)).toEqual({ kind: 'cancel', id: 1 });
  const next = lanes.ask(7, read, never, 1_000);
  expect(process.asked).toHaveLength(1);
  process.answers({ kind: 'accepted' });
  await process.awaitAsked(2);
  process.answers('quiet');
  expect(await next).toEqual({ kind: 'answered', reply: 'quiet' });
});

test('what is cancelled before its turn is never begun', async () => {
  const { lanes, asked, process } = await begun(read);
  const stop = new AbortController();
  const next = lanes.ask(7, write, stop.signal, 1_000);
  stop.abort();
  expect(await next).toMatchObject({ kind: 'not_begun', reason: 'cancelled' });
  process.answers('quiet');
  await asked;
  const last = lanes.ask(7, read, never, 1_000);
  await process.awaitAsked(2);
  expect(process.asked.map(({ request }) => request)).toEqual([read, read]);
  process.answers('quiet');
  await last;
});

test('the app itself is never asked', async () => {
  const { lanes, processes } = simulatedLanes([7]);
  expect(await lanes.ask(7, read, never, 1_000)).toMatchObject({ kind: 'not_begun', reason: 'own_pid' });
  expect(processes).toEqual([]);
});

test.each([
  [
    'says so',
    (process: SimulatedProcess) => process.says({ kind: 'cannot_start', said: 'no library' }),
    'no library',
  ],
  ['dies', (process: SimulatedProcess) => process.dies(), 'Its process ended.'],
])('a lane that cannot start and %s was not asked', async (_what, happen, said) => {
  const { lanes, spawned } = simulatedLanes([], 'never ready');
  const asked = lanes.ask(7, write, never, 1_000);
  happen(await spawned(0));
  expect(await asked).toEqual({ kind: 'not_begun', reason: 'cannot_start', said });
});

test('a lane that takes too long to start was not asked', async () => {
  const { lanes, spawned, timeUp } = simulatedLanes([], 'never ready');
  const asked = lanes.ask(7, write, never, 1_000);
  await spawned(0);
  timeUp();
  expect(await asked).toMatchObject({ kind: 'not_begun', reason: 'cannot_start' });
});

test('once closed every lane is ended and none is started', async () => {
  const { lanes, asked, process, processes } = await begun(write);
  lanes.close();
  expect(await asked).toMatchObject({ kind: 'unknown', loss: 'died' });
  expect(process.killed).toBe(true);
  expect(await lanes.ask(7, read, never, 1_000)).toMatchObject({ kind: 'not_begun', reason: 'closed' });
  expect(processes).toHaveLength(1);
});
