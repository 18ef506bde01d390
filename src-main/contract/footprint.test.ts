import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { conflict, effectOf, type Footprint, meets, unknownFootprint } from './footprint';

const Path = fc
  .array(fc.constantFrom('a', 'b', 'ab'), { maxLength: 3 })
  .map((parts) => `file:/${parts.join('/')}`);
const AnyResource = fc.oneof(
  Path,
  fc.constantFrom('*', 'ui:practice', 'ui:other', 'clipboard', 'net:a:80', 'net:a:8080'),
);
const AnyFootprint: fc.Arbitrary<Footprint> = fc.record({
  reads: fc.array(AnyResource, { maxLength: 3 }),
  writes: fc.array(AnyResource, { maxLength: 3 }),
});

describe('meets', () => {
  it('asks nothing of the order, and everything meets itself and *', () => {
    fc.assert(
      fc.property(AnyResource, AnyResource, (a, b) => {
        expect(meets(a, b)).toBe(meets(b, a));
        expect([meets(a, a), meets(a, '*')]).toEqual([true, true]);
      }),
    );
  });

  it.each([
    ['file:/a', 'file:/a/b', true],
    ['file:/a/', 'file:/a/b', true],
    ['file:/', 'file:/a', true],
    ['file:/a', 'file:/ab', false],
    ['net:host:80', 'net:host:8080', false],
    ['ui:practice', 'ui:practice-2', false],
    ['ui:practice', 'clipboard', false],
  ])('%s and %s: %s', (a, b, expected) => {
    expect(meets(a, b)).toBe(expected);
  });
});

describe('conflict', () => {
  it('is there exactly where a write of one meets anything of the other', () => {
    fc.assert(
      fc.property(AnyFootprint, AnyFootprint, (earlier, later) => {
        const anyMeet = (as: readonly string[], bs: readonly string[]) =>
          as.some((a) => bs.some((b) => meets(a, b)));
        const expected =
          anyMeet(earlier.writes, [...later.reads, ...later.writes]) || anyMeet(earlier.reads, later.writes);
        expect(conflict(earlier, later) !== null).toBe(expected);
      }),
      { numRuns: 1_000 },
    );
  });

  it('turns round with its calls', () => {
    const turned = {
      write_after_write: 'write_after_write',
      read_after_write: 'write_after_read',
      write_after_read: 'read_after_write',
    };
    fc.assert(
      fc.property(AnyResource, AnyResource, fc.boolean(), (a, b, bothWrite) => {
        const writer: Footprint = { reads: [], writes: [a] };
        const other: Footprint = bothWrite ? { reads: [], writes: [b] } : { reads: [b], writes: [] };
        const [there, back] = [conflict(writer, other), conflict(other, writer)];
        expect(back?.kind).toBe(there === null ? undefined : turned[there.kind]);
      }),
    );
  });

  it('never lies between reads, and names the narrower resource', () => {
    const reading: Footprint = { reads: ['file:/a/b', '*'], writes: [] };
    expect(conflict(reading, reading)).toBeNull();
    expect(conflict({ reads: [], writes: ['file:/a'] }, { reads: ['file:/a/b'], writes: [] })).toEqual({
      kind: 'read_after_write',
      resource: 'file:/a/b',
    });
    expect(conflict(unknownFootprint, { reads: ['clipboard'], writes: [] })).toEqual({
      kind: 'read_after_write',
      resource: 'clipboard',
    });
  });

  it('names the gravest kind where there are several', () => {
    const both: Footprint = { reads: ['clipboard'], writes: ['clipboard'] };
    expect(conflict(both, both)?.kind).toBe('write_after_write');
    expect([effectOf(both), effectOf({ reads: ['clipboard'], writes: [] })]).toEqual(['write', 'read']);
  });
});
