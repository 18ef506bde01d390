import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import type { Scenario } from '../native/macos/lane/simulated-lane.fixture';
import { buildSimulator } from '../native/macos/simulator/build';
import type { ElementRef } from '../src-main/contract/ids';
import {
  type Answer,
  type LoopbackModel,
  loopbackModel,
  type Scripted,
} from '../src-main/providers/loopback-model.fixture';
import { keysToFrames } from './keys-to-frames';
import { type Launched, launch } from './launch';
import { buildAppOnMac } from './mac-lane/build';
import { hangsOnStuck, notes } from './mac-lane/notes';
import { lastResults, textOf } from './messages-api';
import { calls, ends, refIn } from './model-calls';
import { windowOf } from './window';

test.describe.configure({ timeout: 60_000 });

const ROOT = resolve(import.meta.dirname, '..');

let entry: string;
let library: string;
let home: string;
/** A process that stands in for the program: whether it runs is asked of the system. */
let standIn: ChildProcess;
let server: LoopbackModel;
let launched: Launched | null = null;

test.beforeAll(async () => {
  const built = await buildSimulator();
  test.skip(!built.ok, built.ok ? '' : built.failure.sentence);
  if (!built.ok) return;
  library = built.library;
  entry = await buildAppOnMac();
});

test.beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'interlock-mac-'));
  standIn = spawn('sleep', ['600'], { stdio: 'ignore' });
});

test.afterEach(async () => {
  await launched?.close();
  launched = null;
  await server.close();
  standIn.kill();
  await rm(home, { recursive: true, force: true, maxRetries: 3 });
});

/** The window on a simulated Mac, where a model that answers as the script says has been given the program. */
async function onNotes(script: readonly Scripted[], change: Partial<Scenario> = {}) {
  server = await loopbackModel(script);
  const scenario: Scenario = { library, script: notes(standIn.pid ?? 0), faults: [], effects: [], ...change };
  const file = join(home, 'scenario.json');
  await writeFile(file, JSON.stringify(scenario));
  await writeFile(
    join(home, 'settings.json'),
    JSON.stringify({ provider: 'anthropic', anthropicBaseUrl: server.baseUrl }),
  );
  launched = await launch({
    entry,
    home,
    env: {
      INTERLOCK_SIMULATED_LIBRARY: library,
      INTERLOCK_SIMULATED_SCENARIO: file,
      ANTHROPIC_API_KEY: 'sk-ant-test-0123456789abcdefghij',
    },
  });
  const shown = windowOf(launched.page);
  await shown.page.getByRole('button', { name: /^Target:/ }).click();
  await shown.page.getByRole('option', { name: /^Notes/ }).click();
  await shown.task.fill('Do what the test says');
  await shown.run.click();
  return { ...shown, app: launched.app };
}

/** The processes that Electron runs lanes in. */
async function lanes(): Promise<readonly number[]> {
  if (launched === null) throw new Error('The app is launched first.');
  return launched.app.evaluate(({ app }) =>
    app
      .getAppMetrics()
      .filter(({ name }) => name === 'Interlock lane')
      .map(({ pid }) => pid),
  );
}

const looks = calls('toolu_look', 'snapshot', {});

const presses =
  (name: string): Scripted =>
  (asked) =>
    calls(`toolu_press_${name}`, 'click', {
      ref: refIn(asked, (role, called) => role === 'button' && called === name),
    });

const isField = (role: string) => role === 'textbox';

/** What the model was told after so many turns. */
function told(turns: number): string {
  const asked = server.asked[turns];
  if (asked === undefined) throw new Error(`The model was not asked after ${turns} turns.`);
  return lastResults(asked).map(textOf).join('\n');
}

async function expectAtHand(page: Page): Promise<void> {
  const took = await keysToFrames(page, 20);
  expect(took.length).toBeGreaterThanOrEqual(19);
  expect(took[10]).toBeLessThan(100);
}

