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

for (const title of ['With your leave', 'Click and read at once']) {
  test(`at 1280 pixels all of "${title}" stands in one line while it runs, with a rule of its own`, async () => {
    const { page } = shown;
    await launched.app.evaluate(({ BrowserWindow }) => {
      BrowserWindow.getAllWindows()
        .find((each) => each.webContents.getURL().startsWith('app://interlock/index.html'))
        ?.setContentSize(1280, 800);
    });
    await expect.poll(() => page.evaluate(() => window.innerWidth)).toBe(1280);
    await chooseThinkingTime(shown, '4000 ms');
    await chooseDemo(shown, title);
    await page.getByRole('button', { name: /^Rules/ }).click();
    await page.getByRole('combobox', { name: /^Treat http_get/ }).click();
    await page.getByRole('option', { name: 'Write', exact: false }).click();
    await page.keyboard.press('Escape');
    const rules = page.getByRole('button', { name: /^Rules \d+ changed/ });
    const resting = await page.locator('[data-place="task"]').boundingBox();
    await shown.run.click();
    const tops = await Promise.all(
      [page.getByRole('button', { name: /^Take over/ }), shown.stop, rules].map(
        async (each) => (await each.boundingBox())?.y,
      ),
    );
    expect(new Set(tops).size).toBe(1);
    const running = await page.locator('[data-place="task"]').boundingBox();
    expect(running?.height).toBe(resting?.height);
    const edge = await shown.stop.boundingBox();
    expect((edge?.x ?? 0) + (edge?.width ?? 0)).toBeLessThanOrEqual(1280 - 12);
    await shown.stop.click();
    await expect(shown.run).toBeVisible();
  });
}
