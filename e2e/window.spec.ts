import { expect, test } from '@playwright/test';
import { type Launched, launch } from './launch';
import { chooseDemo, chooseThinkingTime, modeNames, runToEnd, type Shown, windowOf } from './window';

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

const demos = ['Four reads', 'Fill in a form', 'Click and read at once', 'Two writers', 'Gather, then act'];

for (const title of demos) {
  for (const mode of modeNames) {
    test(`${title}, ${mode}: is watched live and stays in the list`, async () => {
      await chooseDemo(shown, title);
      await shown.mode(mode).click();
      await runToEnd(shown);
      await expect(shown.header).toContainText('Completed');
      await expect(shown.header).toContainText(mode);
      expect(await shown.timeline.getByRole('treeitem').count()).toBeGreaterThan(2);
      await expect(shown.rows.first()).toHaveAttribute('aria-label', new RegExp(`Completed, ${mode}`));
    });
  }
}

test('every run is in the list, and opens again as it was', async () => {
  await expect(shown.runs).toHaveAttribute('aria-rowcount', String(demos.length * modeNames.length));
  await shown.page.getByRole('searchbox', { name: 'Search the runs' }).fill('ticket sequential');
  const row = shown.rows.first();
  await row.click();
  await expect(row).toHaveAttribute('aria-selected', 'true');
  await expect(shown.header).toContainText('Sequential');
  await shown.page.getByRole('searchbox', { name: 'Search the runs' }).fill('');
});

test('the steps lead through tree, screen and messages', async () => {
  const { stepper, details, tab } = shown;
  const seen = { 'Tree diff': new Set<string>(), Screen: new Set<string>(), Messages: new Set<string>() };
  for (const [name, texts] of Object.entries(seen)) {
    await tab(name).click();
    await stepper.getByRole('button', { name: 'First step' }).click();
    await expect(stepper).toContainText('Step 1 of');
    for (let step = 0; step < 12; step += 1) {
      await stepper.getByRole('button', { name: 'Next step' }).click();
      texts.add((await details.textContent()) ?? '');
    }
    expect(texts.size, `${name} follows the steps`).toBeGreaterThan(2);
  }
  await stepper.getByRole('button', { name: 'Last step' }).click();
  await expect(stepper.getByRole('button', { name: 'Next step' })).toBeDisabled();
  await tab('Call').click();
});

test('batch on a form finds hazards, and says which', async () => {
  await shown.page.getByRole('searchbox', { name: 'Search the runs' }).fill('ticket batch');
  await shown.rows.first().click();
  await expect(shown.header).toContainText('Batch');
  await shown.tab('Hazards').click();
  await expect(shown.details).toContainText(/ref|write/i);
  await shown.tab('Call').click();
  await shown.page.getByRole('searchbox', { name: 'Search the runs' }).fill('');
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
  const { home } = launched;
  const second = await launch({ home });
  const later = windowOf(second.page);
  await expect(second.page.getByRole('combobox', { name: /Gather, then act/ })).toBeVisible();
  await expect(later.mode('Mixed')).toHaveAttribute('aria-checked', 'true');
  await second.close();
});
