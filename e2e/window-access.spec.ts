import { expect, type Page, test } from '@playwright/test';
import { type Launched, launch } from './launch';
import { breaches, chooseDemo, chooseThinkingTime, type Shown, windowOf } from './window';

test.describe.configure({ mode: 'serial' });

let launched: Launched;
let shown: Shown;

test.beforeAll(async () => {
  launched = await launch();
  shown = windowOf(launched.page);
});

test.afterAll(() => launched.close());

const mod = 'ControlOrMeta';

/** Tabs until what has the focus matches. */
async function tabTo(page: Page, selector: string): Promise<void> {
  for (let presses = 0; presses < 40; presses += 1) {
    if ((await page.locator(`${selector}:focus`).count()) > 0) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab never reaches ${selector}`);
}

async function dark(isDark: boolean): Promise<void> {
  await launched.page.keyboard.press(`${mod}+K`);
  await launched.page.keyboard.type(isDark ? 'Use the dark theme' : 'Use the light theme');
  await launched.page.keyboard.press('Enter');
  await expect(launched.page.getByRole('dialog')).toBeHidden();
  await expect
    .poll(() => launched.page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches))
    .toBe(isDark);
}

/** Found in both themes, one after the other. */
async function expectNoBreach(): Promise<void> {
  for (const isDark of [false, true]) {
    await dark(isDark);
    expect(await breaches(launched.page)).toEqual([]);
  }
}

test('axe finds nothing in the empty window', expectNoBreach);

test('by keyboard alone: a demo is chosen and run, stepped back through, and opened again', async () => {
  const { page, run, header, stepper, mode, timeline, runs } = shown;
  await chooseThinkingTime(shown, '0 ms');

  await page.keyboard.press(`${mod}+K`);
  await page.keyboard.type('demo gather');
  await page.keyboard.press('Enter');
  await tabTo(page, '[role="radio"]');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('Space');
  await expect(mode('Batch')).toHaveAttribute('aria-checked', 'true');
  await page.keyboard.press(`${mod}+N`);
  await page.keyboard.press(`${mod}+Enter`);
  await expect(header).toContainText('Completed');
  await expect(run).toBeVisible();
  await expect(page.getByText('The run has ended: Completed.')).toBeAttached();

  await page.keyboard.press('F6');
  await expect(page.getByRole('searchbox', { name: 'Search the runs' })).toBeFocused();
  await page.keyboard.press('F6');
  await expect(timeline).toBeFocused();
  const end = await stepper.textContent();
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('ArrowLeft');
  expect(await stepper.textContent()).not.toBe(end);
  await page.keyboard.press('Home');
  await expect(stepper).toContainText('Step 1 of');

  await page.keyboard.press('/');
  await page.keyboard.press('Tab');
  await expect(runs).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(stepper).not.toContainText('Step 1 of');
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog', { name: 'Keys' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog', { name: 'Keys' })).toBeHidden();
});

test('axe finds nothing in a finished run', async () => {
  for (const name of ['Call', 'Tree diff', 'Screen', 'Messages', 'Hazards', 'Raw']) {
    await shown.tab(name).click();
    expect.soft(await breaches(launched.page), name).toEqual([]);
  }
  await shown.tab('Tree diff').click();
  await expectNoBreach();
});

for (const [name, key] of [
  ['Settings', `${mod}+,`],
  ['Commands', `${mod}+K`],
  ['Keys', '?'],
] as const) {
  test(`axe finds nothing in the dialog ${name}`, async () => {
    const { page } = launched;
    for (const isDark of [false, true]) {
      await dark(isDark);
      await page.keyboard.press(key);
      await expect(page.getByRole('dialog', { name })).toBeVisible();
      expect(await breaches(page)).toEqual([]);
      await page.keyboard.press('Escape');
      await expect(page.getByRole('dialog', { name })).toBeHidden();
    }
  });
}

test('axe finds nothing in a comparison', async () => {
  const { page, run, rows } = shown;
  await chooseDemo(shown, 'Four reads');
  await run.click();
  await expect(rows).toHaveCount(2);
  await expect(run).toBeVisible();
  await page.keyboard.press(`${mod}+K`);
  await page.keyboard.type('Compare with');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('region', { name: 'Two runs side by side' }).getByRole('table')).toBeVisible();
  await expectNoBreach();
});

test('axe finds nothing in a run under way', async () => {
  await chooseThinkingTime(shown, '4000 ms');
  await shown.run.click();
  await expect(shown.header).toContainText('Running');
  expect(await breaches(launched.page)).toEqual([]);
  await shown.stop.click();
  await expect(shown.run).toBeVisible();
});
