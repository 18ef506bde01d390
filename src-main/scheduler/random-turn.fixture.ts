import type { Failure } from '../contract/failure';
import { CallId } from '../contract/ids';
import type { Mode } from '../contract/run-options';
import type { TraceBody } from '../contract/trace-event';
import type { ProposedCall, Report } from './call';
import { executeTurn } from './execute';
import { modeRules } from './modes';

/** A call of a random turn. Milliseconds. */
export interface RandomCall {
  readonly reads: readonly string[];
  readonly writes: readonly string[];
  /** When the model has moved on from it. Ascends from call to call. */
  readonly arrives: number;
  readonly takes: number;
  readonly fails: boolean;
}

export interface RandomTurn {
  readonly calls: readonly RandomCall[];
  readonly slots: number;
  readonly mode: Mode;
  /** When the turn is stopped; null: it is not. */
  readonly stopsAt: number | null;
}

/** What was seen from outside, in order; `rest`: nothing happens any more until time goes on. */
export type Seen =
  | { readonly kind: 'came' | 'started' | 'ended'; readonly call: number }
  | { readonly kind: 'closed' | 'stopped' | 'rest' };

const resources = [
  'file:/a',
  'file:/a/b',
  'file:/a/c',
  'file:/ab',
  'ui:x',
  'ui:x/w1',
  'ui:x/w2',
  'clipboard',
];

/** @param random at least 0, less than 1 */
export function randomTurn(random: () => number): RandomTurn {
  const below = (count: number) => Math.floor(random() * count);
  const some = () => Array.from({ length: 1 + below(2) }, () => resources[below(resources.length)] ?? 'ui:x');
  let arrives = 0;
  const calls = Array.from({ length: 1 + below(9) }, (): RandomCall => {
    arrives += below(3) * below(20);
    const isWrite = random() < 0.45;
    return {
      reads: isWrite && random() < 0.7 ? [] : some(),
      writes: isWrite ? some() : [],
      arrives,
      takes: below(60),
      fails: random() < 0.1,
    };
  });
  const stopsAt = random() < 0.15 ? below(120) : null;
  return { calls, slots: 1 + below(4), mode: 'mixed', stopsAt };
}

/** Plays a turn in a time of its own, and tells what was seen. */
export async function played({ calls, slots, mode, stopsAt }: RandomTurn): Promise<readonly Seen[]> {
  const seen: Seen[] = [];
  const due: { readonly at: number; readonly act: () => void }[] = [];
  let now = 0;
  const after = (ms: number, act: () => void) => {
    const timer = { at: now + ms, act };
    due.push(timer);
    return () => void due.splice(due.indexOf(timer) >>> 0, due.includes(timer) ? 1 : 0);
  };
  const stop = new AbortController();
  const emit = (body: TraceBody) => {
    if (body.type !== 'call-started' && body.type !== 'call-ended') return;
    seen.push({
      kind: body.type === 'call-started' ? 'started' : 'ended',
      call: Number(body.callId.slice(1)),
    });
  };
  const turn = executeTurn({
    turn: 1,
    rules: modeRules[mode],
    overrideOf: () => null,
    slots,
    callTimeoutMs: 1_000_000,
    clock: { now: () => now, wall: () => now, after },
    emit,
    stop: stop.signal,
  });
  const propose = ({ reads, writes, takes, fails }: RandomCall, call: number): ProposedCall => ({
    id: CallId.parse(`c${call}`),
    tool: 'tool',
    input: {},
    effect: writes.length > 0 ? 'write' : 'read',
    footprint: { reads: [...reads], writes: [...writes] },
    program: null,
    needs: [],
    work: {
      kind: 'ready',
      windUpMs: 0,
      run: () => new Promise<Report>((resolve) => after(takes, () => resolve(fails ? failed : done))),
    },
  });
  for (const [call, wanted] of calls.entries())
    after(wanted.arrives, () => {
      seen.push({ kind: 'came', call });
      turn.add([propose(wanted, call)]);
    });
  after(calls.at(-1)?.arrives ?? 0, () => {
    seen.push({ kind: 'closed' });
    turn.close();
  });
  if (stopsAt !== null)
    after(stopsAt, () => {
      seen.push({ kind: 'stopped' });
      stop.abort(stopped);
    });
  const end = { isOver: false };
  void turn.settled.then(() => {
    end.isOver = true;
  });
  await atRest();
  while (!end.isOver && due.length > 0) {
    seen.push({ kind: 'rest' });
    now = Math.min(...due.map(({ at }) => at));
    for (
      let next = due.findIndex(({ at }) => at <= now);
      next >= 0;
      next = due.findIndex(({ at }) => at <= now)
    ) {
      due.splice(next, 1)[0]?.act();
      await atRest();
    }
  }
  if (!end.isOver) throw new Error('the turn did not end');
  return seen;
}

async function atRest(): Promise<void> {
  for (let moment = 0; moment < 6; moment += 1) await Promise.resolve();
}

const done: Report = { content: [], failure: null, delivery: null, value: null };
const failed: Report = {
  ...done,
  failure: { code: 'io_failed', sentence: 'It failed.', next: 'Try again.' },
};
const stopped: Failure = { code: 'stopped', sentence: 'It was stopped.', next: 'Start again.' };
