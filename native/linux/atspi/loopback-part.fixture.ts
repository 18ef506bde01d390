/** What an element of the loopback program is. What belongs to an interface is there only where it lists that. */
export interface Part {
  readonly path: string;
  role: number;
  name: string;
  states: readonly [number, number];
  readonly interfaces: readonly string[];
  extents: readonly [number, number, number, number];
  text: string;
  number: number;
  readonly actions: readonly string[];
  parent: Part | null;
  children: readonly Part[];
  /** null for as many as there are. */
  readonly childCount: number | null;
  /** Whether its children are among those that the program lists. */
  readonly listed: boolean;
}

/** Everything but the place in the tree, which follows from what it is put in. */
export type Given = Partial<Omit<Part, 'parent' | 'path'>>;

let count = 0;

/** @param role a number, as in AtspiRole */
export function part(role: number, name: string, given: Given = {}): Part {
  count += 1;
  const made: Part = {
    path: `/org/a11y/atspi/accessible/${count}`,
    role,
    name,
    states: [0, 0],
    interfaces: [],
    extents: [0, 0, 0, 0],
    text: '',
    number: 0,
    actions: [],
    parent: null,
    children: [],
    childCount: null,
    listed: true,
    ...given,
  };
  for (const child of made.children) child.parent = made;
  return made;
}

/** A signature and a body. */
export type Reply = readonly [string, ...unknown[]];

type Answers = Readonly<Record<string, (body: readonly unknown[]) => Reply>>;

/** How a part answers, by interface and member. A property is `Interface:Name`. */
export function answersOf(at: Part, bus: string): Answers {
  const ref = (other: Part | null) => (other === null ? ['', '/org/a11y/atspi/null'] : [bus, other.path]);
  const of: Readonly<Record<string, Answers>> = {
    Accessible: {
      'Accessible.GetRole': () => ['u', at.role],
      'Accessible.GetState': () => ['au', [...at.states]],
      'Accessible.GetInterfaces': () => [
        'as',
        ['Accessible', ...at.interfaces].map((name) => `org.a11y.atspi.${name}`),
      ],
      'Accessible.GetChildren': () => ['a(so)', at.children.map(ref)],
      'Accessible:Name': () => ['s', at.name],
      'Accessible:Parent': () => ['(so)', ref(at.parent)],
      'Accessible:ChildCount': () => ['i', at.childCount ?? at.children.length],
    },
    Application: {
      'Application:ToolkitName': () => ['s', 'loopback'],
      'Application:Version': () => ['s', '1'],
    },
    Component: {
      'Component.GetExtents': () => ['(iiii)', [...at.extents]],
      'Component.GetAccessibleAtPoint': () => ['(so)', ref(at.children[0] ?? null)],
      'Component.GrabFocus': () => ['b', true],
    },
    Action: {
      'Action:NActions': () => ['i', at.actions.length],
      'Action.GetName': ([index]) => ['s', at.actions[Number(index)] ?? ''],
      'Action.DoAction': ([index]) => ['b', Number(index) < at.actions.length],
    },
    Text: {
      'Text.GetText': ([from, until]) => [
        's',
        Array.from(at.text).slice(Number(from), Number(until)).join(''),
      ],
      'Text:CharacterCount': () => ['i', Array.from(at.text).length],
    },
    EditableText: {
      'EditableText.SetTextContents': ([text]) => {
        at.text = String(text);
        return ['b', true];
      },
    },
    Value: { 'Value:CurrentValue': () => ['d', at.number] },
  };
  return Object.fromEntries(
    ['Accessible', ...at.interfaces].flatMap((name) => Object.entries(of[name] ?? {})),
  );
}

/** How a program lists all its parts, as `Cache.GetItems` does. */
export function itemsOf(root: Part, bus: string): Reply {
  const ref = (other: Part | null) => (other === null ? ['', '/org/a11y/atspi/null'] : [bus, other.path]);
  const items: unknown[] = [];
  const add = (at: Part) => {
    items.push([
      ref(at),
      ref(root),
      ref(at.parent),
      at.parent === null ? -1 : at.parent.children.indexOf(at),
      at.childCount ?? at.children.length,
      ['Accessible', ...at.interfaces].map((name) => `org.a11y.atspi.${name}`),
      at.name,
      at.role,
      '',
      [...at.states],
    ]);
    if (at.listed) at.children.forEach(add);
  };
  add(root);
  return ['a((so)(so)(so)iiassusau)', items];
}
