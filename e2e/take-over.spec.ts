import { expect, test } from '@playwright/test';
import { type Launched, launch } from './launch';
import { chooseDemo, chooseThinkingTime, type Shown, windowOf } from './window';

test.describe.configure({ mode: 'serial' });

let launched: Launched;
let shown: Shown;

test.beforeAll(async () => {
  launched = await launch();
  shown = windowOf(launched.page);
  await chooseThinkingTime(shown, '200 ms');
});

test.afterAll(async () => {
  expect(launched.pageErrors).toEqual([]);
  await launched.close();
});

test('the person takes over, the run waits with its writes, and goes on to its end when it is handed back', async () => {
  const { page } = shown;
  await chooseDemo(shown, 'Fill in a form');
  await shown.mode('Sequential').click();
  await shown.run.click();
  await page.getByRole('button', { name: /^Take over/ }).click();
  const banner = page.getByRole('region', { name: 'Writes are held back' });
  await expect(banner).toContainText('You took over.');
  await expect(page.getByRole('button', { name: /^Take over/ })).toBeDisabled();
  await expect(shown.stop).toBeVisible();
  await banner.getByRole('button', { name: /^Go on/ }).click();
  await expect(banner).toBeHidden();
  await page.keyboard.press('ControlOrMeta+j');
  await expect(banner).toBeVisible();
  await page.keyboard.press('ControlOrMeta+g');
  await expect(banner).toBeHidden();
  await expect(shown.run).toBeVisible({ timeout: 30_000 });
  await expect(shown.header).toContainText('Completed');
  await expect(shown.header).toContainText('Verified');
});
