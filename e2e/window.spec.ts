import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { type Launched, launch } from './launch';
import { chooseDemo, chooseThinkingTime, runToEnd, type Shown, windowOf } from './window';

test.describe.configure({ mode: 'serial' });

let launched: Launched;
let shown: Shown;

test.beforeAll(async () => {
  launched = await launch();
  shown = windowOf(launched.page);
  await chooseThinkingTime(shown, '0 ms');
});

test.afterAll(async () => {
  expect(launched.pageErrors).toEqual([]);
  await launched.close();
});

test('a run is watched while it grows', async () => {
  const { run, stop, header, timeline } = shown;
  await chooseDemo(shown, 'Gather, then act');
  await shown.mode('Mixed').click();
  await run.click();
  await expect(stop).toBeVisible();
  await expect(header).toContainText('Running');
  const counts = new Set<number>();
  await expect
    .poll(
      async () => {
        counts.add(await timeline.getByRole('treeitem').count());
        return run.isVisible();
      },
      { intervals: [20], timeout: 30_000 },
    )
    .toBe(true);
  await expect(header).toContainText('Completed');
  const grown = [...counts];
  expect(grown.length).toBeGreaterThan(2);
  expect(grown).toEqual(grown.toSorted((a, b) => a - b));
});

test('the steps lead through tree, screen and messages', async () => {
  const { page, stepper, details, tab } = shown;
  const behind = page.locator('[data-place=details] [aria-busy=true]');
  const seen = { 'Tree diff': new Set<string>(), Screen: new Set<string>(), Messages: new Set<string>() };
  for (const [name, texts] of Object.entries(seen)) {
    await tab(name).click();
    await stepper.getByRole('button', { name: 'First step' }).click();
    await expect(stepper).toContainText('Step 1 of');
    const next = stepper.getByRole('button', { name: 'Next step' });
    while (await next.isEnabled()) {
      await next.click();
      await expect(behind).toHaveCount(0);
      texts.add((await details.textContent()) ?? '');
    }
    expect(texts.size, `${name} follows the steps`).toBeGreaterThan(2);
  }
  await expect(stepper.getByRole('button', { name: 'Next step' })).toBeDisabled();
  await tab('Call').click();
});

test('batch on a form finds hazards, and says which', async () => {
  await chooseDemo(shown, 'Fill in a form');
  await shown.mode('Batch').click();
  await runToEnd(shown);
  await expect(shown.header).toContainText('Batch');
  await shown.tab('Hazards').click();
  await expect(shown.details).toContainText(/ref|write/i);
  await shown.tab('Call').click();
});

test('two runs of one task stand side by side', async () => {
  const { page, rows } = shown;
  await rows.nth(0).click({ modifiers: ['ControlOrMeta'] });
  await rows.nth(1).click({ modifiers: ['ControlOrMeta'] });
  await page.getByRole('button', { name: 'Compare' }).click();
  const comparison = page.getByRole('region', { name: 'Two runs side by side' });
  await expect(comparison.getByRole('row', { name: /^Wall time/ })).toBeVisible();
  await expect(comparison.getByRole('img')).toHaveCount(2);
  await comparison.getByRole('button', { name: 'Back to the run' }).click();
  await expect(comparison).toBeHidden();
});

test('a run is renamed, deleted and brought back', async () => {
  const { page, runs, rows, header } = shown;
  await rows.nth(0).click();
  await runs.focus();
  await page.keyboard.press('F2');
  await page.getByRole('textbox', { name: /^New name of/ }).fill('The last one');
  await page.keyboard.press('Enter');
  await expect(header).toContainText('The last one');
  await expect(rows.nth(0)).toContainText('The last one');
  const count = await runs.getAttribute('aria-rowcount');
  await runs.focus();
  await page.keyboard.press('Delete');
  await expect(header).toBeHidden();
  await expect(runs).toHaveAttribute('aria-rowcount', String(Number(count) - 1));
  await page.keyboard.press('ControlOrMeta+Z');
  await expect(runs).toHaveAttribute('aria-rowcount', String(count));
  await expect(rows.nth(0)).toContainText('The last one');
});

test('text is copied to the clipboard of the system', async () => {
  const { page, rows, tab } = shown;
  await rows.nth(0).click();
  await tab('Raw').click();
  await page.getByRole('button', { name: /^Copy/ }).first().click();
  await expect(page.getByRole('button', { name: 'Copied' })).toBeVisible();
  const copied = await launched.app.evaluate(({ clipboard }) => clipboard.readText());
  expect(copied.length).toBeGreaterThan(10);
  await tab('Call').click();
});

test('a run in the middle of its thoughts is stopped by the button, and by Escape from the task', async () => {
  const { page, run, stop, task, header } = shown;
  await chooseThinkingTime(shown, '4000 ms');
  await run.click();
  await expect(header).toContainText('Running');
  await stop.click();
  await expect(run).toBeVisible();
  await expect(header).toContainText('Stopped');

  await task.focus();
  await page.keyboard.press('ControlOrMeta+Enter');
  await expect(stop).toBeVisible();
  await expect(task).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(run).toBeVisible();
  await expect(header).toContainText('Stopped');
});

test('a window that is loaded again in the middle of a run finds it', async () => {
  const { page, run, stop, header } = shown;
  await run.click();
  await expect(header).toContainText('Running');
  await page.reload();
  await expect(stop).toBeVisible();
  await expect(header).toContainText('Running');
  await page.keyboard.press('Escape');
  await expect(run).toBeVisible();
  await expect(header).toContainText('Stopped');
});

test('the next window begins with what was last run', async () => {
  const home = await mkdtemp(join(tmpdir(), 'interlock-next-'));
  const first = await launch({ home });
  const before = windowOf(first.page);
  await chooseThinkingTime(before, '0 ms');
  await chooseDemo(before, 'Two writers');
  await before.mode('Sequential').click();
  await runToEnd(before);
  await first.close();

  const second = await launch({ home });
  const after = windowOf(second.page);
  await expect(second.page.getByRole('combobox', { name: /Two writers/ })).toBeVisible();
  await expect(after.mode('Sequential')).toHaveAttribute('aria-checked', 'true');
  await expect(after.rows).toHaveCount(1);
  await second.close();
  await rm(home, { recursive: true, force: true, maxRetries: 3 });
});
