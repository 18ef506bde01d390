import { z } from 'zod';
import { ActorKind, ActorOrigin, ActorOutcome } from './actor';
import { Approval, ApprovalId, ApprovalOutcome } from './approval';
import { Failure } from './failure';
import { Effect, Footprint } from './footprint';
import { Hazard } from './hazard';
import { ActorId, BlobId, CallId, RunId, SnapshotId, TurnNumber } from './ids';
import { AssistantBlock, Message, ResultContent, StopReason, Usage } from './messages';
import { Mode, Override, OverrideChange, RunRequest } from './run-options';

/** The version that this program writes. An older trace is upcast on reading; a newer one is refused with a sentence. */
export const traceVersion = 5;

export const Provenance = z.enum(['recorded', 'inferred']);
export type Provenance = z.infer<typeof Provenance>;

export const Stamp = z.object({
  /** Milliseconds since 1970, from the wall clock: for showing a date. */
  wall: z.number(),
  /** Milliseconds since the run began, from the monotonic clock: for every duration. */
  mono: z.number().min(0),
  provenance: Provenance,
});
export type Stamp = z.infer<typeof Stamp>;

/** How much is known of what a write did. After `unknown` it is never repeated by itself. */
export const Delivery = z.enum(['sent', 'accepted', 'observed', 'contradicted', 'unknown']);
export type Delivery = z.infer<typeof Delivery>;

/** From what is known least to what is known best. */
const byKnowledge: readonly Delivery[] = ['unknown', 'contradicted', 'sent', 'accepted', 'observed'];

/** Of several writes the one of which least is known; null where there was none. */
export function leastKnown(deliveries: Iterable<Delivery | null>): Delivery | null {
  const known = new Set(deliveries);
  return byKnowledge.find((delivery) => known.has(delivery)) ?? null;
}

/**
 * How a call ended. `skipped` and `deferred` never ran, nor did a call that `failed` for its input or its tool's name;
 * one that was `cancelled` may have run in part.
 */
export const CallOutcome = z.enum(['succeeded', 'failed', 'timed_out', 'cancelled', 'skipped', 'deferred']);
export type CallOutcome = z.infer<typeof CallOutcome>;

export const RunStatus = z.enum(['completed', 'stopped', 'failed', 'limit', 'interrupted']);
export type RunStatus = z.infer<typeof RunStatus>;

export const StopSource = z.enum([
  'button',
  'escape',
  'global_shortcut',
  'signal',
  'window_closed',
  'timeout',
]);
export type StopSource = z.infer<typeof StopSource>;

/** What a tool works on: a screen, what its web pages say, files and the like of this machine, or what only its own server knows. */
export const ToolPlace = z.enum(['screen', 'web', 'machine', 'foreign']);
export type ToolPlace = z.infer<typeof ToolPlace>;

export const ToolInfo = z.object({
  name: z.string(),
  summary: z.string(),
  effect: Effect,
  /** Older recordings do not say. */
  place: ToolPlace.default('machine'),
});
export type ToolInfo = z.infer<typeof ToolInfo>;

export const SnapshotHandle = z.object({
  id: SnapshotId,
  epoch: z.int().min(0),
  app: z.string(),
  title: z.string(),
  nodeCount: z.int().min(1),
  /** The blob holds the Snapshot as JSON. */
  blob: BlobId,
});
export type SnapshotHandle = z.infer<typeof SnapshotHandle>;

export const Check = z.object({ name: z.string(), passed: z.boolean(), sentence: z.string() });
export type Check = z.infer<typeof Check>;

function event<T extends string, S extends z.ZodRawShape>(type: T, shape: S) {
  return z.object({ seq: z.int().min(1), at: Stamp, type: z.literal(type), ...shape });
}

const turn = TurnNumber;
const callId = CallId;

