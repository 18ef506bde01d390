import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { printTable, summary } from '../bench/measure';
import { sampleTrace } from '../bench/sample-trace';
import { stepCursors } from '../src-main/contract/steps';
import { type Launched, launch } from './launch';

const events = sampleTrace({ events: 10_000, mode: 'batch', seed: 11, ended: true });
const turns = events.filter((event) => event.type === 'turn-started').length;
const steps = stepCursors(events).length;

let folder: string;
let launched: Launched;

test.beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'interlock-long-'));
  const file = join(folder, 'trace.jsonl');
  await writeFile(file, `${events.map((event) => JSON.stringify(event)).join('\n')}\n`);
  launched = await launch({ args: [file] });
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
  const rows = [['10,000 events', 'median', 'p90', 'frames a second']];
  for (const movement of movements) {
    const took = await framesOf(page, movement);
    expect(took).toHaveLength(frames);
    const { median, p90 } = summary(took);
    rows.push([
      movement.name,
      `${median.toFixed(1)} ms`,
      `${p90.toFixed(1)} ms`,
      (1000 / mean(took)).toFixed(0),
    ]);
  }
  printTable(rows);
});

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
