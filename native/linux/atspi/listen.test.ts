import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import type { AccessibleEvent } from './events';
import { listen } from './listen';
import { type Loopback, patient, startLoopback } from './loopback.fixture';
import { type LoopbackBus, startLoopbackBus } from './loopback-bus.fixture';
import { part } from './loopback-part.fixture';

let bus: LoopbackBus;
let loopback: Loopback;
const button = part(43, 'Go');
const main = part(23, 'Main', { children: [button] });

beforeAll(async () => {
  bus = await startLoopbackBus();
});
beforeEach(async () => {
  loopback = await startLoopback(bus, [main]);
});
afterEach(() => loopback.end());
afterAll(() => bus.end());

async function heardBy(of: string) {
  const listening = await listen(loopback.line, patient);
  if (!listening.ok) throw new Error(listening.trouble.sentence);
  const events: AccessibleEvent[] = [];
  const stop = listening.value.onEvent(of, (event) => events.push(event));
  return { listening: listening.value, events, stop };
}

test('events are typed, and none tells what a text says', async () => {
  const { app } = loopback;
  const { events } = await heardBy(app.bus);
  app.tell(main, 'ChildrenChanged', 'add', 1, ['(so)', [app.bus, button.path]]);
  app.tell(main, 'ChildrenChanged', 'remove', 0);
  app.tell(button, 'StateChanged', 'focused', 1);
  app.tell(button, 'PropertyChange', 'accessible-name', 0, ['s', 'Went']);
  app.tell(button, 'TextChanged', 'insert', 0, ['s', 'hunter2']);
  app.tell(button, 'BoundsChanged', '', 0, ['(iiii)', [1, 2, 3, 4]]);
  app.tell(button, 'SelectionChanged', '', 0);
  app.tell(button, 'TextCaretMoved', '', 3);
  app.tell(main, 'Create', '', 0);
  await vi.waitUntil(() => events.length >= 9);
  const at = { bus: app.bus, path: button.path };
  const within = { bus: app.bus, path: main.path };
  expect(events).toEqual([
    { kind: 'children_changed', ref: within, change: 'added', index: 1, child: at },
    { kind: 'children_changed', ref: within, change: 'removed', index: 0, child: null },
    { kind: 'state_changed', ref: at, state: 'focused', on: true },
    { kind: 'property_changed', ref: at, property: 'accessible-name' },
    { kind: 'text_changed', ref: at },
    { kind: 'bounds_changed', ref: at },
    { kind: 'selection_changed', ref: at },
    { kind: 'other', ref: at, what: 'TextCaretMoved' },
    { kind: 'window', ref: within, what: 'create' },
  ]);
});

test('each listener hears of one program, until it stops', async () => {
  const { app } = loopback;
  const ours = await heardBy(app.bus);
  const others: AccessibleEvent[] = [];
  ours.listening.onEvent(':1.999', (event) => others.push(event));
  app.tell(button, 'StateChanged', 'focused', 1);
  await vi.waitUntil(() => ours.events.length > 0);
  ours.stop();
  const later: AccessibleEvent[] = [];
  ours.listening.onEvent(app.bus, (event) => later.push(event));
  app.tell(button, 'StateChanged', 'focused', 0);
  await vi.waitUntil(() => later.length > 0);
  expect(ours.events).toHaveLength(1);
  expect(others).toEqual([]);
});

test('programs are asked to tell, and to stop telling', async () => {
  const { app } = loopback;
  const { listening } = await heardBy(app.bus);
  expect(await listening.close(patient)).toEqual({ ok: true, value: null });
  const asked = app.heard.filter(({ member }) => member.startsWith('Registry.'));
  expect(asked.map(({ member, body }) => `${member} ${String(body[0])}`)).toEqual([
    'Registry.RegisterEvent object:',
    'Registry.RegisterEvent window:',
    'Registry.DeregisterEvent object:',
    'Registry.DeregisterEvent window:',
  ]);
});