/** Everything that can happen in a run, in the order in which it usually does. */
export const TraceEvent = z.discriminatedUnion('type', [
  event('run-started', {
    version: z.int().min(1),
    runId: RunId,
    request: RunRequest,
    tools: z.array(ToolInfo),
    system: z.string(),
    appVersion: z.string(),
  }),
  /** Somebody beside the run's first agent begins to work in the run. */
  event('actor-started', {
    actor: ActorId,
    kind: ActorKind,
    /** As a person reads it: `researcher`, `Plan`. */
    name: z.string().min(1),
    /** What it was given to do; of a script, its text. */
    task: z.string(),
    mode: Mode,
    origin: ActorOrigin,
  }),
  /** `turn` counts the turns of the whole run, whoever's they are. */
  event('turn-started', { turn, actor: ActorId }),
  /** `messages` are those that the model is sent for the first time; the earlier ones were sent before. */
  event('model-requested', { turn, messages: z.array(Message), parallelCalls: z.boolean() }),
  event('model-retrying', { turn, attempt: z.int().min(1), delayMs: z.number().min(0), failure: Failure }),
  event('model-block-started', {
    turn,
    block: z.int().min(0),
    kind: z.enum(['text', 'thinking', 'tool_call', 'other']),
    tool: z.string().nullable(),
  }),
  event('model-text', { turn, block: z.int().min(0), text: z.string() }),
  event('model-responded', {
    turn,
    content: z.array(AssistantBlock),
    stopReason: StopReason,
    usage: Usage,
    /** US dollars; null where the model's price is not known. */
    costUsd: z.number().min(0).nullable(),
  }),
  event('model-failed', { turn, failure: Failure }),
  /**
   * `index` counts from 0 in the model's order within the turn. `input` is null while it is still arriving, and is then what
   * `model-responded` holds of the call.
   */
  event('call-proposed', { turn, callId, index: z.int().min(0), tool: z.string(), input: z.json() }),
  event('call-queued', {
    turn,
    callId,
    effect: Effect,
    footprint: Footprint,
    override: Override.nullable(),
    /** The program that the call is about, as a person knows it; null where it is about none, or several. */
    program: z.string().min(1).nullable(),
    /** Earlier calls of the turn whose results its input refers to. */
    needs: z.array(CallId),
    /** Earlier calls of the turn that this one waits for: those it needs, and those that the mode's rules put before it. */
    waitsFor: z.array(CallId),
  }),
  event('call-started', { turn, callId }),
  /** How far a running call says that it is, in a unit of its own; `total` where it knows one. A few a second at most. */
  event('call-progress', {
    turn,
    callId,
    progress: z.number(),
    total: z.number().nullable(),
    message: z.string().nullable(),
  }),
  event('snapshot-taken', {
    turn,
    callId: CallId.nullable(),
    cause: z.enum(['asked', 'preflight', 'after_write', 'diverged']),
    snapshot: SnapshotHandle,
  }),
  event('screenshot-taken', {
    turn,
    callId: CallId.nullable(),
    /** The latest snapshot when the picture was taken; null before the first. */
    snapshot: SnapshotId.nullable(),
    blob: BlobId,
    mediaType: z.enum(['image/png', 'image/jpeg']),
    /** Device-independent pixels: the same space as `Node.bounds`. */
    width: z.number().positive(),
    height: z.number().positive(),
  }),
  event('epoch-advanced', { turn, callId, app: z.string(), epoch: z.int().min(1) }),
  event('hazard-found', { hazard: Hazard }),
  event('call-ended', {
    turn,
    callId,
    outcome: CallOutcome,
    content: z.array(ResultContent),
    failure: Failure.nullable(),
    /** null for reads and for what never ran. */
    delivery: Delivery.nullable(),
  }),
  event('actor-ended', {
    actor: ActorId,
    outcome: ActorOutcome,
    /** Its last word; empty where it had none. */
    answer: z.string(),
    failure: Failure.nullable(),
  }),
  /** The person gave the call another input before it ran. */
  event('call-edited', { turn, callId, input: z.json() }),
  /** The call waits for the person; what does not depend on it goes on. */
  event('approval-asked', { turn, callId, approval: Approval }),
  event('approval-answered', { turn, callId, id: ApprovalId, outcome: ApprovalOutcome }),
  /** The person uses the desktop: no write is begun until they let the run go on. */
  event('run-held', { sentence: z.string().min(1) }),
  event('run-resumed', {}),
  /** The person changed their word on a tool: it holds for the calls that come from here on. */
  event('override-changed', OverrideChange.shape),
  event('stop-requested', { by: StopSource }),
  event('run-verified', {
    verified: z.boolean(),
    checks: z.array(Check),
    /** Writes that the target saw on another element than the call had named. */
    wrongElementWrites: z.int().min(0),
  }),
  event('run-ended', { status: RunStatus, failure: Failure.nullable() }),
]);
export type TraceEvent = z.infer<typeof TraceEvent>;

export type TraceEventType = TraceEvent['type'];
export type EventOf<T extends TraceEventType> = Extract<TraceEvent, { type: T }>;

type Unstamped<E> = E extends TraceEvent ? Omit<E, 'seq' | 'at'> : never;
/** An event before the recorder gave it its place and its time. */
export type TraceBody = Unstamped<TraceEvent>;
/** Where the agent, the scheduler, the tools and the bridge say what happened. Never throws, never waits. */
export type EventSink = (body: TraceBody) => void;
