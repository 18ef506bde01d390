import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { type Loopback, never, startLoopback } from './loopback.fixture';
import { Refusal } from './loopback-app.fixture';
import { type LoopbackBus, startLoopbackBus } from './loopback-bus.fixture';
import { type Part, part } from './loopback-part.fixture';
import type { Budget, RawNode } from './raw-tree';
import { applicationAt } from './ref';
import { statesOf } from './states';
import { walk } from './walk';

let bus: LoopbackBus;
let loopback: Loopback | null = null;

beforeAll(async () => {
  bus = await startLoopbackBus();
});
afterEach(() => loopback?.end());
afterAll(() => bus.end());

const plenty: Budget = { nodes: 1000, depth: 50, children: 500, milliseconds: 5000 };

async function started(...windows: readonly Part[]) {
  const { app, line } = (loopback = await startLoopback(bus, windows));
  const root = applicationAt(app.bus);
  return {
    app,
    walked: (budget: Partial<Budget> = {}, limitMs = 2000, signal = never) =>
      walk(line, root, { ...plenty, ...budget }, { limitMs, signal }),
  };
}

async function nodesOf(walked: ReturnType<typeof walk>): Promise<readonly RawNode[]> {
  const tree = await walked;
  if (!tree.ok) throw new Error(tree.trouble.sentence);
  return tree.value.nodes;
}

const outline = (nodes: readonly RawNode[]) =>
  nodes.map(({ parent, role, name, hole }) => [parent, role, name, hole].join(' '));

test('a tree comes in preorder, with what each kind of element can be asked', async () => {
  const entry = part(79, 'Name', {
    interfaces: ['Text', 'EditableText', 'Component'],
    text: 'Zoë 😀',
    extents: [1, 2, 3, 4],
    states: [2 ** 7, 0],
  });
  const slider = part(51, 'Size', { interfaces: ['Value'], number: 0.5 });
  const button = part(43, 'Go', { interfaces: ['Action', 'Component'], actions: ['click'] });
  const { walked, app: whole } = await started(
    part(23, 'Main', { children: [part(39, '', { children: [entry] }), slider, button] }),
  );
  const nodes = await nodesOf(walked());
  expect(outline(nodes)).toEqual([
    '-1 application loopback ',
    '0 frame Main ',
    '1 panel  ',
    '2 entry Name ',
    '1 slider Size ',
    '1 push_button Go ',
  ]);
  expect(nodes[3]).toMatchObject({
    identity: whole.identityOf(entry),
    value: { kind: 'text', text: 'Zoë 😀', length: 5 },
    extents: { x: 1, y: 2, width: 3, height: 4 },
    states: statesOf('editable'),
  });
  expect(nodes[4]).toMatchObject({ value: { kind: 'number', number: 0.5 }, extents: null });
  expect(nodes[5]).toMatchObject({ value: null, extents: { x: 0, y: 0, width: 0, height: 0 } });
});

test('nothing is asked of an element that it does not list', async () => {
  const { walked, app: whole } = await started(part(23, 'Main'));
  await nodesOf(walked());
  const walking = whole.heard.filter(({ path }) => path.startsWith('/org/a11y/atspi/accessible/'));
  expect(new Set(walking.map(({ member }) => member.split(/[.:]/)[0]))).toEqual(new Set(['Accessible']));
});

test('no text of a password is asked for, nor of what is within it', async () => {
  const within = part(61, '', { interfaces: ['Text'], text: 'hunter2', states: [2 ** 7, 0] });
  const secret = part(40, 'Password', { interfaces: ['Text', 'Value'], text: 'hunter2', children: [within] });
  const { walked, app: whole } = await started(part(23, 'Main', { children: [secret] }));
  const nodes = await nodesOf(walked());
  expect(nodes).toHaveLength(4);
  expect(nodes.map(({ value }) => value)).toEqual([null, null, null, null]);
  expect(whole.heard.filter(({ member }) => /^(Text|Value)/.test(member))).toEqual([]);
});

test('children that are not counted are asked for', async () => {
  const { walked } = await started(part(23, 'Main', { childCount: -1, children: [part(43, 'Go')] }));
  expect(outline(await nodesOf(walked()))).toContain('1 push_button Go ');
});

test('what no budget is left for is a hole', async () => {
  const many = () => [1, 2, 3, 4].map((each) => part(43, String(each)));
  const { walked } = await started(part(23, 'Main', { children: [part(39, 'Panel', { children: many() })] }));
  expect(outline(await nodesOf(walked({ children: 2 })))).toEqual([
    '-1 application loopback ',
    '0 frame Main ',
    '1 panel Panel child_budget',
    '2 push_button 1 ',
    '2 push_button 2 ',
  ]);
  expect(outline(await nodesOf(walked({ nodes: 4 }))).slice(2)).toEqual([
    '1 panel Panel node_budget',
    '2 push_button 1 ',
  ]);
  expect(outline(await nodesOf(walked({ depth: 2 }))).slice(2)).toEqual(['1 panel Panel depth_budget']);
});

test('an element that goes away meanwhile is not in the tree, and one that cannot be read is a hole', async () => {
  const [gone, refusing] = [part(43, 'Gone'), part(43, 'Refusing')];
  const defunct = part(43, 'Defunct', { states: [...statesOf('defunct')] });
  const { walked, app: whole } = await started(
    part(23, 'First', { children: [gone, defunct] }),
    part(23, 'Second', { children: [refusing] }),
  );
  whole.meddle = ({ path, member }) => {
    if (path === gone.path) throw new Refusal('UnknownMethod', `Object does not exist at path “${path}”`);
    if (path === refusing.path && member === 'Accessible.GetState') throw new Refusal('Failed', 'Not now.');
    return null;
  };
  expect(outline(await nodesOf(walked()))).toEqual([
    '-1 application loopback ',
    '0 frame First ',
    '0 frame Second unreadable',
  ]);
});

test('time that runs out ends the walk with what there is', async () => {
  const slow = part(43, 'Slow');
  const { walked, app: whole } = await started(part(23, 'Main', { children: [slow, part(43, 'Quick')] }));
  whole.meddle = ({ path }) => (path === slow.path ? new Promise(() => {}) : null);
  expect(outline(await nodesOf(walked({ milliseconds: 150 })))).toEqual([
    '-1 application loopback ',
    '0 frame Main time_budget',
    '1 push_button Quick ',
  ]);
});

test('a program that answers nothing, has left, or is not waited for is a trouble', async () => {
  const { walked, app: whole } = await started(part(23, 'Main'));
  whole.meddle = () => new Promise(() => {});
  expect(await walked({}, 50)).toMatchObject({ ok: false, trouble: { kind: 'timed_out' } });
  expect(await walked({ milliseconds: 50 })).toMatchObject({ ok: false, trouble: { kind: 'timed_out' } });
  const stop = new AbortController();
  const stopped = walked({}, 2000, stop.signal);
  stop.abort();
  expect(await stopped).toMatchObject({ ok: false, trouble: { kind: 'cancelled' } });
  const asked = walked();
  await whole.leave();
  expect(await asked).toMatchObject({ ok: false, trouble: { kind: 'app_gone' } });
  expect(await walked()).toMatchObject({ ok: false, trouble: { kind: 'app_gone' } });
});
