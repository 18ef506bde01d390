import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { press, select, setText } from './act';
import { type Loopback, never, patient, startLoopback } from './loopback.fixture';
import { Refusal } from './loopback-app.fixture';
import { type LoopbackBus, startLoopbackBus } from './loopback-bus.fixture';
import { type Given, part } from './loopback-part.fixture';
import { statesOf } from './states';

let bus: LoopbackBus;
let loopback: Loopback | null = null;

beforeAll(async () => {
  bus = await startLoopbackBus();
});
afterEach(() => loopback?.end());
afterAll(() => bus.end());

async function started(given: Given) {
  const at = part(43, 'Go', given);
  const { app, line } = (loopback = await startLoopback(bus, [part(23, 'Main', { children: [at] })]));
  return { app, line, at, identity: app.identityOf(at) };
}

const clickable: Given = { interfaces: ['Action'], actions: ['click'] };
const doneTo = ({ app }: Pick<Loopback, 'app'>) =>
  app.heard.filter(({ member }) => /DoAction|SetTextContents|SelectChild/.test(member));

test('an action is done once, after a look at the state, and says what the program said', async () => {
  const { app, line, identity, at } = await started(clickable);
  expect(await press(line, identity, 0, patient)).toEqual({ ok: true, value: { kind: 'accepted' } });
  expect(doneTo({ app })).toEqual([{ member: 'Action.DoAction', path: at.path, body: [0] }]);
  expect(await press(line, identity, 1, patient)).toMatchObject({ ok: true, value: { kind: 'declined' } });
});

test('an element that is defunct, gone, or none at all has nothing done to it', async () => {
  const { app, line, identity, at } = await started(clickable);
  at.states = statesOf('defunct');
  expect(await press(line, identity, 0, patient)).toMatchObject({ ok: false, trouble: { kind: 'gone' } });
  expect(await press(line, `${identity}0`, 0, patient)).toMatchObject({
    ok: false,
    trouble: { kind: 'gone' },
  });
  expect(await press(line, 'nothing', 0, patient)).toMatchObject({ ok: false, trouble: { kind: 'gone' } });
  expect(doneTo({ app })).toEqual([]);
});

test('what the program has no means for, or refuses, is declined', async () => {
  const { app, line, identity } = await started({});
  expect(await setText(line, identity, 'x', patient)).toMatchObject({
    ok: true,
    value: { kind: 'declined', why: { kind: 'unsupported' } },
  });
  app.meddle = ({ member }) => {
    if (member === 'Selection.SelectChild') throw new Refusal('Failed', 'No.');
    return null;
  };
  expect(await select(line, identity, 0, patient)).toMatchObject({
    ok: true,
    value: { kind: 'declined', why: { kind: 'refused' } },
  });
});

test('no answer to an action is unknown, and it is not done again', async () => {
  const { app, line, identity } = await started(clickable);
  app.meddle = ({ member }) => (member === 'Action.DoAction' ? new Promise(() => {}) : null);
  expect(await press(line, identity, 0, { limitMs: 60, signal: never })).toMatchObject({
    ok: true,
    value: { kind: 'unknown', why: { kind: 'timed_out' } },
  });
  expect(doneTo({ app })).toHaveLength(1);
});

test('a program that ends while it acts leaves it unknown; one that had ended did nothing', async () => {
  const { app, line, identity } = await started(clickable);
  app.meddle = ({ member }) => {
    if (member !== 'Action.DoAction') return null;
    void app.leave();
    return new Promise(() => {});
  };
  expect(await press(line, identity, 0, patient)).toMatchObject({
    ok: true,
    value: { kind: 'unknown', why: { kind: 'app_gone' } },
  });
  expect(await press(line, identity, 0, patient)).toMatchObject({ ok: false, trouble: { kind: 'app_gone' } });
});
