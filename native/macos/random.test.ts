import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Clock } from './accessibility/clock';
import { actionNames } from './accessibility/names';
import type { RawNode } from './accessibility/raw-node';
import { anyText } from './any-text.arbitrary';
import { countingLedger } from './core-foundation/ledger';
import { pid, wordsOf } from './lane/lane-on-simulator.fixture';
import type { LaneRequest } from './lane/requests';
import { openSimulatedProgram } from './lane/simulated-program.fixture';
import { effects, faults, screens } from './random-screen.arbitrary';
import { describeSimulated } from './simulator/describe-simulated.fixture';

/** Snapshots and actions in all. */
const requests = 10_000;
const requestsOfOneScreen = 50;

const budgets = fc.record({
  nodes: fc.integer({ min: 1, max: 14 }),
  depth: fc.nat({ max: 6 }),
  children: fc.integer({ min: 1, max: 9 }),
  milliseconds: fc.constant(60_000),
});

/** What is asked next, of what was seen last. */
const steps = fc.oneof(
  { weight: 4, arbitrary: budgets.map((budget) => ({ do: 'snapshot', budget }) as const) },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('act' as const),
      at: fc.nat(),
      action: fc.constantFrom(...actionNames),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('set' as const),
      at: fc.nat(),
      value: fc.string({ maxLength: 8 }),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('look' as const), at: fc.nat() }) },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('type' as const),
      text: anyText(30),
    }),
  },
);
type Step = typeof steps extends fc.Arbitrary<infer T> ? T : never;

const scenes = fc.record({
  children: screens,
  steps: fc.array(
    fc.record({ step: steps, effect: fc.option(effects), fault: fc.option(faults, { freq: 3 }) }),
    { minLength: requestsOfOneScreen, maxLength: requestsOfOneScreen },
  ),
});

function requestOf(step: Step, seen: readonly RawNode[]): LaneRequest {
  if (step.do === 'snapshot') return { kind: 'snapshot', root: null, budget: step.budget };
  if (step.do === 'type') return { kind: 'type', text: step.text, to: 'program' };
  const node = seen[step.at % Math.max(1, seen.length)];
  if (node === undefined) return { kind: 'look', identity: 'p.e1' };
  const { identity } = node;
  const expected = wordsOf(node);
  switch (step.do) {
    case 'look':
      return { kind: 'look', identity };
    case 'act':
      return { kind: 'act', identity, action: step.action, expected };
    case 'set':
      return { kind: 'set_value', identity, value: step.value, expected };
  }
}

await describeSimulated(`${requests} random requests`, (simulator) => {
  const clock: Clock = { now: () => performance.now(), pause: () => Promise.resolve() };

  it('leak nothing, release nothing twice, and touch nothing that is gone', {
    timeout: 300_000,
  }, async () => {
    const done = new Map<string, number>();
    await fc.assert(
      fc.asyncProperty(scenes, async ({ children, steps: all }) => {
        simulator.load({
          apps: [{ pid, name: 'Notes', windows: [{ id: 'main', frame: [0, 0, 400, 400], children }] }],
        });
        const at = openSimulatedProgram(simulator.library, pid, clock, countingLedger());
        let seen: readonly RawNode[] = [];
        for (const { step, effect, fault } of all) {
          if (effect !== null) simulator.do(effect);
          if (fault !== null) simulator.fault(fault);
          const request = requestOf(step, seen);
          const reply = await at.ask(request);
          if (
            typeof reply === 'object' &&
            reply !== null &&
            'ok' in reply &&
            reply.ok &&
            Array.isArray(reply.value)
          )
            seen = reply.value as readonly RawNode[];
          simulator.forgetFaults();
          done.set(request.kind, (done.get(request.kind) ?? 0) + 1);
        }
        at.end();
        simulator.demandHonesty();
      }),
      { numRuns: requests / requestsOfOneScreen },
    );
    const { violations, leaks, alive, calls } = simulator.report();
    const count = Object.values(calls).reduce((sum, each) => sum + each, 0);
    console.log('random requests', Object.fromEntries(done), {
      violations,
      leaks,
      alive,
      callsOfTheLastScreen: count,
    });
    expect([...done.values()].reduce((sum, each) => sum + each, 0)).toBe(requests);
    expect({ violations, leaks }).toEqual({ violations: [], leaks: [] });
  });
});
