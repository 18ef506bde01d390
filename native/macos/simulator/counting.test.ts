import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Caller, type Ref } from './caller.fixture';
import { describeSimulated } from './describe-simulated.fixture';

/** Steps on a pool of strings and of the arrays that hold them; numbers choose which one. */
const step = fc.oneof(
  fc.record({ kind: fc.constant('create' as const) }),
  fc.record({ kind: fc.constant('retain' as const), at: fc.nat() }),
  fc.record({ kind: fc.constant('release' as const), at: fc.nat() }),
  fc.record({ kind: fc.constant('wrap' as const), at: fc.nat() }),
);

await describeSimulated('counting references', (simulator) => {
  const caller = new Caller(simulator.library);

  it('agrees with a ledger of its own, whatever an honest caller does', () => {
    const honest = (steps: readonly (typeof step extends fc.Arbitrary<infer S> ? S : never)[]) => {
      simulator.reset();
      const owned = new Map<NonNullable<Ref>, number>();
      const keep = (ref: Ref) => {
        if (ref !== null) owned.set(ref, (owned.get(ref) ?? 0) + 1);
      };
      for (const { kind, ...choice } of steps) {
        const all = [...owned.keys()];
        const chosen = 'at' in choice ? all[choice.at % all.length] : undefined;
        if (kind === 'create') keep(caller.string('x'));
        if (chosen === undefined) continue;
        if (kind === 'retain') keep(caller.ref('CFRetain', chosen));
        if (kind === 'wrap') keep(caller.arrayOf([chosen, chosen]));
        if (kind === 'release') {
          caller.release(chosen);
          const left = (owned.get(chosen) ?? 0) - 1;
          if (left > 0) owned.set(chosen, left);
          else owned.delete(chosen);
        }
      }
      const { leaks, violations } = simulator.report();
      const counts = (numbers: readonly number[]) => numbers.toSorted((a, b) => a - b);
      expect(violations).toEqual([]);
      expect(counts(leaks.map(({ references }) => references))).toEqual(counts([...owned.values()]));
      for (const [ref, count] of owned) for (let i = 0; i < count; i += 1) caller.release(ref);
      simulator.demandHonesty();
    };
    fc.assert(fc.property(fc.array(step, { maxLength: 40 }), honest), { numRuns: 200 });
  });

  it('carries every text there and back', () => {
    const app = caller.application(7);
    const carried = (text: string) => {
      simulator.load({ apps: [{ pid: 7, name: text }] });
      expect(caller.copy(app, 'AXRole').error).toBe(0);
      const { value } = caller.copy(app, 'AXTitle');
      expect(caller.text(value)).toBe(text);
      caller.release(value);
    };
    const text = fc.string({ unit: 'grapheme', maxLength: 60 }).filter((one) => !one.includes('\0'));
    fc.assert(fc.property(text, carried), { numRuns: 200 });
    caller.release(app);
  });
});
