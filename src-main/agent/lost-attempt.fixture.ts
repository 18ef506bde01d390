import { expect } from 'vitest';
import { z } from 'zod';
import { asking } from '../consent/asking.fixture';
import { RunId } from '../contract/ids';
import { traceLegality } from '../contract/legality';
import type { Message } from '../contract/messages';
import type { Approvals, Mode } from '../contract/run-options';
import { runRequest } from '../contract/run-request.fixture';
import type { TraceBody } from '../contract/trace-event';
import type { Provider } from '../providers/provider';
import { heard, manualClock } from '../scheduler/manual-clock.fixture';
import { promised } from '../scheduler/promised';
import { askPersonTool } from '../tools/ask-person';
import { defineTool } from '../tools/define-tool';
import { answer as gives, written } from '../tools/outcome';
import type { Tool } from '../tools/tool';
import { startRun } from './run';
import { oneAgent } from './succession';

export interface WatchedOptions {
  readonly mode?: Mode;
  readonly approvals?: Approvals;
}

/**
 * A run whose tools tell each time that they are really carried out: `look` reads the screen, `press` writes it, `save` writes a file.
 * Each is done at once, but for those that the test holds by what they are given.
 */
export function watchedRun(
  provider: Provider,
  { mode = 'mixed', approvals = 'sensitive' }: WatchedOptions = {},
) {
  const person = asking();
  const clock = manualClock();
  const law = traceLegality();
  const illegal: string[] = [];
  const ran: string[] = [];
  const waiting = new Set<() => void>();
  const holds = new Map<string, ReturnType<typeof promised<void>>>();
  const { bodies } = person;
  const emit = (body: TraceBody) => {
    bodies.push(body);
    const at = { wall: clock.wall(), mono: clock.now(), provenance: 'recorded' as const };
    const why = law.accept({ ...body, seq: bodies.length, at });
    if (why !== null) illegal.push(why);
  };
  const attention = person.person.attend(emit, null);

  function tool(name: string, effect: 'read' | 'write', resource: (on: string) => string): Tool {
    const touched = (on: string) =>
      effect === 'read' ? { reads: [resource(on)], writes: [] } : { reads: [], writes: [resource(on)] };
    return defineTool({
      name,
      description: `Does ${name}.`,
      input: z.object({ on: z.string() }),
      effect,
      reach: touched(''),
      footprint: ({ on }) => touched(on),
      program: () => null,
      inWords: ({ on }) => `${name} ${on}`,
      async run({ on }) {
        ran.push(`${name} ${on}`);
        for (const tell of waiting) tell();
        await holds.get(on)?.promise;
        const seen = `${name} ${on} after ${ran.filter((each) => !each.startsWith('look')).length} writes`;
        return effect === 'read' ? gives(seen) : written('observed', seen);
      },
    });
  }

  const run = startRun({
    id: RunId.parse('lost'),
    request: runRequest({ mode, approvals }),
    appVersion: '1.0.0',
    provider,
    tools: () => [
      tool('look', 'read', () => 'ui:x'),
      tool('press', 'write', () => 'ui:x'),
      tool('save', 'write', (on) => `file:/${on}`),
      askPersonTool(attention),
    ],
    succession: oneAgent,
    consent: attention,
    clock,
    emit,
    signal: null,
    verify: null,
  });

  return {
    /** What was really done, in order: `press ok`. */
    ran,
    person,
    /** `asked a q1`, `answered a q1 once`. */
    questions: () => person.log().filter((each) => /^(asked|answered) /.test(each)),
    bodies,
    /** Once so many have been carried out. */
    untilRan: (count: number) =>
      new Promise<void>((resolve) => {
        const look = () => {
          if (ran.length >= count) resolve();
        };
        waiting.add(look);
        look();
      }),
    /** What is given so is not done before it is let go. */
    hold: (on: string) => holds.set(on, promised()),
    async letGo(on: string) {
      holds.get(on)?.resolve();
      await heard();
      await heard();
    },
    /** `press ok: succeeded observed`, by how the calls ended, in the order in which they were proposed. */
    ends: () =>
      law.model.turns
        .flatMap(({ calls }) => calls)
        .map(({ tool: name, input, ended }) => {
          const on = z.looseObject({ on: z.string().default('') }).safeParse(input).data?.on ?? '';
          const delivery = ended?.delivery ?? null;
          return `${name} ${on}: ${ended?.outcome ?? 'open'}${delivery === null ? '' : ` ${delivery}`}`;
        }),
    stop: () => run.stop('button'),
    async over() {
      clock.advance(0);
      const status = await run.done;
      expect(illegal).toEqual([]);
      expect(clock.pending).toBe(0);
      return status;
    },
  };
}

/** What the model was told last, one line a result or word. */
export function toldIn(messages: readonly Message[]): string[] {
  return (messages.at(-1)?.content ?? []).map((block) => {
    if (block.type === 'text') return block.text;
    if (block.type !== 'tool_result') return block.type;
    return `${block.id}: ${block.content.map((part) => (part.type === 'text' ? part.text : '')).join(' ')}`;
  });
}
