import type { ActorKind, ActorOrigin, ActorOutcome } from './actor';
import type { Approval, ApprovalOutcome } from './approval';
import type { Failure } from './failure';
import type { Effect, Footprint } from './footprint';
import type { Hazard } from './hazard';
import type { ActorId, CallId } from './ids';
import type { AssistantBlock, Message, ResultContent, StopReason, Usage } from './messages';
import { noUsage } from './messages';
import type { Mode, Override, OverrideChange } from './run-options';
import type {
  CallOutcome,
  Check,
  Delivery,
  EventOf,
  RunStatus,
  SnapshotHandle,
  StopSource,
} from './trace-event';

/** What a run looks like after its first `cursor` events. Immutable; times are monotonic milliseconds since the run began. */
export interface TraceModel {
  readonly cursor: number;
  /** The time of the last event. */
  readonly now: number;
  readonly run: EventOf<'run-started'> | null;
  readonly phase: RunPhase;
  /** In the order in which they began; the first is the agent that the run begins with. */
  readonly actors: readonly Actor[];
  readonly turns: readonly Turn[];
  readonly snapshots: readonly SnapshotEntry[];
  readonly screenshots: readonly EventOf<'screenshot-taken'>[];
  readonly hazards: readonly HazardEntry[];
  readonly epoch: number;
  readonly usage: Usage;
  /** US dollars; null as soon as one response has no known price. */
  readonly costUsd: number | null;
  readonly verification: Verification | null;
  /** When the person had the desktop to themselves. */
  readonly holds: readonly Hold[];
  /** The person's words on tools while it went on, in order. */
  readonly overrideChanges: readonly ChangedOverride[];
}

export interface ChangedOverride extends OverrideChange {
  readonly at: number;
  readonly seq: number;
  /** The turn that had begun last; 0 before the first. */
  readonly turn: number;
}

export interface Hold {
  readonly from: number;
  /** null while it lasts; the run may end before it does. */
  readonly until: number | null;
  readonly sentence: string;
}

export type RunPhase =
  | { readonly kind: 'empty' }
  | { readonly kind: 'running' }
  | { readonly kind: 'stopping'; readonly by: StopSource }
  | {
      readonly kind: 'ended';
      readonly status: RunStatus;
      readonly failure: Failure | null;
      readonly at: number;
    };

export interface Actor {
  readonly id: ActorId;
  readonly kind: ActorKind;
  readonly name: string;
  readonly task: string;
  readonly mode: Mode;
  /** null for the agent that the run begins with. */
  readonly origin: ActorOrigin | null;
  readonly startedAt: number;
  /** The first agent's end is the run's, where nobody worked on after it. */
  readonly ended: ActorEnd | null;
}

export interface ActorEnd {
  readonly at: number;
  readonly outcome: ActorOutcome;
  readonly answer: string;
  readonly failure: Failure | null;
}

export interface Turn {
  readonly number: number;
  readonly actor: ActorId;
  readonly startedAt: number;
  readonly model: ModelSpan | null;
  readonly calls: readonly Call[];
}

export interface ModelSpan {
  readonly requestedAt: number;
  readonly sent: readonly Message[];
  readonly parallelCalls: boolean;
  readonly retries: readonly Retry[];
  readonly blocks: readonly StreamedBlock[];
  readonly ended: ModelEnd | null;
}

export interface Retry {
  readonly at: number;
  readonly attempt: number;
  readonly delayMs: number;
  readonly failure: Failure;
}

export interface StreamedBlock {
  readonly block: number;
  readonly kind: 'text' | 'thinking' | 'tool_call' | 'other';
  readonly tool: string | null;
  readonly startedAt: number;
  readonly text: string;
}

export type ModelEnd =
  | {
      readonly kind: 'responded';
      readonly at: number;
      readonly content: readonly AssistantBlock[];
      readonly stopReason: StopReason;
      readonly usage: Usage;
      readonly costUsd: number | null;
    }
  | { readonly kind: 'failed'; readonly at: number; readonly failure: Failure };

export interface Call {
  readonly id: CallId;
  readonly turn: number;
  readonly index: number;
  readonly tool: string;
  readonly input: unknown;
  readonly proposedAt: number;
  readonly admission: Admission | null;
  readonly startedAt: number | null;
  /** What it last said of its progress. */
  readonly progress: CallProgress | null;
  /** When the person gave it the input that it has; null: it is the model's. Monotonic milliseconds. */
  readonly editedAt: number | null;
  /** What the person was asked while it ran, in order. */
  readonly approvals: readonly AskedApproval[];
  readonly ended: CallEnd | null;
}

export interface CallProgress extends Pick<EventOf<'call-progress'>, 'progress' | 'total' | 'message'> {
  readonly at: number;
}

export interface AskedApproval {
  readonly approval: Approval;
  readonly askedAt: number;
  readonly answered: { readonly at: number; readonly outcome: ApprovalOutcome } | null;
}

export interface Admission {
  readonly at: number;
  readonly effect: Effect;
  readonly footprint: Footprint;
  readonly override: Override | null;
  readonly program: string | null;
  readonly needs: readonly CallId[];
  readonly waitsFor: readonly CallId[];
}

export interface CallEnd {
  readonly at: number;
  readonly outcome: CallOutcome;
  readonly content: readonly ResultContent[];
  readonly failure: Failure | null;
  readonly delivery: Delivery | null;
}

export interface SnapshotEntry {
  readonly handle: SnapshotHandle;
  readonly at: number;
  readonly seq: number;
  readonly turn: number;
  readonly callId: CallId | null;
  readonly cause: EventOf<'snapshot-taken'>['cause'];
}

export interface HazardEntry {
  readonly hazard: Hazard;
  readonly at: number;
  readonly seq: number;
}

export interface Verification {
  readonly verified: boolean;
  readonly checks: readonly Check[];
  readonly wrongElementWrites: number;
}

export const emptyModel: TraceModel = {
  cursor: 0,
  now: 0,
  run: null,
  phase: { kind: 'empty' },
  actors: [],
  turns: [],
  snapshots: [],
  screenshots: [],
  hazards: [],
  epoch: 0,
  usage: noUsage,
  costUsd: 0,
  verification: null,
  holds: [],
  overrideChanges: [],
};
