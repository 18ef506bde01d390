import type { Clock } from '../contract/clock';
import type { Failure } from '../contract/failure';
import { hazardsOfStarting } from '../contract/find-hazards';
import type { CallId } from '../contract/ids';
import type { Override } from '../contract/run-options';
import type { EventSink } from '../contract/trace-event';
import type { Admission, Call } from '../contract/trace-model';
import { judge } from './admit';
import type { Ending, ProposedCall, Report, SettledCall, Work } from './call';
import { decide } from './decide';
import * as endings from './endings';
import { openLedger } from './ledger';
import type { ModeRules } from './modes/mode';
import { type Promised, promised } from './promised';
import { type RunningLimit, startTimeLimit, type TimeLimit } from './time-limit';

export interface TurnSetup {
  readonly turn: number;
  readonly rules: ModeRules;
  /** The person's word on a tool, as it is when a call of it comes. */
  readonly overrideOf: (tool: string) => Override | null;
  /** How many calls may run at one moment. */
  readonly slots: number;
  readonly callTimeoutMs: number;
  readonly clock: Clock;
  readonly emit: EventSink;
  /** Aborted with a Failure that says why. */
  readonly stop: AbortSignal;
}

export interface TurnExecution {
  /** Calls that come next in the model's order; each already recorded as proposed. They start as soon as they may. */
  add(calls: readonly ProposedCall[]): void;
  /**
   * All the calls that were added and that nobody asks for at the moment: of them none starts. Those that are so to the end are withdrawn
   * where they have done nothing yet.
   */
  setAside(calls: ReadonlySet<CallId>): void;
  /** Once a call that was added has ended. Rejects only for a bug of ours. */
  ended(id: CallId): Promise<SettledCall>;
  /** The last calls, as with `add`; no more come. */
  close(calls?: readonly ProposedCall[]): void;
  /** Every call, in the model's order, once all have ended. Rejects only for a bug of ours. */
  readonly settled: Promise<readonly SettledCall[]>;
}

