import fc from 'fast-check';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { type Following, follow } from './follow';
import { Journalist } from './journal';
import { listen } from './listen';
import { type Loopback, patient, startLoopback } from './loopback.fixture';
import { Refusal } from './loopback-app.fixture';
import { type LoopbackBus, startLoopbackBus } from './loopback-bus.fixture';
import { type Part, part } from './loopback-part.fixture';
import type { Budget, RawTree } from './raw-tree';
import { applicationAt } from './ref';
import { surveyOf } from './survey';
import { walk } from './walk';

const plenty: Budget = { nodes: 1000, depth: 50, children: 500, milliseconds: 5000 };

let bus: LoopbackBus;
let loopback: Loopback;
let following: Following;
let button: Part;
let entry: Part;
let table: Part;
let cells: readonly Part[];
let main: Part;

beforeAll(async () => {
  bus = await startLoopbackBus();
});
beforeEach(async () => {
  button = part(43, 'Go', { interfaces: ['Component', 'Action'], extents: [1, 2, 3, 4] });
  entry = part(79, 'Name', { interfaces: ['Component', 'Text', 'EditableText'], text: 'Ann' });
  const secret = part(40, 'Password', { interfaces: ['Text'], text: 'hunter2' });
  const slider = part(51, 'Size', { interfaces: ['Value'], number: 1 });
  cells = ['a', 'b'].map((name) => part(56, name, { interfaces: ['Component'] }));
  table = part(55, 'Files', { childCount: -1, listed: false, interfaces: ['Component'], children: cells });
  main = part(23, 'Main', { interfaces: ['Component'], children: [button, entry, secret, slider, table] });
  loopback = await startLoopback(bus, [main]);
  const listening = await listen(loopback.line, patient);
  if (!listening.ok) throw new Error(listening.trouble.sentence);
  const app = { bus: loopback.app.bus, toolkit: { name: 'gtk', version: '3.24.0' } };
  following = follow(loopback.line, app, listening.value);
});
afterEach(async () => {
  following.stop();
  await loopback.end();
});
afterAll(() => bus.end());

const root = () => applicationAt(loopback.app.bus);

async function reread(budget: Partial<Budget> = {}): Promise<RawTree> {
  const tree = await following.read(root(), { ...plenty, ...budget }, patient);
  if (!tree.ok) throw new Error(tree.trouble.sentence);
  return tree.value;
}

async function walked(): Promise<RawTree> {
  const tree = await walk(loopback.line, root(), plenty, patient);
  if (!tree.ok) throw new Error(tree.trouble.sentence);
  return tree.value;
}

/** What elements were asked since the last time, without the program itself and its list. */
function asked(): string[] {
  const { app } = loopback;
  const some = app.heard
    .splice(0)
    .filter(({ path }) => path !== app.root.path && path.includes('/accessible/'));
  return some.map(({ path, member }) => `${member} ${nameOf(app.root, path)}`).sort();
}

function nameOf(at: Part, path: string): string {
  if (at.path === path) return at.name;
  for (const child of at.children) {
    const name = nameOf(child, path);
    if (name !== '') return name;
  }
  return '';
}

test('the first reading is a walk, and one of nothing new asks for what is never told', async () => {
  expect(await reread()).toEqual(await walked());
  asked();
  const again = await reread();
  expect(asked()).toEqual(['Accessible.GetChildren Files', 'Component.GetExtents Main']);
  expect(again).toEqual(await walked());
});

test('no text of a password is asked for', async () => {
  const tree = await reread();
  expect(JSON.stringify(tree.nodes.map(({ value }) => value))).not.toContain('hunter2');
  expect(asked().filter((one) => /^Text.*Password/.test(one))).toEqual([]);
});

test('what is told of is asked for, and no more', async () => {
  await reread();
  asked();
  entry.text = 'Bob';
  loopback.app.tell(entry, 'TextChanged', 'insert', 0);
  button.extents = [9, 9, 9, 9];
  loopback.app.tell(button, 'BoundsChanged', '', 0);
  const tree = await reread();
  expect(asked()).toEqual([
    'Accessible.GetChildren Files',
    'Component.GetExtents Go',
    'Component.GetExtents Main',
    'Text.GetText Name',
    'Text:CharacterCount Name',
  ]);
  expect(tree).toEqual(await walked());
});

test('a window that moved has all that is in it elsewhere', async () => {
  await reread();
  asked();
  for (const at of [main, button, entry, table, ...cells]) at.extents = [100, 0, 1, 1];
  expect(await reread()).toEqual(await walked());
});

test('a cell that tells something tells for all of its table', async () => {
  await reread();
  const [first, second] = cells;
  if (first === undefined || second === undefined) throw new Error('There are two cells.');
  second.name = 'renamed';
  loopback.app.tell(first, 'StateChanged', 'selected', 1);
  expect(await reread()).toEqual(await walked());
});

