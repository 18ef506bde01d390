import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { CFArrayRef, CFStringRef, CFTypeRef } from '../declarations/refs';
import { tracingLedger } from './ledger';
import { Borrowed, type Held, type Owned, OwnershipBroken, Scope, withScope } from './ownership';

/** Objects that count, as Core Foundation has them: they are gone at 0, and touching them then is an error. */
function countedObjects() {
  const counts = new Map<bigint, number>();
  const change = (ref: CFTypeRef, by: number) => {
    const count = counts.get(ref) ?? 0;
    if (count <= 0) throw new Error(`over-release or use after free of ${ref}`);
    counts.set(ref, count + by);
  };
  let next = 0x1000n;
  return {
    create: <T extends CFTypeRef>() => {
      next += 16n;
      counts.set(next, 1);
      return next as T;
    },
    countOf: (ref: bigint) => counts.get(ref) ?? 0,
    left: () => [...counts.values()].filter((count) => count !== 0).length,
    counting: { retain: (ref: CFTypeRef) => change(ref, 1), release: (ref: CFTypeRef) => change(ref, -1) },
  };
}

function memory() {
  const objects = countedObjects();
  const ledger = tracingLedger();
  return { objects, ledger, counting: objects.counting };
}

test('a scope releases what became ours within, last come first gone', () => {
  const { objects, ...rest } = memory();
  const released: CFTypeRef[] = [];
  const counting = {
    retain: rest.counting.retain,
    release: (ref: CFTypeRef) => {
      released.push(ref);
      rest.counting.release(ref);
    },
  };
  const made = withScope({ ...rest, counting }, (scope) => {
    const refs = [objects.create(), objects.create()];
    for (const ref of refs) scope.own(ref);
    return refs;
  });
  expect(released).toEqual(made.reverse());
  expect(objects.left()).toBe(0);
  expect(rest.ledger.outstanding()).toEqual([]);
});

test('a scope releases what became ours within also where it throws', () => {
  const { objects, ...rest } = memory();
  const work = () =>
    withScope(rest, (scope) => {
      scope.own(objects.create());
      throw new Error('in the middle');
    });
  expect(work).toThrow('in the middle');
  expect(objects.left()).toBe(0);
});

test('a reference that was released is not used again, nor what was borrowed from it', () => {
  const { objects, ...rest } = memory();
  const escaped: Held<CFTypeRef>[] = [];
  withScope(rest, (scope) => {
    const array = scope.own(objects.create<CFArrayRef>());
    const item = new Borrowed(objects.create<CFStringRef>(), array);
    escaped.push(array, item);
    expect(() => item.ref).not.toThrow();
  });
  for (const held of escaped) expect(() => held.ref).toThrow(OwnershipBroken);
});

test('what was borrowed and then retained outlives its container', () => {
  const { objects, ...rest } = memory();
  withScope(rest, (scope) => {
    const array = scope.own(objects.create<CFArrayRef>());
    const item = scope.own(objects.create<CFStringRef>());
    const kept = scope.retain(new Borrowed(item.ref, array));
    scope.release(array);
    expect(objects.countOf(kept.ref)).toBe(2);
  });
  expect(objects.left()).toBe(0);
});

test('a reference is released once, and by the scope that it belongs to', () => {
  const { objects, counting, ledger } = memory();
  const [one, other] = [new Scope(counting, ledger), new Scope(counting, ledger)];
  const owned = one.own(objects.create());
  expect(() => other.release(owned)).toThrow(OwnershipBroken);
  one.release(owned);
  expect(() => one.release(owned)).toThrow(OwnershipBroken);
  expect(objects.left()).toBe(0);
});

test('what comes to a scope that has ended is released, and told', () => {
  const { objects, counting, ledger } = memory();
  const scope = new Scope(counting, ledger);
  scope.end();
  expect(() => scope.own(objects.create())).toThrow(OwnershipBroken);
  expect(objects.left()).toBe(0);
});

test('a scope that was never ended is found by the ledger, with the place where the reference became ours', () => {
  const { objects, counting, ledger } = memory();
  const forgotten = new Scope(counting, ledger);
  forgotten.own(objects.create());
  expect(ledger.outstanding()).toHaveLength(1);
  expect(ledger.outstanding()[0]).toContain('ownership.test.ts');
});

test('whatever is made, retained, released and handed on in whatever order: nothing leaks, nothing is released twice', () => {
  const step = fc.record({
    what: fc.constantFrom('own', 'retain', 'release', 'hand on', 'end'),
    scope: fc.nat({ max: 2 }),
    which: fc.nat(),
  });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
      const { objects, counting, ledger } = memory();
      const scopes = [0, 1, 2].map(() => ({
        scope: new Scope(counting, ledger),
        holds: [] as Owned<CFTypeRef>[],
      }));
      for (const { what, scope: at, which } of steps) {
        const here = scopes[at]!;
        const there = scopes[(at + 1) % scopes.length]!;
        const owned = here.holds[which % Math.max(1, here.holds.length)];
        if (what === 'own') here.holds.push(here.scope.own(objects.create()));
        else if (what === 'end') {
          here.scope.end();
          scopes[at] = { scope: new Scope(counting, ledger), holds: [] };
        } else if (owned !== undefined) {
          if (what === 'retain') there.holds.push(there.scope.retain(owned));
          else {
            here.holds.splice(here.holds.indexOf(owned), 1);
            if (what === 'release') here.scope.release(owned);
            else {
              here.scope.handOn(owned, there.scope);
              there.holds.push(owned);
            }
          }
        }
        const held = scopes.reduce((sum, { holds }) => sum + holds.length, 0);
        expect(ledger.outstanding()).toHaveLength(held);
      }
      for (const { scope } of scopes) scope.end();
      expect(objects.left()).toBe(0);
      expect(ledger.outstanding()).toEqual([]);
    }),
  );
});

test('what must not be done does not compile', () => {
  const never = (
    scope: Scope,
    owned: Owned<CFStringRef>,
    borrowed: Borrowed<CFStringRef>,
    held: Held<CFTypeRef>,
  ) => {
    // @ts-expect-error Only what is owned can be released.
    scope.release(borrowed);
    // @ts-expect-error What may be borrowed cannot be released either.
    scope.release(held);
    // @ts-expect-error A borrowed reference is no owned one.
    const claimed: Owned<CFStringRef> = borrowed;
    // @ts-expect-error An owned reference is no borrowed one: it has to be said what it is borrowed from.
    const lent: Borrowed<CFStringRef> = owned;
    // @ts-expect-error A string is no array.
    const array: Owned<CFArrayRef> = owned;
    // @ts-expect-error An object of any type is not known to be a string.
    const text: CFStringRef = held.ref;
    // @ts-expect-error A number is no address.
    const address: CFTypeRef = 12n;
    const { counting, ledger } = memory();
    // @ts-expect-error What a scope releases does not leave it.
    withScope({ counting, ledger }, (inner) => inner.retain(owned));
    // @ts-expect-error A scope does not wait.
    void withScope({ counting, ledger }, async () => {});
    return [claimed, lent, array, text, address];
  };
  expect(never).toBeTypeOf('function');
});
