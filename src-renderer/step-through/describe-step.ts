import type { ActorOutcome } from '@contract/actor';
import type { ApprovalOutcome } from '@contract/approval';
import type { CallId } from '@contract/ids';
import type { CallOutcome, EventOf, StopSource, TraceEvent } from '@contract/trace-event';
import type { Call, TraceModel } from '@contract/trace-model';
import { callLabel } from '../timeline/layout/subject';
import { overrideSentence } from '../trace/override-words';
import { progressWords } from '../trace/progress-words';
import { duration } from '../widgets/units';

/** What happened, in one line. @param model as it stands after the event */
export function describeStep(event: TraceEvent, model: TraceModel): string {
  switch (event.type) {
    case 'run-started':
      return 'The run started';
    case 'actor-started':
      return `${event.name} began to work`;
    case 'actor-ended':
      return `${actorName(model, event)} ${actorOutcomes[event.outcome]}`;
    case 'turn-started':
      return `Turn ${event.turn} started`;
    case 'model-requested':
      return `Turn ${event.turn}: the model was asked`;
    case 'model-retrying':
      return `Turn ${event.turn}: asking again in ${duration(event.delayMs)}. ${event.failure.sentence}`;
    case 'model-block-started':
      return event.tool === null
        ? `Turn ${event.turn}: the model began ${blocks[event.kind]}`
        : `Turn ${event.turn}: the model began a call of ${event.tool}`;
    case 'model-text':
      return `Turn ${event.turn}: the model went on writing`;
    case 'model-responded':
      return `Turn ${event.turn}: ${answer(event)}`;
    case 'model-failed':
      return `Turn ${event.turn}: ${event.failure.sentence}`;
    case 'call-edited':
      return `You gave ${name(model, event)} another input`;
    case 'call-proposed':
      return `${name(model, event)} was asked for`;
    case 'call-queued':
      return event.waitsFor.length === 0
        ? `${name(model, event)} is ready to start`
        : `${name(model, event)} waits for ${event.waitsFor.length === 1 ? '1 call' : `${event.waitsFor.length} calls`}`;
    case 'call-started':
      return `${name(model, event)} started`;
    case 'call-progress':
      return `${name(model, event)} is at ${progressWords(event)}`;
    case 'call-ended':
      return ended(event, model);
    case 'snapshot-taken':
      return `Snapshot ${event.snapshot.id} of ${event.snapshot.title}, ${event.snapshot.nodeCount} nodes`;
    case 'screenshot-taken':
      return 'A picture of the screen was taken';
    case 'epoch-advanced':
      return `A write was seen: epoch ${event.epoch}`;
    case 'hazard-found':
      return `Hazard: ${event.hazard.sentence}`;
    case 'approval-asked':
      return `${name(model, event)} waits for you: ${event.approval.sentence}`;
    case 'approval-answered':
      return `${name(model, event)} ${said(event, model)}`;
    case 'run-held':
      return `The run holds its writes back. ${event.sentence}`;
    case 'run-resumed':
      return `The run goes on${heldFor(event, model)}`;
    case 'override-changed':
      return overrideSentence(event);
    case 'stop-requested':
      return `A stop was asked for ${sources[event.by]}`;
    case 'run-verified':
      return event.verified
        ? 'The result was checked: as it should be'
        : 'The result was checked: not as it should be';
    case 'run-ended':
      return `The run ended: ${event.failure?.sentence ?? event.status}`;
  }
}

const actorOutcomes: Record<ActorOutcome, string> = {
  succeeded: 'was done',
  failed: 'failed',
  cancelled: 'was cancelled',
};

function actorName({ actors }: TraceModel, { actor }: EventOf<'actor-ended'>): string {
  return actors.find(({ id }) => id === actor)?.name ?? actor;
}

const answers: Record<ApprovalOutcome, string> = {
  once: 'was allowed once',
  run: 'was allowed for this run',
  deny: 'was denied',
  withdrawn: 'ended before it was answered',
};

const answersToQuestion: Record<ApprovalOutcome, string> = {
  ...answers,
  once: 'was answered',
  run: 'was answered',
  deny: 'was left without an answer',
};

const blocks = { text: 'to write', thinking: 'to think', tool_call: 'a call', other: 'to answer' } as const;

const sources: Record<StopSource, string> = {
  button: 'with the button',
  escape: 'with Esc',
  global_shortcut: 'with the global shortcut',
  signal: 'by a signal',
  window_closed: 'by closing the window',
  timeout: 'by the time limit',
};

const outcomes: Record<CallOutcome, string> = {
  succeeded: 'succeeded',
  failed: 'failed',
  timed_out: 'timed out',
  cancelled: 'was cancelled',
  skipped: 'was skipped',
  deferred: 'was deferred',
};

function answer({ content, stopReason }: EventOf<'model-responded'>): string {
  const calls = content.filter((block) => block.type === 'tool_call').length;
  if (calls > 0) return `the model asked for ${calls === 1 ? '1 call' : `${calls} calls`}`;
  return stopReason === 'refusal' ? 'the model refused' : 'the model answered';
}

function ended(event: EventOf<'call-ended'>, model: TraceModel): string {
  const call = callOf(model, event);
  const who = name(model, event);
  const started = call?.startedAt ?? null;
  const took = started === null ? '' : ` after ${duration(event.at.mono - started)}`;
  const delivery = event.delivery === null ? '' : `, delivery ${event.delivery}`;
  const why = event.failure === null ? '' : `. ${event.failure.sentence}`;
  return `${who} ${outcomes[event.outcome]}${took}${delivery}${why}`;
}

/** And how long the person took. */
function said(event: EventOf<'approval-answered'>, model: TraceModel): string {
  const asked = callOf(model, event)?.approvals.find(({ approval }) => approval.id === event.id);
  if (asked === undefined) return answers[event.outcome];
  const words = asked.approval.reason === 'question' ? answersToQuestion : answers;
  return `${words[event.outcome]} after ${duration(event.at.mono - asked.askedAt)}`;
}

function heldFor(event: EventOf<'run-resumed'>, { holds }: TraceModel): string {
  const hold = holds.at(-1);
  return hold === undefined ? '' : `: handed back after ${duration(event.at.mono - hold.from)}`;
}

function name(model: TraceModel, at: { readonly turn: number; readonly callId: CallId }): string {
  const call = callOf(model, at);
  return call === undefined ? at.callId : callLabel(call, model.turns);
}

function callOf(model: TraceModel, at: { readonly turn: number; readonly callId: CallId }): Call | undefined {
  return model.turns[at.turn - 1]?.calls.find((call) => call.id === at.callId);
}