/** One turn's calls, from proposed to ended, by the rules of a mode. */
export function executeTurn(setup: TurnSetup): TurnExecution {
  const { turn, rules, overrideOf, slots, callTimeoutMs, clock, emit, stop } = setup;
  const ledger = openLedger(turn, () => clock.now(), emit);
  const works = new Map<CallId, Extract<Work, { kind: 'ready' }>>();
  const running = new Map<CallId, RunningCall>();
  /** How many calls had ended when a call came. */
  const seenBy = new Map<CallId, number>();
  const sawEnd = (call: Call, write: Call) => {
    const before = ledger.endedBefore(write.id);
    return before !== null && before < (seenBy.get(call.id) ?? 0);
  };
  const settled = promised<readonly SettledCall[]>();
  const awaited = new Map<CallId, Promised<SettledCall>>();
  let aside: ReadonlySet<CallId> = new Set();
  let closed = false;

  /** Runs what comes from outside the caller's stack, where nobody else would hear of a bug. */
  const guarded = (act: () => void) => {
    try {
      act();
    } catch (bug) {
      settled.reject(bug);
      for (const waiting of awaited.values()) waiting.reject(bug);
    }
  };

  function enter(proposed: ProposedCall): void {
    const call = ledger.enter(proposed);
    if (rules.failedWriteSkips === 'unseen') seenBy.set(call.id, ledger.ended());
    if (stop.aborted) return ledger.end(call.id, endings.cancelled(call, stop.reason));
    if (!rules.admits(call.index)) return ledger.end(call.id, endings.deferred(call));
    const override = overrideOf(call.tool);
    const { program, needs } = proposed;
    const { effect, footprint } = judge(proposed.effect, proposed.footprint, override);
    const asked = { at: clock.now(), override, effect, footprint, program, needs, waitsFor: needs };
    ledger.admit(call.id, { ...asked, waitsFor: waitsFor(asked) });
    if (proposed.work.kind === 'ready') works.set(call.id, proposed.work);
    else if (ledger.get(call.id).ended === null) ledger.end(call.id, endings.refused(proposed.work.failure));
  }

  function waitsFor(later: Admission): CallId[] {
    const ids: CallId[] = [];
    for (const { id, admission } of ledger.calls)
      if (admission !== null && (later.needs.includes(id) || rules.follows(admission, later))) ids.push(id);
    return ids;
  }

  function advance(): void {
    for (const { call, ...decision } of decide(ledger.calls, rules, closed, slots, sawEnd, aside)) {
      if (ledger.get(call.id).ended !== null) continue;
      if (decision.kind === 'start') start(call);
      else if (decision.kind === 'skip') ledger.end(call.id, endings.skipped(call, decision.because));
      else ledger.end(call.id, endings.unmet(call, decision.because));
    }
    tell();
    if (!closed || !ledger.allEnded()) return;
    stop.removeEventListener('abort', onStop);
    settled.resolve(ledger.results());
  }

  /** Those who wait for one call hear of it. */
  function tell(): void {
    for (const [id, waiting] of awaited) {
      const call = ledger.settled(id);
      if (call === null) continue;
      awaited.delete(id);
      waiting.resolve(call);
    }
  }

  function start(call: Call): void {
    const work = works.get(call.id);
    if (work === undefined) throw new Error(`call ${call.id} has nothing to run`);
    const hazards = hazardsOfStarting(ledger.calls, call);
    const abort = new AbortController();
    const limit = startTimeLimit(callTimeoutMs, clock, () =>
      guarded(() => {
        abort.abort(timeIsUp(call, callTimeoutMs));
        const settled = () => settle(call.id, endings.timedOut(ledger.get(call.id), callTimeoutMs));
        if (work.windUpMs === 0) settled();
        else windUp(call.id, work.windUpMs, settled);
      }),
    );
    running.set(call.id, { abort, limit, windUpMs: work.windUpMs, forgetWindUp: () => undefined });
    ledger.start(call.id);
    for (const hazard of hazards) emit({ type: 'hazard-found', hazard });
    if (abort.signal.aborted) return;
    reportOf(work, abort.signal, limit).then(
      (report) => guarded(() => settle(call.id, heard(call.id, report))),
      (thrown: unknown) => guarded(() => settle(call.id, broken(call.id, thrown))),
    );
  }

  function heard(id: CallId, report: Report): Ending {
    return stop.aborted
      ? endings.reportedAfterStop(ledger.get(id), report, stop.reason)
      : endings.reported(report);
  }

  function broken(id: CallId, thrown: unknown): Ending {
    const call = ledger.get(id);
    return stop.aborted ? endings.cancelled(call, stop.reason) : endings.threw(call, thrown);
  }

  /** What comes after a call has ended is too late, and is dropped. */
  function settle(id: CallId, ending: Ending): void {
    const run = running.get(id);
    if (run === undefined) return;
    running.delete(id);
    run.limit.forget();
    run.forgetWindUp();
    ledger.end(id, ending);
    advance();
  }

  function cancel(): void {
    for (const call of ledger.calls) {
      if (call.ended === null && call.startedAt === null)
        ledger.end(call.id, endings.cancelled(call, stop.reason));
    }
    for (const [id, { abort, windUpMs }] of running) {
      abort.abort(stop.reason);
      windUp(id, windUpMs, () => settle(id, endings.cancelled(ledger.get(id), stop.reason)));
    }
    advance();
  }

  /** A call that was told to end may still say how it did, for a while. */
  function windUp(id: CallId, ms: number, giveUp: () => void): void {
    const run = running.get(id);
    if (run === undefined) return;
    run.forgetWindUp();
    run.forgetWindUp = clock.after(ms, () => guarded(giveUp));
  }

  /** A call that waits for the person has done nothing yet; one that others work under has its limit at rest all the time. */
  function withdraw(): void {
    for (const id of aside) {
      const call = ledger.get(id);
      const run = running.get(id);
      if (run?.windUpMs === 0 && run.limit.isSuspended) run.abort.abort(endings.noLongerWanted(call));
      else if (call.ended === null && call.startedAt === null) ledger.end(id, endings.withdrawn(call));
    }
  }

  const onStop = () => guarded(cancel);
  stop.addEventListener('abort', onStop, { once: true });
  return {
    add(calls) {
      for (const call of calls) enter(call);
      advance();
    },
    setAside(calls) {
      aside = calls;
      advance();
    },
    close(calls = []) {
      closed = true;
      withdraw();
      for (const call of calls) enter(call);
      advance();
    },
    ended(id) {
      const known = ledger.settled(ledger.get(id).id);
      if (known !== null) return Promise.resolve(known);
      const waiting = awaited.get(id) ?? promised<SettledCall>();
      awaited.set(id, waiting);
      return waiting.promise;
    },
    settled: settled.promise,
  };
}

interface RunningCall {
  readonly abort: AbortController;
  readonly limit: RunningLimit;
  readonly windUpMs: number;
  forgetWindUp: () => void;
}

function timeIsUp({ tool }: Call, limitMs: number): Failure {
  return {
    code: 'timed_out',
    sentence: `${tool} had not ended after ${limitMs} ms.`,
    next: 'Ask for less at once.',
  };
}

/** A tool may throw at once as well as later. */
async function reportOf(
  work: Extract<Work, { kind: 'ready' }>,
  signal: AbortSignal,
  limit: TimeLimit,
): Promise<Report> {
  return work.run(signal, limit);
}
