import type { ActorKind } from './actor';
import { type ApprovalId, ApprovalOutcome } from './approval';
import { type ActorId, CallId } from './ids';
import type { worldOf } from './legal-world.arbitrary';
import type { TraceBody } from './trace-event';

interface OpenCall {
  readonly id: CallId;
  readonly writes: boolean;
  stage: 'proposed' | 'queued' | 'started';
  /** What the person was asked and has not answered. */
  asked: ApprovalId | null;
  /** Who works under it. */
  host: Worker | null;
}

/** Someone at work in a run: turns of their own, in which calls come and end. */
export interface Worker {
  /** What may come next of it. `detail` says what is in it. */
  next(detail: number): Array<() => void>;
  /** Ends whatever it has open. */
  end(detail: number): void;
}

/** What all who work in one run share. */
export interface LegalRun {
  readonly say: (body: TraceBody) => void;
  readonly world: ReturnType<typeof worldOf>;
  nextTurn(): number;
  nextQuestion(): ApprovalId;
  /** Someone else begins under a call. */
  host(call: CallId, detail: number): Worker;
}

export function workerOf(run: LegalRun, actor: ActorId, kind: ActorKind): Worker {
  const { say, world } = run;
  let turn = 0;
  let proposed = 0;
  let blocks: number[] = [];
  let model = 'none' as 'none' | 'asked' | 'answered' | 'failed';
  let calls: OpenCall[] = [];
  /** Calls of the turn that others may need. */
  let succeeded: CallId[] = [];

  function beginTurn(): void {
    turn = run.nextTurn();
    proposed = 0;
    blocks = [];
    succeeded = [];
    model = kind === 'agent' ? 'none' : 'answered';
    say({ type: 'turn-started', turn, actor });
  }

  function ask(detail: number): void {
    model = 'asked';
    say({ type: 'model-requested', turn, messages: [], parallelCalls: detail % 2 === 0 });
  }

  function answer(detail: number): void {
    const usage = { input: detail, output: 1, cacheRead: detail % 7, cacheWrite: 0 };
    const costUsd = detail % 5 === 0 ? null : detail / 1000;
    model = detail % 9 === 0 ? 'failed' : 'answered';
    if (model === 'failed') say({ type: 'model-failed', turn, failure: broken });
    else say({ type: 'model-responded', turn, content: [], stopReason: 'tool_use', usage, costUsd });
  }

  function beginBlock(): void {
    const block = blocks.length;
    blocks.push(block);
    say({ type: 'model-block-started', turn, block, kind: 'text', tool: null });
  }

  function retry(detail: number): void {
    blocks = [];
    say({ type: 'model-retrying', turn, attempt: 1, delayMs: detail, failure: broken });
  }

  function propose(detail: number): void {
    const id = CallId.parse(`t${turn}c${proposed}`);
    calls.push({ id, stage: 'proposed', asked: null, host: null, writes: detail % 2 === 0 });
    const input = detail % 11 === 0 ? null : { detail };
    say({ type: 'call-proposed', turn, callId: id, index: proposed, tool: 'press', input });
    proposed += 1;
  }

  function queue(call: OpenCall, detail: number): void {
    call.stage = 'queued';
    const effect = call.writes ? 'write' : 'read';
    const footprint = call.writes ? { reads: [], writes: ['ui:x'] } : { reads: ['ui:x'], writes: [] };
    const earlier = succeeded.filter((id) => Number(id.split('c')[1]) < Number(call.id.split('c')[1]));
    const needs = earlier.slice(0, detail % 3);
    const admission = { override: null, program: null, needs, waitsFor: needs };
    say({ type: 'call-queued', turn, callId: call.id, effect, footprint, ...admission });
  }

  function start(call: OpenCall): void {
    call.stage = 'started';
    say({ type: 'call-started', turn, callId: call.id });
  }

  function askPerson(call: OpenCall): void {
    call.asked = run.nextQuestion();
    const words = { program: 'X', sentence: 'Press the button.', grants: 'Pressing it.', choices: [] };
    const approval = { id: call.asked, reason: 'destructive' as const, ...words };
    say({ type: 'approval-asked', turn, callId: call.id, approval });
  }

  function answerPerson(call: OpenCall, detail: number): void {
    if (call.asked === null) return;
    const outcome = ApprovalOutcome.options[detail % ApprovalOutcome.options.length] ?? 'deny';
    say({ type: 'approval-answered', turn, callId: call.id, id: call.asked, outcome });
    call.asked = null;
  }

  function endCall(call: OpenCall, detail: number): void {
    answerPerson(call, detail);
    call.host?.end(detail);
    const ran = call.stage === 'started';
    const outcome = (ran ? outcomesOfRun : outcomesOfUnrun)[detail % 4] ?? 'failed';
    const failure = outcome === 'succeeded' ? null : broken;
    const delivery = ran && call.writes ? (deliveries[detail % 3] ?? null) : null;
    const content = [{ type: 'text' as const, text: `result ${detail}` }];
    say({ type: 'call-ended', turn, callId: call.id, outcome, failure, content, delivery });
    calls = calls.filter((each) => each !== call);
    if (outcome === 'succeeded') succeeded.push(call.id);
  }

  /** What may happen to one call; what lets it go on counts thrice. */
  function withCall(call: OpenCall, detail: number): Array<() => void> {
    const end = () => endCall(call, detail);
    if (call.stage === 'proposed') return [end, ...thrice(() => queue(call, detail))];
    if (call.stage === 'queued') return [end, ...thrice(() => start(call))];
    if (call.asked !== null) return [end, () => answerPerson(call, detail)];
    if (call.host !== null) return [end, ...call.host.next(Math.floor(detail / 2))];
    const host = () => {
      call.host = run.host(call.id, detail);
    };
    return [end, () => askPerson(call), () => world.look(turn, call), () => world.hazard(turn, call), host];
  }

  return {
    next(detail) {
      if (turn === 0) return [beginTurn];
      if (model === 'none') return thrice(() => ask(detail));
      if (model === 'asked') {
        const block = blocks[detail % Math.max(1, blocks.length)];
        const may = [() => answer(detail), beginBlock, () => retry(detail)];
        if (block !== undefined) may.push(() => say({ type: 'model-text', turn, block, text: `${detail} ` }));
        return may;
      }
      const call = calls[detail % Math.max(1, calls.length)];
      const more = model === 'answered' && proposed < 5 ? thrice(() => propose(detail)) : [];
      return [...more, ...(call === undefined ? [beginTurn] : withCall(call, detail))];
    },
    end(detail) {
      if (model === 'asked') answer(detail);
      for (const call of calls) endCall(call, detail);
    },
  };
}

export function thrice(act: () => void): Array<() => void> {
  return [act, act, act];
}

const outcomesOfRun = ['succeeded', 'failed', 'timed_out', 'cancelled'] as const;
const outcomesOfUnrun = ['skipped', 'deferred', 'failed', 'cancelled'] as const;
const deliveries = ['observed', 'unknown', 'sent'] as const;

const broken = { code: 'io_failed', sentence: 'It broke.', next: 'Try again.' } as const;