test('where the list claims one place twice, the element itself is asked', async () => {
  const ghost = part(43, 'Ghost');
  loopback.app.meddle = ({ member }) => {
    if (member !== 'Cache.GetItems') return null;
    const real = { ...main, children: [button, ghost] };
    return Promise.resolve([
      'a((so)(so)(so)iiassusau)',
      [real, button, ghost].map((at) => [
        [loopback.app.bus, at.path],
        [loopback.app.bus, loopback.app.root.path],
        [loopback.app.bus, main.path],
        0,
        at === real ? 2 : 0,
        ['org.a11y.atspi.Accessible', 'org.a11y.atspi.Component'],
        at.name,
        at.role,
        '',
        [0, 0],
      ]),
    ]);
  };
  expect((await reread()).nodes.map(({ name }) => name)).toEqual(
    (await walked()).nodes.map(({ name }) => name),
  );
});

test('a program that names what is around an element as within it is read to its end', async () => {
  loopback.app.meddle = ({ member, path }) =>
    member === 'Accessible.GetChildren' && path === table.path
      ? Promise.resolve(['a(so)', [[loopback.app.bus, main.path]]])
      : null;
  await reread();
  loopback.app.tell(main, 'StateChanged', 'showing', 1);
  await reread();
  expect(await reread()).toEqual(await walked());
});

test('a program without a list is walked', async () => {
  loopback.app.meddle = ({ member }) => {
    if (member === 'Cache.GetItems') throw new Refusal('UnknownMethod', 'No such method “GetItems”');
    return null;
  };
  expect(await reread()).toEqual(await walked());
  entry.text = 'untold';
  expect(await reread()).toEqual(await walked());
});

test('after a reading that failed or was cut short, nothing is remembered that was not read', async () => {
  await reread();
  expect(await following.read(root(), plenty, { ...patient, signal: AbortSignal.abort() })).toMatchObject({
    ok: false,
    trouble: { kind: 'cancelled' },
  });
  button.extents = [5, 5, 5, 5];
  expect(await reread()).toEqual(await walked());
  await reread({ depth: 1 });
  button.extents = [6, 6, 6, 6];
  expect(await reread()).toEqual(await walked());
});

test('more events than are kept mean that anything may have changed', () => {
  const journalist = new Journalist();
  const ref = { bus: ':1.1', path: '/a' };
  for (let told = 0; told <= 20_000; told += 1) journalist.write({ kind: 'bounds_changed', ref });
  journalist.turn();
  expect(journalist.take(surveyOf([])).overflowed).toBe(true);
  journalist.turn();
  expect(journalist.take(surveyOf([]))).toMatchObject({ overflowed: false, extents: new Set() });
});

test('what is told while a reading lasts counts for the next one too', () => {
  const journalist = new Journalist();
  const extents = () => journalist.take(surveyOf([])).extents;
  journalist.turn();
  journalist.write({ kind: 'bounds_changed', ref: { bus: ':1.1', path: '/a' } });
  expect(extents()).toEqual(new Set([':1.1 /a']));
  journalist.turn();
  expect(extents()).toEqual(new Set([':1.1 /a']));
  journalist.turn();
  expect(extents()).toEqual(new Set());
});

/** A program changes as GTK 3 does, and tells what GTK 3 tells. */
type Change = (at: Part, pick: number) => void;
const changes: Readonly<Record<string, Change>> = {
  rename: (at, pick) => {
    at.name = `named ${pick}`;
  },
  state: (at, pick) => {
    at.states = [pick & ~(1 << 6), 0];
  },
  move: (at, pick) => {
    at.extents = [pick, pick, 1, 1];
    loopback.app.tell(at, 'BoundsChanged', '', 0);
  },
  type: (at, pick) => {
    at.text = 'x'.repeat(pick % 7);
    loopback.app.tell(at, 'TextChanged', 'insert', 0);
  },
  slide: (at, pick) => {
    at.number = pick;
    loopback.app.tell(at, 'PropertyChange', 'accessible-value', 0);
  },
  add: (at, pick) => {
    const child = part(43, `new ${pick}`, { interfaces: ['Component'] });
    child.parent = at;
    at.children = [...at.children, child];
    loopback.app.tell(at, 'ChildrenChanged', 'add', at.children.length - 1);
  },
  remove: (at) => {
    at.children = at.children.slice(1);
    loopback.app.tell(at, 'ChildrenChanged', 'remove', 0);
  },
};

/** Those that the program lists: a cell would have to tell what becomes of it. */
function allOf(at: Part): readonly Part[] {
  return [at, ...(at.listed ? at.children.flatMap(allOf) : [])];
}

test('whatever changes, a reading gives what a walk gives', async () => {
  const step = fc.record({
    change: fc.constantFrom(...Object.keys(changes)),
    where: fc.nat(1000),
    pick: fc.nat(1000),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(fc.array(step, { maxLength: 4 }), { maxLength: 4 }), async (rounds) => {
      for (const steps of rounds) {
        for (const { change, where, pick } of steps) {
          const all = allOf(main);
          const at = all[where % all.length];
          if (at !== undefined) changes[change]?.(at, pick);
        }
        expect(await reread()).toEqual(await walked());
      }
    }),
    { numRuns: 30 },
  );
}, 30_000);
