import { z } from 'zod';
import { answer, toolCall } from '../agent/held-model.fixture';
import { startRun } from '../agent/run';
import { unaskedPerson } from '../bridge/consent.fixture';
import { Crew, type Member } from '../contract/crew';
import type { Footprint } from '../contract/footprint';
import { RunId } from '../contract/ids';
import { traceLegality } from '../contract/legality';
import type { Json, ToolCall } from '../contract/messages';
import { defaultLimits, type Limits, type Mode } from '../contract/run-options';
import { runRequest } from '../contract/run-request.fixture';
import type { RunStatus, TraceBody, TraceEvent } from '../contract/trace-event';
import { heard, manualClock } from '../scheduler/manual-clock.fixture';
import { promised } from '../scheduler/promised';
import { defineTool } from '../tools/define-tool';
import type { Tool, ToolOutcome } from '../tools/tool';
import { crewAtWork } from './crew-at-work';
import { crowdModel } from './crowd-model.fixture';

export const footprints: Readonly<Record<string, Footprint>> = {
  look: { reads: ['ui:x'], writes: [] },
  press: { reads: [], writes: ['ui:x'] },
};

export interface CrewRunOptions {
  readonly mode?: Mode;
  readonly limits?: Partial<Limits>;
  /** Stops the run while this event is being recorded. */
  readonly stopAtEvent?: number | null;
}

/** A member as a test needs it. */
export const member = (name: string, rest: Partial<Member> = {}): Member => ({
  name,
  instructions: `Be the ${name}.`,
  tools: null,
  mode: null,
  turns: 20,
  ...rest,
});

/** A run of a crew whose models and tools do only what the test lets them do. */
export function crewRun(
  kind: z.input<typeof Crew>,
  { mode = 'mixed', limits = {}, stopAtEvent = null }: CrewRunOptions = {},
) {
  const crew = Crew.parse(kind);
  const model = crowdModel();
  const clock = manualClock();
  const law = traceLegality();
  const outside = new AbortController();
  const events: TraceEvent[] = [];
  const objections: string[] = [];
  const open: Array<{ readonly tool: string; readonly end: (outcome: Partial<ToolOutcome>) => void }> = [];
  const viewers: string[] = [];
  let status: RunStatus | null = null;
  const tools = Object.entries(footprints).map(
    ([name, footprint]): Tool =>
      defineTool({
        name,
        description: `${name}.`,
        input: z.object({}),
        effect: footprint.writes.length > 0 ? 'write' : 'read',
        reach: footprint,
        footprint: () => footprint,
        program: () => null,
        inWords: () => name,
        run(_input, { callId, viewer }) {
          viewers.push(`${callId}: ${viewer}`);
          const work = promised<ToolOutcome>();
          const delivery = footprint.writes.length > 0 ? ('observed' as const) : null;
          const done = { content: [], failure: null, delivery, value: null };
          open.push({ tool: name, end: (outcome) => work.resolve({ ...done, ...outcome }) });
          return work.promise;
        },
      }),
  );
  const atWork = crewAtWork({ crew, mode, task: 'Do it' });
  const run = startRun({
    id: RunId.parse('crew'),
    request: runRequest({ mode, limits: { ...defaultLimits, ...limits }, crew }),
    appVersion: '1.0.0',
    provider: model,
    tools: (scope) => atWork.tools(scope, tools),
    succession: atWork.succession,
    consent: unaskedPerson,
    clock,
    emit(body) {
      const at = { wall: clock.wall(), mono: clock.now(), provenance: 'recorded' as const };
      const event: TraceEvent = { ...body, seq: events.length + 1, at };
      events.push(event);
      const said = law.accept(event);
      if (said !== null) objections.push(said);
      if (event.seq === stopAtEvent) outside.abort('escape');
    },
    signal: outside.signal,
    verify: null,
  });
  run.done.then(
    (ended) => {
      status = ended;
    },
    (bug: unknown) => objections.push(String(bug)),
  );

  async function rest(): Promise<void> {
    await heard();
    clock.advance(0);
    await heard();
  }

  return {
    model,
    clock,
    law,
    events,
    objections,
    rest,
    open,
    /** For whom each call that ran looked: `a2_l: a2`. */
    viewers,
    status: () => status,
    /** The agents whose models are being asked, in the order in which they were. */
    asked: () => model.open.map(({ who }) => who),
    /** The first that is asked under this name answers with texts and calls. */
    async says(who: string, ...blocks: ReadonlyArray<string | ToolCall>) {
      await heard();
      const found = model.open.find((each) => each.who === who);
      if (found === undefined)
        throw new Error(`${who} is not asked; ${model.open.map((each) => each.who).join(', ')} are`);
      found.say(answer(blocks));
      await rest();
      return found.request;
    },
    /** Ends the call that has been open longest. */
    async release(outcome: Partial<ToolOutcome> = {}) {
      open.shift()?.end(outcome);
      await rest();
    },
    async stop() {
      run.stop('button');
      await rest();
    },
    log: () => events.map(line).filter((each) => each !== ''),
  };
}

export function call(id: string, tool: string, input: Json = {}): ToolCall {
  return toolCall(id, tool, input);
}

function line(body: TraceBody): string {
  switch (body.type) {
    case 'actor-started': {
      const { origin } = body;
      const from = origin.kind === 'after' ? origin.actor : origin.call;
      return `${body.actor} ${body.name} begins (${origin.kind} ${from})`;
    }
    case 'actor-ended':
      return `${body.actor} ${body.outcome}${body.failure === null ? '' : ` ${body.failure.code}`}: ${body.answer}`;
    case 'call-started':
      return `> ${body.callId}`;
    case 'call-ended':
      return `< ${body.callId} ${body.outcome}${body.failure === null ? '' : ` ${body.failure.code}`}`;
    case 'run-ended':
      return `run ${body.status}`;
    default:
      return '';
  }
}
