import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { printTable, summary } from '../bench/measure';
import { reduce } from '../src-main/contract/reduce';
import { stepCursors } from '../src-main/contract/steps';
import type { TraceEvent } from '../src-main/contract/trace-event';
import { emptyModel, type TraceModel } from '../src-main/contract/trace-model';
import { type Launched, launch } from './launch';
import { writeLongRecording } from './long-recording';
import { cursorOnRuler, drag, thumbOfSteps } from './scrub';

let events: readonly TraceEvent[];
let turns: number;
let steps: number;
let folder: string;
let launched: Launched;

test.beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'interlock-long-'));
  const written = await writeLongRecording(folder, 10_000);
  events = written.events;
  turns = events.filter((event) => event.type === 'turn-started').length;
  steps = stepCursors(events).length;
  launched = await launch({ args: [written.file] });
});

test.afterAll(async () => {
  await launched.close();
  await rm(folder, { recursive: true, force: true });
});

test('a trace of 10,000 events opens whole, and every turn and step of it can be reached', async () => {
  const { page, pageErrors } = launched;
  await expect(page.getByText(`Step ${steps} of ${steps}`)).toBeVisible();
  const timeline = page.getByRole('tree', { name: 'Turns and their calls' });
  await expect(timeline.getByRole('treeitem', { level: 1 }).last()).toHaveAttribute(
    'aria-posinset',
    `${turns}`,
  );
  await timeline.focus();
  await page.keyboard.press('Home');
  await expect(page.getByText(`Step 1 of ${steps}`)).toBeVisible();
  await page.keyboard.press('End');
  await expect(page.getByText(`Step ${steps} of ${steps}`)).toBeVisible();
  expect(pageErrors).toEqual([]);
});

test('what a frame takes while a person moves about, printed', async () => {
  const { page } = launched;
  await page.keyboard.press('0');
  const rows = [columns];
  for (const movement of movements) {
    const took = await framesOf(page, movement);
    expect(took).toHaveLength(frames);
    rows.push(rowOf(movement.name, took));
  }
  printTable(rows);
});

test('what a frame takes while a person scrubs through all of it, printed; and what is shown in the end', async () => {
  test.setTimeout(180_000);
  const { page, pageErrors } = launched;
  await page.keyboard.press('0');
  const rows = [[...columns, 'details a second']];
  for (const tab of ['Call', 'Tree diff', 'Messages']) {
    for (const [name, grip] of Object.entries({ cursor: cursorOnRuler, slider: thumbOfSteps })) {
      await page.getByRole('tab', { name: tab, exact: true }).click();
      const { took, details } = await drag(page, await grip(page), 2 * frames);
      expect(took).toHaveLength(2 * frames);
      const seconds = took.reduce((sum, each) => sum + each, 0) / 1000;
      rows.push([...rowOf(`drag the ${name}, ${tab} open`, took), (details / seconds).toFixed(0)]);
      await expectTruth(page, tab);
    }
  }
  printTable(rows);
  expect(pageErrors).toEqual([]);
});

/** What the window says of the moment that it says it shows, against the run's events up to there. */
async function expectTruth(page: Page, tab: string): Promise<void> {
  const open = page.getByRole('tabpanel');
  await expect(page.getByText(/^Step \d+ of/)).toBeVisible();
  await page.getByRole('tab', { name: 'Raw', exact: true }).click();
  let cursor = 0;
  // The details follow the cursor at a pace that can be read: they agree with the stepper once it rests.
  await expect(async () => {
    const said = await open.getByText(/^[\d,]+ of 10,000$/).textContent();
    cursor = Number((said ?? '').replace(/ of.*|,/g, ''));
    expect(cursor).toBeGreaterThan(5000);
    const done = stepCursors(events.slice(0, cursor)).length;
    await expect(page.getByText(`Step ${done} of ${steps}`)).toBeVisible({ timeout: 100 });
  }).toPass({ timeout: 10_000 });
  const model = events.slice(0, cursor).reduce(reduce, emptyModel);
  await page.getByRole('tab', { name: tab, exact: true }).click();
  await expect(open).toContainText(told(tab, model));
}

function told(tab: string, model: TraceModel): string {
  if (tab === 'Messages') return `${model.turns.length} turns`;
  if (tab === 'Tree diff') return model.snapshots.at(-1)?.handle.id ?? 'no snapshot';
  const event = events[model.cursor - 1];
  if (event === undefined || !('turn' in event)) return 'Run';
  if (!('callId' in event)) return `turn ${event.turn}`;
  const call = model.turns[event.turn - 1]?.calls.find((each) => each.id === event.callId);
  return `turn ${event.turn}, call ${(call?.index ?? Number.NaN) + 1}`;
}

const columns = ['10,000 events', 'median', 'p90', 'frames a second', 'frames over 20 ms'];

function rowOf(name: string, took: readonly number[]): string[] {
  const { median, p90 } = summary(took);
  return [
    name,
    `${median.toFixed(1)} ms`,
    `${p90.toFixed(1)} ms`,
    (1000 / mean(took)).toFixed(0),
    `${((100 * took.filter((each) => each > 20).length) / took.length).toFixed(0)}%`,
  ];
}

const frames = 120;

interface Movement {
  readonly name: string;
  readonly type: 'wheel' | 'keydown';
  /** Of the event that is sent in each frame. */
  readonly says: Readonly<Record<string, string | number | boolean>>;
}

const movements: readonly Movement[] = [
  { name: 'pan', type: 'wheel', says: { deltaY: 30, shiftKey: true } },
  { name: 'zoom in', type: 'wheel', says: { deltaY: -12, ctrlKey: true } },
  { name: 'zoom out', type: 'wheel', says: { deltaY: 12, ctrlKey: true } },
  { name: 'scroll', type: 'wheel', says: { deltaY: 60 } },
  { name: 'step back', type: 'keydown', says: { key: 'ArrowLeft' } },
];

/** Sends the event once a frame. @returns milliseconds from each frame to the next */
function framesOf(page: Page, { type, says }: Movement): Promise<number[]> {
  return page.locator('[data-timeline] canvas').evaluate(
    (canvas, told) =>
      new Promise<number[]>((resolve) => {
        const box = canvas.getBoundingClientRect();
        const middle = { clientX: box.left + box.width / 2, clientY: box.top + box.height / 2 };
        const took: number[] = [];
        let last = 0;
        const next = (now: number) => {
          if (last > 0) took.push(now - last);
          last = now;
          if (took.length === told.frames) {
            resolve(took);
            return;
          }
          const init = { ...told.says, ...middle, bubbles: true, cancelable: true };
          canvas.dispatchEvent(
            told.type === 'wheel' ? new WheelEvent('wheel', init) : new KeyboardEvent('keydown', init),
          );
          requestAnimationFrame(next);
        };
        requestAnimationFrame(next);
      }),
    { type, says, frames },
  );
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
