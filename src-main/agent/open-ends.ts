import type { ApprovalId } from '../contract/approval';
import type { Failure } from '../contract/failure';
import type { ActorId, CallId } from '../contract/ids';
import type { EventOf, TraceBody } from '../contract/trace-event';

/** Watches what a run says, and knows what it has begun and not ended. */
export interface OpenEnds {
  note(body: TraceBody): void;
  /** What has to be said so that the run may end; for when a bug kept those in charge from saying it. */
  closing(failure: Failure): TraceBody[];
}

export function openEnds(): OpenEnds {
  const asked = new Set<number>();
  const actors = new Set<ActorId>();
  const calls = new Map<CallId, { readonly turn: number; writes: boolean; started: boolean }>();
  const questions = new Map<ApprovalId, Pick<EventOf<'approval-asked'>, 'turn' | 'callId'>>();
  return {
    note(body) {
      if (body.type === 'model-requested') asked.add(body.turn);
      else if (body.type === 'model-responded' || body.type === 'model-failed') asked.delete(body.turn);
      else if (body.type === 'actor-started') actors.add(body.actor);
      else if (body.type === 'actor-ended') actors.delete(body.actor);
      else if (body.type === 'call-proposed')
        calls.set(body.callId, { turn: body.turn, writes: false, started: false });
      else if (body.type === 'call-ended') calls.delete(body.callId);
      else if (body.type === 'call-queued') change(body.callId, { writes: body.effect === 'write' });
      else if (body.type === 'call-started') change(body.callId, { started: true });
      else if (body.type === 'approval-asked') questions.set(body.approval.id, body);
      else if (body.type === 'approval-answered') questions.delete(body.id);
    },
    closing(failure) {
      const model = [...asked].map((turn): TraceBody => ({ type: 'model-failed', turn, failure }));
      const gone = [...actors].map(
        (actor): TraceBody => ({ type: 'actor-ended', actor, outcome: 'cancelled', answer: '', failure }),
      );
      const unanswered = [...questions].map(
        ([id, { turn, callId }]): TraceBody => ({
          type: 'approval-answered',
          turn,
          callId,
          id,
          outcome: 'withdrawn',
        }),
      );
      const left = [...calls].map(
        ([callId, { turn, writes, started }]): TraceBody => ({
          type: 'call-ended',
          turn,
          callId,
          outcome: started ? 'cancelled' : 'skipped',
          content: [],
          failure,
          delivery: started && writes ? 'unknown' : null,
        }),
      );
      return [...model, ...unanswered, ...gone, ...left];
    },
  };

  function change(id: CallId, changed: { writes: boolean } | { started: boolean }): void {
    const call = calls.get(id);
    if (call !== undefined) Object.assign(call, changed);
  }
}
