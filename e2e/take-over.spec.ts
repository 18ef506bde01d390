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

test('what waited for the person, what they said, and when they had taken over are steps of the recorded run', async () => {
  const { page, stepper } = shown;
  const card = page.getByRole('region', { name: 'Interlock asks you' });
  const press = async (name: RegExp) => {
    const button = card.getByRole('button', { name });
    await expect(button).toHaveAttribute('aria-disabled', 'false', { timeout: 20_000 });
    await button.click();
  };
  await chooseDemo(shown, 'With your leave');
  await shown.mode('Sequential').click();
  await shown.run.click();
  await expect(card).toContainText('Which station do you want?', { timeout: 20_000 });
  await page.keyboard.press('ControlOrMeta+j');
  await expect(page.getByRole('region', { name: 'Writes are held back' })).toBeVisible();
  await page.keyboard.press('ControlOrMeta+g');
  await card.getByRole('button', { name: 'summit' }).click();
  await press(/^Answer/);
  await press(/^Allow once/);
  await expect(card).toContainText('clipboard', { timeout: 20_000 });
  await press(/^Deny/);
  await expect(shown.run).toBeVisible({ timeout: 20_000 });

  await shown.rows.nth(1).click();
  await shown.rows.nth(0).click();
  await shown.timeline.focus();
  await page.keyboard.press('Home');
  await expect(stepper).toContainText('Step 1 of');
  const lines: string[] = [];
  for (;;) {
    lines.push((await stepper.locator('[title]').getAttribute('title')) ?? '');
    if (await stepper.getByRole('button', { name: 'Next step' }).isDisabled()) break;
    await page.keyboard.press('ArrowRight');
  }
  const theirs = lines.filter((line) => /waits for you|was answered|allowed|denied|holds|goes on/.test(line));
  expect(theirs).toEqual([
    'ask_person waits for you: Which station do you want?',
    'The run holds its writes back. You took over.',
    expect.stringMatching(/^The run goes on: handed back after [\d.]+ m?s$/),
    expect.stringMatching(/^ask_person was answered after [\d.]+ m?s$/),
    'write_file report.txt waits for you: Write the file "approval/report.txt".',
    expect.stringMatching(/^write_file report\.txt was allowed once after [\d.]+ m?s$/),
    expect.stringMatching(/^clipboard_write .* waits for you: Put .* on the clipboard\.$/),
    expect.stringMatching(/^clipboard_write .* was denied after [\d.]+ m?s$/),
  ]);
  const back = lines.length - lines.indexOf(theirs[5]!) - 1;
  for (let step = 0; step < back; step += 1) await page.keyboard.press('ArrowLeft');
  await expect(stepper.getByText(theirs[5]!)).toBeVisible();
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
