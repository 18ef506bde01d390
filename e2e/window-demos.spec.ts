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
