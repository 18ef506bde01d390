import fc from 'fast-check';
import type { Effect, ElementScript, FaultScript } from './simulator/script.fixture';

/** Elements that a screen of these has, by their ids. */
export const ids = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'] as const;

const values = fc.oneof(
  fc.string({ maxLength: 12 }),
  fc.integer({ min: -3, max: 9 }),
  fc.boolean(),
  fc.constant(null),
  fc.constant({ cfNull: true } as const),
  fc.constantFrom(-25200, -25204, -25205, -25212).map((error) => ({ error })),
  fc.constantFrom(...ids).map((element) => ({ element })),
  fc.constant({ rect: [1, 2, 3, 4] } as const),
  fc.constant({ range: [0, 2] } as const),
);

const roles = [
  ['AXButton', undefined],
  ['AXGroup', undefined],
  ['AXCheckBox', undefined],
  ['AXStaticText', undefined],
  ['AXTextField', undefined],
  ['AXTextField', 'AXSecureTextField'],
  ['AXSlider', undefined],
  ['AXTable', undefined],
] as const;

const leaf = fc.record({
  role: fc.constantFrom(...roles),
  title: values,
  description: values,
  value: values,
  enabled: fc.constantFrom(true, false, 0, 1),
  label: fc.option(fc.constantFrom(...ids)),
  x: fc.nat({ max: 300 }),
});

type Leaf = typeof leaf extends fc.Arbitrary<infer T> ? T : never;

/** A window of eight elements, each with its id, some within others. */
export const screens = fc
  .tuple(
    fc.array(leaf, { minLength: ids.length, maxLength: ids.length }),
    fc.array(fc.nat({ max: 7 }), { minLength: 8, maxLength: 8 }),
  )
  .map(([leaves, parents]): readonly ElementScript[] => {
    const within = (parent: number): readonly ElementScript[] =>
      leaves.flatMap((each, at) =>
        parentOf(parents, at) === parent ? [elementOf(each, at, within(at))] : [],
      );
    return within(-1);
  });

/** Only what comes before may be a parent, so that there is no circle. */
function parentOf(parents: readonly number[], at: number): number {
  const parent = parents[at] ?? 0;
  return parent < at ? parent : -1;
}

function elementOf(
  { role: [role, subrole], label, x, ...rest }: Leaf,
  at: number,
  children: readonly ElementScript[],
): ElementScript {
  return {
    ...rest,
    id: ids[at] ?? 'a',
    role,
    ...(subrole !== undefined && { subrole }),
    ...(label !== null && { attributes: { AXTitleUIElement: { element: label } } }),
    ...(role === 'AXTable' && children.length === 0
      ? { rows: { endless: true, visible: [2, 3] as const, template: { role: 'AXRow', title: 'row {i}' } } }
      : { children }),
    frame: [x, x, 40, 20],
  };
}

const target = fc.constantFrom(...ids);

export const effects: fc.Arbitrary<Effect> = fc.oneof(
  target.map((id): Effect => ({ do: 'recreate', target: id })),
  fc
    .record({ target, value: fc.string({ maxLength: 5 }) })
    .map((set): Effect => ({ do: 'set', attribute: 'AXTitle', ...set })),
  fc.constant<Effect>({
    do: 'open',
    parent: 'main',
    element: { role: 'AXSheet', title: 'Sheet', children: [{ role: 'AXButton' }] },
  }),
  target.map((id): Effect => ({ do: 'notify', target: id, notification: 'AXValueChanged' })),
);

export const faults: fc.Arbitrary<FaultScript> = fc.record({
  nth: fc.integer({ min: 1, max: 40 }),
  fault: fc.oneof(
    fc.record({
      kind: fc.constant('error' as const),
      code: fc.constantFrom(-25200, -25202, -25204, -25205, -25211, -25212),
      happened: fc.boolean(),
    }),
    fc.record({ kind: fc.constant('slot' as const), code: fc.constantFrom(null, -25200, -25204, -25212) }),
  ),
});
