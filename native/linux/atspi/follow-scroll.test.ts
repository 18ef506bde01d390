import { afterAll, beforeAll, expect, test } from 'vitest';
import { follow } from './follow';
import { listen } from './listen';
import { patient, startLoopback } from './loopback.fixture';
import { type LoopbackBus, startLoopbackBus } from './loopback-bus.fixture';
import { part } from './loopback-part.fixture';
import { applicationAt } from './ref';
import { walk } from './walk';

const plenty = { nodes: 1000, depth: 50, children: 500, milliseconds: 5000 };

let bus: LoopbackBus;

beforeAll(async () => {
  bus = await startLoopbackBus();
});
afterAll(() => bus.end());

test.each([
  ['gtk', '3.24.0', 'tells of its scroll bar'],
  ['GTK', '4.8.3', 'tells nothing, and has the number in a part of the bar'],
])('what is scrolled behind a viewport that stays is elsewhere: %s %s, which %s', async (name, version) => {
  const component = { interfaces: ['Component'] };
  const row = part(32, 'Row', component);
  const view = part(68, 'View', {
    ...component,
    children: [part(98, 'Rows', { ...component, children: [row] })],
  });
  const numbered = { interfaces: ['Component', 'Value'], number: 0 };
  const range = part(20, 'Range', name === 'GTK' ? numbered : component);
  const bar = part(48, 'Bar', { ...(name === 'GTK' ? component : numbered), children: [range] });
  const main = part(23, 'Main', {
    ...component,
    children: [part(49, 'Pane', { ...component, children: [view, bar] })],
  });
  const { line, app, end } = await startLoopback(bus, [main]);
  const listening = await listen(line, patient);
  if (!listening.ok) throw new Error(listening.trouble.sentence);
  const following = follow(line, { bus: app.bus, toolkit: { name, version } }, listening.value);
  const root = applicationAt(app.bus);
  try {
    await following.read(root, plenty, patient);
    row.extents = [0, -50, 10, 10];
    (name === 'GTK' ? range : bar).number = 50;
    if (name === 'gtk') app.tell(bar, 'PropertyChange', 'accessible-value', 0);
    expect(await following.read(root, plenty, patient)).toEqual(await walk(line, root, plenty, patient));
  } finally {
    following.stop();
    await end();
  }
});
