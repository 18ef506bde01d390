import type { ApprovalOutcome, ApprovalReason } from '@contract/approval';
import type { Hazard } from '@contract/hazard';
import type { StopReason } from '@contract/messages';
import type { Override } from '@contract/run-options';
import type { CallOutcome, Delivery } from '@contract/trace-event';
import type { Tone } from '../widgets/badge';

export const outcomeWords: Record<
  CallOutcome,
  { readonly word: string; readonly tone: Tone; readonly means: string }
> = {
  succeeded: { word: 'succeeded', tone: 'neutral', means: 'It ran to its end.' },
  failed: { word: 'failed', tone: 'failure', means: 'It could not do what it was asked for.' },
  timed_out: { word: 'timed out', tone: 'failure', means: 'It ran longer than a call may.' },
  cancelled: {
    word: 'cancelled',
    tone: 'failure',
    means: 'It was ended from outside; it may have run in part.',
  },
  skipped: {
    word: 'skipped',
    tone: 'neutral',
    means: 'It never ran: an earlier call of its turn had gone another way.',
  },
  deferred: { word: 'deferred', tone: 'neutral', means: 'It never ran: this mode runs one call a turn.' },
};

export const deliverySentences: Record<Delivery, string> = {
  sent: 'It was sent to the target. Whether it arrived was not seen.',
  accepted: 'The target took it. Whether it had an effect was not seen.',
  observed: 'It was looked at afterwards, and the change is there.',
  contradicted: 'It was looked at afterwards, and the screen shows something else.',
  unknown: 'Nobody knows whether it arrived. It is never repeated by itself: look at the target first.',
};

export const overrideSentences: Record<Override, string> = {
  read: 'Set to read, above what the tool says of itself.',
  write: 'Set to write, above what the tool says of itself.',
  alone: 'Set to run alone: nothing else of its turn runs beside it.',
  ask: 'Set to ask a person each time.',
};

export const stopReasonWords: Record<StopReason, string> = {
  end_turn: 'end of turn',
  tool_use: 'tool calls',
  max_tokens: 'token limit',
  refusal: 'refusal',
  stop_sequence: 'stop sequence',
  pause_turn: 'pause',
  other: 'other',
};

export const hazardWords: Record<Hazard['kind'], string> = {
  read_after_write: 'Read after write',
  write_after_read: 'Write after read',
  write_after_write: 'Write after write',
  stale_ref: 'Stale ref',
};

export const approvalReasons: Readonly<Record<ApprovalReason, string>> = {
  secure_field: 'It is a secure field: only you may fill it in.',
  destructive: 'Its words say that it cannot be undone.',
  ask_me: 'You asked to be asked before this tool.',
  each_write: 'You asked to be asked before each write.',
  turn: 'You asked to be asked before the calls of each response.',
  question: 'The agent wants to know.',
};

export const approvalWords: Readonly<
  Record<ApprovalOutcome, { readonly word: string; readonly tone: Tone }>
> = {
  once: { word: 'allowed once', tone: 'neutral' },
  run: { word: 'allowed for this run', tone: 'neutral' },
  deny: { word: 'denied', tone: 'failure' },
  withdrawn: { word: 'ended before an answer', tone: 'neutral' },
};
