import { unaskedPerson } from '../../bridge/consent.fixture';
import type { Footprint } from '../../contract/footprint';
import { RunId } from '../../contract/ids';
import { traceLegality } from '../../contract/legality';
import type { Json, ToolResult } from '../../contract/messages';
import { defaultLimits } from '../../contract/run-options';
import { runRequest } from '../../contract/run-request.fixture';
import type { RunStatus, StopSource, TraceBody, TraceEvent } from '../../contract/trace-event';
import type { TraceModel } from '../../contract/trace-model';
import type { ModelEvent } from '../../providers/provider';
import { heard, type ManualClock, manualClock } from '../../scheduler/manual-clock.fixture';
import { type Promised, promised } from '../../scheduler/promised';
import type { Tool, ToolOutcome } from '../../tools/tool';
import { apiObjection } from '../api-rules.fixture';
import { heldModel } from '../held-model.fixture';
import { startRun } from '../run';
import { oneAgent } from '../succession';

/** A planned run whose model says, and whose calls do, only what the test lets them. */
export interface PlannedRun {
  readonly model: ReturnType<typeof heldModel>;
  readonly clock: ManualClock;
  readonly events: readonly TraceEvent[];
  readonly turns: () => TraceModel['turns'];
  /** Short lines of what happened to calls and actors: `started a2_1`. */
  readonly log: readonly string[];
  readonly objections: readonly string[];
  /** The calls that run now, in the order in which they began; plans are not among them. */
  readonly open: () => readonly string[];
  /** What each call was really run with. */
  readonly ranWith: ReadonlyMap<string, unknown>;
  say(...events: readonly ModelEvent[]): Promise<void>;
  release(call: string, outcome?: Partial<ToolOutcome>): Promise<void>;
  stop(by?: StopSource): Promise<void>;
  readonly status: () => RunStatus | null;
  /** The results that the model was sent last. */
  readonly results: () => readonly ToolResult[];
}

export interface PlannedRunOptions {
  readonly slots?: number;
  readonly turns?: number;
  readonly heedsAbort?: boolean;
}

/** Reads, or writes, `x:<on>` of its input. An input with `bad` in it does not fit. */
const tools = { look: 'read', make: 'write' } as const;

export function plannedRun({
  slots = 10,
  turns = 20,
  heedsAbort = true,
}: PlannedRunOptions = {}): PlannedRun {
  const model = heldModel({ heedsAbort });
  const clock = manualClock();
  const law = traceLegality();
  const events: TraceEvent[] = [];
  const log: string[] = [];
  const objections: string[] = [];
  const held = new Map<string, Promised<ToolOutcome>>();
  const ranWith = new Map<string, unknown>();
  let status: RunStatus | null = null;

  const offered = Object.entries(tools).map(([name, effect]): Tool => {
    const touching = (on: string): Footprint =>
      effect === 'read' ? { reads: [`x:${on}`], writes: [] } : { reads: [], writes: [`x:${on}`] };
    return {
      name,
      description: name,
      effect,
      reach: touching('*'),
      hosts: false,
      inputSchema: { type: 'object' },
      prepare(input) {
        const { on, bad } = input as { readonly on?: unknown; readonly bad?: unknown };
        if (typeof on !== 'string' || bad !== undefined) return { kind: 'invalid', failure: unfit(name) };
        return {
          kind: 'prepared',
          footprint: touching(on),
          program: null,
          inWords: 'Do it',
          run({ callId, signal }) {
            const work = promised<ToolOutcome>();
            if (signal.aborted) objections.push(`${callId} ran after the stop`);
            if (ranWith.has(callId)) objections.push(`${callId} ran twice`);
            ranWith.set(callId, input);
            held.set(callId, work);
            return work.promise;
          },
        };
      },
    };
  });

  const emit = (body: TraceBody) => {
    const at = { wall: clock.wall(), mono: clock.now(), provenance: 'recorded' as const };
    const event: TraceEvent = { ...body, seq: events.length + 1, at };
    events.push(event);
    const said = law.accept(event);
    if (said !== null) objections.push(said);
    const told = line(body);
    if (told !== null) log.push(told);
    if (body.type === 'call-ended') held.delete(body.callId);
  };

  const run = startRun({
    id: RunId.parse('planned'),
    request: runRequest({ mode: 'planned', limits: { ...defaultLimits, concurrentCalls: slots, turns } }),
    appVersion: '0.0.0',
    provider: model,
    tools: () => offered,
    succession: oneAgent,
    consent: unaskedPerson,
    clock,
    emit,
    signal: null,
    verify: null,
  });
  run.done.then(
    (ended) => {
      status = ended;
    },
    (bug: unknown) => objections.push(String(bug)),
  );

  return {
    model,
    clock,
    events,
    turns: () => law.model.turns,
    log,
    objections,
    open: () => [...held.keys()],
    ranWith,
    async say(...said) {
      await heard();
      for (const event of said) model.say(event);
      await heard();
    },
    async release(call, outcome = {}) {
      const work = held.get(call);
      if (work === undefined) throw new Error(`${call} is not open: ${[...held.keys()].join(', ')}`);
      held.delete(call);
      work.resolve({
        content: [{ type: 'text', text: `of ${call}` }],
        failure: null,
        delivery: null,
        value: null,
        ...outcome,
      });
      await heard();
    },
    async stop(by = 'button') {
      run.stop(by);
      await heard();
      clock.advance(0);
      await heard();
    },
    status: () => status,
    results: () =>
      (model.requests.at(-1)?.messages.at(-1)?.content ?? []).flatMap((block) =>
        block.type === 'tool_result' ? [block] : [],
      ),
  };
}

/** What a call of a plan says as it arrives: the pieces of its input, cut at these places. */
export function arriving(block: number, input: Json, cuts: readonly number[] = []): ModelEvent[] {
  const json = JSON.stringify(input);
  const places = [0, ...cuts.map((cut) => cut % json.length).toSorted((a, b) => a - b), json.length];
  const pieces = places.slice(1).map((end, at) => json.slice(places[at], end));
  return [
    { type: 'block-started', block, kind: 'tool_call', tool: 'plan' },
    ...pieces.map((piece): ModelEvent => ({ type: 'call-input', block, json: piece })),
  ];
}

/** @throws where the run broke a law, or the model API would not take what it was sent */
export function soundOrThrow({ objections, model }: PlannedRun): void {
  const refused = model.requests.flatMap(({ messages }) => apiObjection(messages) ?? []);
  const wrong = [...objections, ...refused];
  if (wrong.length > 0) throw new Error(wrong.join('; '));
}

export function textOf(result: ToolResult | undefined): string {
  return (result?.content ?? []).flatMap((block) => (block.type === 'text' ? [block.text] : [])).join('\n');
}

export const gone = { code: 'stale_ref', sentence: 'It is gone.', next: 'Look again.' } as const;

function unfit(tool: string) {
  return {
    code: 'invalid_input' as const,
    sentence: `The input of ${tool} does not fit.`,
    next: 'Correct it.',
  };
}

function line(body: TraceBody): string | null {
  switch (body.type) {
    case 'actor-started':
      return `${body.kind} ${body.actor} began`;
    case 'actor-ended':
      return `${body.actor} ${body.outcome}`;
    case 'call-started':
      return `started ${body.callId}`;
    case 'call-ended':
      return `ended ${body.callId} ${body.outcome}`;
    case 'model-responded':
    case 'model-failed':
      return body.type;
    default:
      return null;
  }
}
