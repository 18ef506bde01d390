import { ApprovalId, ApprovalOutcome } from './approval';
import { BlobId, CallId, elementRef, firstActor, snapshotId } from './ids';
import type { TraceBody } from './trace-event';

interface OpenCall {
  readonly id: CallId;
  readonly writes: boolean;
  stage: 'proposed' | 'queued' | 'started';
  /** What the person was asked and has not answered. */
  asked: ApprovalId | null;
}

/** What may come next in the turns of a legal run, as `next` is asked. `detail` says what is in it. */
export function turnsOf(say: (body: TraceBody) => void) {
  let turn = 0;
  let proposed = 0;
  let asked = 0;
  let held = false;
  let blocks: number[] = [];
  let model = 'none' as 'none' | 'asked' | 'answered' | 'failed';
  let calls: OpenCall[] = [];
  const world = worldOf(say);

  function beginTurn(): void {
    turn += 1;
    proposed = 0;
    blocks = [];
    model = 'none';
    say({ type: 'turn-started', turn, actor: firstActor });
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
    calls.push({ id, stage: 'proposed', asked: null, writes: detail % 2 === 0 });
    say({ type: 'call-proposed', turn, callId: id, index: proposed, tool: 'press', input: { detail } });
    proposed += 1;
  }

  function queue(call: OpenCall): void {
    call.stage = 'queued';
    const effect = call.writes ? 'write' : 'read';
    const footprint = call.writes ? { reads: [], writes: ['ui:x'] } : { reads: ['ui:x'], writes: [] };
    say({
      type: 'call-queued',
      turn,
      callId: call.id,
      effect,
      footprint,
      override: null,
      program: null,
      needs: [],
      waitsFor: [],
    });
  }

  function start(call: OpenCall): void {
    call.stage = 'started';
    say({ type: 'call-started', turn, callId: call.id });
  }

  function askPerson(call: OpenCall): void {
    asked += 1;
    call.asked = ApprovalId.parse(`a${asked}`);
    const words = { program: 'X', sentence: 'Press the button.', grants: 'Pressing it.' };
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
    const ran = call.stage === 'started';
    const outcome = (ran ? outcomesOfRun : outcomesOfUnrun)[detail % 4] ?? 'failed';
    const failure = outcome === 'succeeded' ? null : broken;
    const delivery = ran && call.writes ? (deliveries[detail % 3] ?? null) : null;
    const content = [{ type: 'text' as const, text: `result ${detail}` }];
    say({ type: 'call-ended', turn, callId: call.id, outcome, failure, content, delivery });
    calls = calls.filter((each) => each !== call);
  }

  /** What may happen to one call; what lets it go on counts thrice. */
  function withCall(call: OpenCall, detail: number): Array<() => void> {
    const end = () => endCall(call, detail);
    if (call.stage === 'proposed') return [end, ...thrice(() => queue(call))];
    if (call.stage === 'queued') return [end, ...thrice(() => start(call))];
    if (call.asked !== null) return [end, () => answerPerson(call, detail)];
    return [end, () => askPerson(call), () => world.look(turn, call), () => world.hazard(turn, call)];
  }

  function hold(): void {
    say(held ? { type: 'run-resumed' } : { type: 'run-held', sentence: 'The pointer was moved.' });
    held = !held;
  }

  return {
    next(detail: number): Array<() => void> {
      const stop = () => say({ type: 'stop-requested', by: 'button' });
      const may: Array<() => void> = detail % 50 === 49 ? [stop] : detail % 50 === 48 ? [hold] : [];
      if (turn === 0) return [...may, beginTurn];
      if (model === 'none') return [...may, ...thrice(() => ask(detail))];
      if (model === 'asked') {
        const block = blocks[detail % Math.max(1, blocks.length)];
        may.push(
          () => answer(detail),
          beginBlock,
          () => retry(detail),
        );
        if (block !== undefined) may.push(() => say({ type: 'model-text', turn, block, text: `${detail} ` }));
        return may;
      }
      const call = calls[detail % Math.max(1, calls.length)];
      if (model === 'answered' && proposed < 5) may.push(...thrice(() => propose(detail)));
      return [...may, ...(call === undefined ? [beginTurn] : withCall(call, detail))];
    },
    end(detail: number): void {
      if (model === 'asked') answer(detail);
      for (const call of calls) endCall(call, detail);
    },
  };
}

function worldOf(say: (body: TraceBody) => void) {
  let snapshots = 0;
  let epoch = 0;
  const blob = BlobId.parse('0'.repeat(64));
  return {
    look(turn: number, { id: callId, writes }: OpenCall): void {
      if (writes) {
        epoch += 1;
        say({ type: 'epoch-advanced', turn, callId, app: 'x', epoch });
      }
      snapshots += 1;
      const snapshot = { id: snapshotId(snapshots), epoch, app: 'x', title: '', nodeCount: 1, blob };
      say({ type: 'snapshot-taken', turn, callId, cause: writes ? 'after_write' : 'asked', snapshot });
      const size = { width: 800, height: 600, mediaType: 'image/png' as const };
      say({ type: 'screenshot-taken', turn, callId, snapshot: snapshot.id, blob, ...size });
    },
    hazard(turn: number, { id: call }: OpenCall): void {
      const ref = elementRef(snapshotId(1), 1);
      const stale = { pointedTo: 'button "a"', standsNow: null, sentence: 'It is gone.', endedBy: null };
      say({ type: 'hazard-found', hazard: { kind: 'stale_ref', turn, call, ref, ...stale } });
    },
  };
}

function thrice(act: () => void): Array<() => void> {
  return [act, act, act];
}

const outcomesOfRun = ['succeeded', 'failed', 'timed_out', 'cancelled'] as const;
const outcomesOfUnrun = ['skipped', 'deferred', 'failed', 'cancelled'] as const;
const deliveries = ['observed', 'unknown', 'sent'] as const;

const broken = { code: 'io_failed', sentence: 'It broke.', next: 'Try again.' } as const;
