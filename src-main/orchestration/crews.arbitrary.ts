import fc from 'fast-check';
import type { z } from 'zod';
import type { Crew, Member } from '../contract/crew';
import { type Mode, modes } from '../contract/run-options';
import type { Delivery } from '../contract/trace-event';
import { member } from './crew-run.fixture';

/** What an agent answers when it is asked. */
export interface ThoughtAnswer {
  readonly calls: readonly ThoughtCall[];
  readonly ending: 'as-it-is' | 'cut-off' | 'fails';
}

export interface ThoughtCall {
  readonly id: string;
  /** Of the tools that it is offered, modulo their number. */
  readonly tool: number;
  /** Of the members, modulo their number. */
  readonly to: number;
  readonly task: string;
}

export interface Happening {
  readonly kind: 'speak' | 'release' | 'stop' | 'time';
  readonly which: number;
  readonly delivery: Delivery;
  readonly fails: boolean;
}

export interface CrewScenario {
  readonly crew: z.input<typeof Crew>;
  readonly mode: Mode;
  readonly turns: number;
  readonly answers: readonly ThoughtAnswer[];
  readonly happenings: readonly Happening[];
  /** Stops the run while this event is being recorded. */
  readonly stopAtEvent: number | null;
  /** Of its events, modulo their number: as if the program had been killed there. */
  readonly cutAt: number;
}

const mode = fc.constantFrom(...modes);
const names = ['one', 'two', 'three'] as const;
const members = fc
  .array(
    fc.record({
      tools: fc.constantFrom<Member['tools']>(null, null, ['look'], ['press']),
      mode: fc.option(mode, { freq: 2 }),
      turns: fc.integer({ min: 1, max: 6 }),
    }),
    { minLength: 1, maxLength: 3 },
  )
  .map((drawn) => drawn.map((rest, at) => member(names[at] ?? 'one', rest)));
const count = fc.integer({ min: 1, max: 6 });
const crew: fc.Arbitrary<z.input<typeof Crew>> = fc.oneof(
  fc.record({
    kind: fc.constant('sub_agents' as const),
    members,
    count,
    depth: fc.integer({ min: 1, max: 3 }),
  }),
  fc.record({ kind: fc.constant('handoff' as const), members, count }),
  fc.record({
    kind: fc.constant('manager' as const),
    members,
    count,
    rounds: fc.integer({ min: 0, max: 2 }),
  }),
  members.map(([first, ...rest]) => ({
    kind: 'process' as const,
    steps: [{ ...(first ?? member('one')), mode: null }, ...rest],
  })),
);

const call = fc.record<ThoughtCall>({
  id: fc.constantFrom('', 'a', 'b', 'call:1'),
  tool: fc.nat(20),
  to: fc.nat(20),
  task: fc.constantFrom('t1', 't1', 't2', 't3'),
});
const answer = fc.record<ThoughtAnswer>({
  calls: fc.oneof(
    { weight: 3, arbitrary: fc.array(call, { minLength: 1, maxLength: 4 }) },
    { weight: 1, arbitrary: fc.constant([]) },
  ),
  ending: fc.oneof(
    { weight: 12, arbitrary: fc.constant<ThoughtAnswer['ending']>('as-it-is') },
    { weight: 1, arbitrary: fc.constantFrom<ThoughtAnswer['ending']>('cut-off', 'fails') },
  ),
});
const happening = fc.record<Happening>({
  kind: fc.oneof(
    { weight: 20, arbitrary: fc.constantFrom<Happening['kind']>('speak', 'speak', 'release') },
    { weight: 1, arbitrary: fc.constantFrom<Happening['kind']>('stop', 'time') },
  ),
  which: fc.nat(20),
  delivery: fc.constantFrom<Delivery>('observed', 'observed', 'unknown', 'contradicted'),
  fails: fc.oneof({ weight: 5, arbitrary: fc.constant(false) }, { weight: 1, arbitrary: fc.constant(true) }),
});

export const crewScenario: fc.Arbitrary<CrewScenario> = fc.record({
  crew,
  mode,
  turns: fc.integer({ min: 1, max: 30 }),
  answers: fc.array(answer, { minLength: 1, maxLength: 25, size: 'max' }),
  happenings: fc.array(happening, { maxLength: 60, size: 'max' }),
  stopAtEvent: fc.option(fc.integer({ min: 1, max: 90 }), { freq: 3 }),
  cutAt: fc.nat(200),
});
