import { expect, test } from '@playwright/test';
import { type Launched, launch } from './launch';
import { breaches, chooseDemo, chooseThinkingTime, runToEnd, type Shown, windowOf } from './window';

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

test('a task of a plan says which results it uses and what else it waited for, and leads there', async () => {
  const { page, details, timeline } = shown;
  await chooseDemo(shown, 'Planned research');
  await shown.mode('Planned').click();
  await runToEnd(shown);
  const needs = details.getByText('Needs', { exact: true });
  await timeline.focus();
  for (let call = 1; call < 20 && !(await needs.isVisible()); call += 1) await page.keyboard.press('.');
  await expect(needs).toBeVisible();
  const chosen = timeline.getByRole('treeitem', { selected: true });
  await expect(chosen).toContainText(', needs ');
  expect(await breaches(page)).toEqual([]);
  const name = await chosen.textContent();
  await details.getByRole('definition').getByRole('listitem').getByRole('button').first().click();
  await expect(chosen).not.toHaveText(name ?? '');
  expect(name).toContain((await chosen.textContent())?.split(':')[0] ?? 'nothing');
});

test('a script shows its source, which is scrolled by keys and copied as it is', async () => {
  const { page, details, timeline } = shown;
  await chooseDemo(shown, 'A script');
  await shown.mode('Mixed').click();
  await runToEnd(shown);
  await timeline.focus();
  await page.keyboard.press('.');
  const source = details.getByLabel('Source of the script');
  await expect(source).toContainText('await');
  await source.focus();
  await expect(source).toBeFocused();
  await details.getByRole('button', { name: 'Copy script' }).click();
  const copied = await launched.app.evaluate(({ clipboard }) => clipboard.readText());
  expect(copied).toBe(await source.textContent());
  expect(await breaches(page)).toEqual([]);
});