test('a lane in a utility process reads, acts, and reads back', async () => {
  const shown = await onNotes([
    looks,
    presses('Save'),
    looks,
    (asked) => calls('toolu_set', 'set_value', { ref: refIn(asked, isField), value: 'new 🙂' }),
    ends,
  ]);
  await expect.poll(() => server.asked.length, { timeout: 30_000 }).toBe(5);
  await expect(shown.run).toBeVisible();
  expect(told(1)).toContain('button "Save"');
  expect(told(2)).toMatch(/Done: the change was seen\.[^]*text "Saved"/);
  expect(told(4)).toMatch(/Done: the change was seen\.[^]*= "new 🙂"/);
  expect(await lanes(), 'one for the program, and one for the system').toHaveLength(2);
});

test('a program that never answers a press holds up its own call, and not the window', async () => {
  const shown = await onNotes([looks, presses('Stuck'), looks, ends], { faults: [hangsOnStuck] });
  await expect.poll(() => server.asked.length, { timeout: 30_000 }).toBe(2);
  await expectAtHand(shown.page);
  expect(server.asked.length, 'the call still waited while the keys were pressed').toBe(2);
  await expect.poll(() => server.asked.length, { timeout: 30_000 }).toBe(4);
  await expect(shown.run).toBeVisible();
  expect(told(2)).toMatch(/^delivery_unknown:[^]*the button "Stuck"/);
  expect(told(3)).toMatch(/^program_hung:/);
});

test('a lane that hangs is ended and another takes its place, where no ref of the old one is any good', async () => {
  let stopped = () => {};
  const gate = new Promise<void>((resolve) => {
    stopped = resolve;
  });
  let save: ElementRef | null = null;
  const shown = await onNotes([
    looks,
    (asked) => {
      save = refIn(asked, (role, name) => role === 'button' && name === 'Save');
      return once(gate, looks);
    },
    looks,
    () => calls('toolu_old', 'click', { ref: save }),
    looks,
    presses('Save'),
    ends,
  ]);
  await expect.poll(() => server.asked.length, { timeout: 30_000 }).toBe(2);
  const before = await lanes();
  for (const pid of before) process.kill(pid, 'SIGSTOP');
  stopped();
  await expectAtHand(shown.page);
  expect(server.asked.length, 'the call still waited while the keys were pressed').toBe(2);
  await expect.poll(() => server.asked.length, { timeout: 30_000 }).toBe(7);
  await expect(shown.run).toBeVisible();
  expect(told(2)).toMatch(/^program_hung:/);
  expect(told(3)).toContain('button "Save"');
  expect(told(4)).toMatch(/^stale_ref:/);
  expect(told(6)).toMatch(/Done: the change was seen\.[^]*text "Saved"/);
  const after = await lanes();
  expect(
    after.filter((pid) => before.includes(pid)),
    'that of the system, which nobody asked',
  ).toHaveLength(1);
  expect(after).toHaveLength(2);
});

test('a lane that is killed in the middle of a call is told, and followed by another', async () => {
  const shown = await onNotes([looks, presses('Stuck'), looks, ends], { faults: [hangsOnStuck] });
  await expect.poll(() => server.asked.length, { timeout: 30_000 }).toBe(2);
  const [, program] = await lanes();
  if (program === undefined) throw new Error('The program has a lane of its own.');
  await expect(shown.timeline).toContainText('click');
  process.kill(program, 'SIGKILL');
  await expect.poll(() => server.asked.length, { timeout: 30_000 }).toBe(4);
  await expect(shown.run).toBeVisible();
  // Whether the press had been sent by then, only the lane knew.
  expect(told(2)).toMatch(/^(?:delivery_unknown|internal):[^]*The process of the lane ended/);
  expect(told(3)).toContain('button "Save"');
  expect(await lanes()).not.toContain(program);
});

test('what ships knows of no simulated Mac', async () => {
  for (const file of ['index.js', 'macos-lane.js'])
    expect(await readFile(join(ROOT, 'out/main', file), 'utf8')).not.toContain('INTERLOCK_SIMULATED');
});

/** The same answer, not before this. */
function once(open: Promise<unknown>, answer: Answer): Answer {
  return answer.kind === 'stream' ? { kind: 'stages', stages: [{ open, bytes: answer.bytes }] } : answer;
}
