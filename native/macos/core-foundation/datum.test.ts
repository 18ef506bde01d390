import fc from 'fast-check';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { anyText } from '../any-text.arbitrary';
import type { CFTypeRef } from '../declarations/refs';
import { openSimulatedCf } from '../simulated-ax.fixture';
import { describeSimulated } from '../simulator/describe-simulated.fixture';
import {
  makeArray,
  makeDictionary,
  makeNumber,
  makePoint,
  makeRange,
  makeRect,
  makeSize,
  makeString,
} from './create';
import { type AxDatum, datumOf, entryOf } from './datum';
import { Borrowed, type Held, type Scope, withScope } from './ownership';

await describeSimulated('values that go over and come back', (simulator) => {
  const { cf, demandNothingHeld } = openSimulatedCf(simulator.library);
  const roundTrip = (make: (scope: Scope) => Held<CFTypeRef>): AxDatum =>
    withScope(cf, (scope) => datumOf(cf, make(scope)));

  beforeEach(() => simulator.reset());
  afterEach(() => {
    demandNothingHeld();
    simulator.demandHonesty();
  });

  it('is the same string, whatever is in it', () => {
    fc.assert(
      fc.property(anyText(40), (text) => {
        expect(roundTrip((scope) => makeString(cf, scope, text))).toEqual({ kind: 'string', value: text });
      }),
    );
  });

  it('is told as other where half of a pair of surrogates cannot go over as UTF-8', () => {
    expect(roundTrip((scope) => makeString(cf, scope, 'a\ud83d'))).toEqual({ kind: 'other' });
  });

  it('is the same number', () => {
    fc.assert(
      fc.property(fc.oneof(fc.double({ noNaN: true }), fc.maxSafeInteger()), (value) => {
        const datum = roundTrip((scope) => makeNumber(cf, scope, value));
        expect(datum).toEqual({ kind: 'number', value: value === 0 ? 0 : value });
      }),
    );
  });

  it('is the same point, size, rectangle and range', () => {
    const origin = { x: -1.5, y: 20 };
    const size = { width: 30, height: 40.25 };
    expect(roundTrip((scope) => makePoint(cf, scope, origin))).toEqual({ kind: 'point', value: origin });
    expect(roundTrip((scope) => makeSize(cf, scope, size))).toEqual({ kind: 'size', value: size });
    expect(roundTrip((scope) => makeRect(cf, scope, { origin, size }))).toEqual({
      kind: 'rect',
      value: { origin, size },
    });
    const range = { location: 7, length: 9_000_000_000 };
    expect(roundTrip((scope) => makeRange(cf, scope, range))).toEqual({ kind: 'range', value: range });
  });

  it('is a truth, null, or a list of such', () => {
    const nothing = new Borrowed(cf.constants.kCFNull, null);
    expect(roundTrip(() => cf.true)).toEqual({ kind: 'boolean', value: true });
    expect(roundTrip(() => cf.false)).toEqual({ kind: 'boolean', value: false });
    expect(roundTrip((scope) => makeArray(cf, scope, []))).toEqual({ kind: 'array', items: [] });
    const nested = roundTrip((scope) => {
      const inner = makeArray(cf, scope, [cf.false, nothing]);
      return makeArray(cf, scope, [makeString(cf, scope, 'a'), inner]);
    });
    expect(nested).toEqual({
      kind: 'array',
      items: [
        { kind: 'string', value: 'a' },
        { kind: 'array', items: [{ kind: 'boolean', value: false }, { kind: 'null' }] },
      ],
    });
  });

  it('is found in a dictionary by its key, or not', () => {
    const found = withScope(cf, (scope) => {
      const dictionary = makeDictionary(cf, scope, [
        [makeString(cf, scope, 'key'), makeNumber(cf, scope, 3)],
      ]);
      expect(datumOf(cf, dictionary)).toMatchObject({ kind: 'dictionary' });
      return ['key', 'other'].map((key) => entryOf(cf, scope, dictionary, key));
    });
    expect(found).toEqual([{ kind: 'number', value: 3 }, null]);
  });

  it('is read no deeper than lists go', () => {
    const deep = roundTrip((scope) => {
      let array = makeArray(cf, scope, []);
      for (let depth = 0; depth < 20; depth += 1) array = makeArray(cf, scope, [array]);
      return array;
    });
    expect(JSON.stringify(deep)).toContain('{"kind":"other"}');
  });

  it('is told as other where it is of a type that accessibility does not speak of', () => {
    const source = cf.call.CGEventSourceCreate(-1);
    if (source === null) throw new Error('no source');
    expect(roundTrip((scope) => scope.own(source))).toEqual({ kind: 'other' });
  });
});
