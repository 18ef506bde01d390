import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { sampleTrace } from '../bench/sample-trace';
import { type Launched, launch } from './launch';
import { windowOf } from './window';

let folder: string;
let long: string;
let short: string;
let damaged: string;
let foreign: string;
let launched: Launched;

test.beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'interlock-files-'));
  long = join(folder, 'ten-thousand.jsonl');
  damaged = join(folder, 'damaged.jsonl');
  short = join(folder, 'three-hundred.jsonl');
  foreign = join(folder, 'picture.png');
  await writeFile(long, recording(10_000));
  await writeFile(short, recording(300));
  await writeFile(foreign, Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'));
  await writeFile(damaged, 'this is not a recording\n');
  launched = await launch();
});

function recording(events: number): string {
  const lines = sampleTrace({ events, mode: 'mixed', seed: 7, ended: true });
  return lines.map((event) => `${JSON.stringify(event)}\n`).join('');
}

test.afterAll(async () => {
  await launched.close();
  await rm(folder, { recursive: true, force: true });
});

/** The system's dialog, answered by the test: nothing of it can be driven. */
function choosing(path: string | null): Promise<void> {
  return launched.app.evaluate(({ dialog }, chosen) => {
    dialog.showOpenDialog = () =>
      Promise.resolve({ canceled: chosen === null, filePaths: chosen === null ? [] : [chosen] });
  }, path);
}

test('ten thousand events are opened from the menu, and stepped through', async () => {
  const { page, app } = launched;
  const { header, stepper } = windowOf(page);
  await choosing(long);
  await app.evaluate(({ Menu }) => {
    Menu.getApplicationMenu()?.getMenuItemById('open-trace')?.click();
  });
  await expect(header).toContainText('ten-thousand');
  await expect(header).toContainText('From a file');
  await stepper.getByRole('button', { name: 'Previous step' }).click();
  await expect(stepper).toContainText(/Step [\d,]+ of [\d,]+/);
  await expect(page.getByRole('grid', { name: 'Recorded runs' })).toBeHidden();
});

test('a file that is no recording is told as it is, and what is open stays', async () => {
  const { page } = launched;
  await choosing(damaged);
  await page.keyboard.press('ControlOrMeta+O');
  await expect(page.getByRole('alert')).toBeVisible();
  await expect(windowOf(page).header).toContainText('ten-thousand');
  await page.getByRole('region', { name: 'Notes' }).getByRole('button', { name: 'Close' }).click();
});

test('a dialog that is cancelled changes nothing', async () => {
  const { page } = launched;
  await choosing(null);
  await page.keyboard.press('ControlOrMeta+O');
  await expect(windowOf(page).header).toContainText('ten-thousand');
  await expect(page.getByRole('alert')).toHaveCount(0);
});

/** Lets go of a file of this machine over the window, as the file manager of a desktop does. */
async function drop(path: string): Promise<void> {
  const { page } = launched;
  const session = await page.context().newCDPSession(page);
  const data = { items: [], files: [path], dragOperationsMask: 1 };
  const send = (type: 'dragEnter' | 'dragOver' | 'drop') =>
    session.send('Input.dispatchDragEvent', { type, x: 300, y: 300, data });
  await send('dragEnter');
  await send('dragOver');
  await expect(page.getByText('Drop a recording to open it')).toBeVisible();
  await send('drop');
  await expect(page.getByText('Drop a recording to open it')).toBeHidden();
  await session.detach();
}

test('a recording that is dropped on the window is opened', async () => {
  const { page } = launched;
  await drop(short);
  await expect(windowOf(page).header).toContainText('three-hundred');
  await expect(windowOf(page).header).toContainText('From a file');
});

test('a foreign file that is dropped on the window is told as it is, and what is open stays', async () => {
  const { page } = launched;
  await drop(foreign);
  await expect(page.getByRole('alert')).toContainText('not a recording');
  await expect(windowOf(page).header).toContainText('three-hundred');
  await page.getByRole('region', { name: 'Notes' }).getByRole('button', { name: 'Close' }).click();
});

test('what is dropped and is no file of this machine is refused in words', async () => {
  const { page } = launched;
  await page.evaluate(() => {
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File(['{}'], 'from-a-page.jsonl'));
    const init = { dataTransfer, bubbles: true, cancelable: true };
    window.dispatchEvent(new DragEvent('dragover', init));
  });
  await expect(page.getByText('Drop a recording to open it')).toBeVisible();
  await page.evaluate(() => {
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File(['{}'], 'from-a-page.jsonl'));
    window.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));
  });
  await expect(page.getByRole('alert')).toContainText('"from-a-page.jsonl" is not a file on this machine.');
  await expect(page.getByText('Drop a recording to open it')).toBeHidden();
});

test('the command line opens a recording, and runs a demo', async () => {
  const opened = await launch({ args: [long] });
  await expect(windowOf(opened.page).header).toContainText('ten-thousand');
  await opened.close();

  const running = await launch({ args: ['--demo', 'four-reads', '--mode', 'batch', '--thinking', '0'] });
  const { header, run, page } = windowOf(running.page);
  await expect(header).toContainText('Completed');
  await expect(run).toBeVisible();
  await expect(page.getByRole('combobox', { name: /Four reads/ })).toBeVisible();
  await running.close();
});
