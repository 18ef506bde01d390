import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { type Launched, launch } from './launch';
import { chooseDemo, chooseThinkingTime, runToEnd, type Shown, windowOf } from './window';

/** `PICTURES=folder npx playwright test e2e/pictures.spec.ts`: pictures of the real window, for the README and for looking at. */
const folder = process.env['PICTURES'] ?? 'test-results/pictures';
test.describe.configure({ mode: 'serial' });

const sizes = [
  { width: 1280, height: 800 },
  { width: 2560, height: 1440 },
] as const;

let launched: Launched;
let shown: Shown;

test.beforeAll(async () => {
  await mkdir(folder, { recursive: true });
  launched = await launch();
  shown = windowOf(launched.page);
  await theme('light');
});

test.afterAll(() => launched.close());

function theme(theme: 'light' | 'dark'): Promise<void> {
  return launched.app.evaluate(({ nativeTheme }, source) => {
    nativeTheme.themeSource = source;
  }, theme);
}

/** In both sizes, with no focus and the pointer where nothing answers to it. */
async function picture(name: string): Promise<void> {
  for (const size of sizes) {
    await launched.app.evaluate(({ BrowserWindow }, { width, height }) => {
      BrowserWindow.getAllWindows()
        .find((each) => each.webContents.getURL().startsWith('app://interlock/index.html'))
        ?.setContentSize(width, height);
    }, size);
    await expect.poll(() => launched.page.evaluate(() => window.innerWidth)).toBe(size.width);
    await launched.page.mouse.move(size.width - 2, 2);
    await launched.page.evaluate(() => {
      if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    });
    await launched.page.evaluate(
      () => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))),
    );
    const file = `${name}-${size.width}x${size.height}.png`;
    await launched.page.screenshot({ path: join(folder, file), animations: 'disabled' });
  }
}

async function run(title: string, mode: 'Sequential' | 'Batch' | 'Mixed'): Promise<void> {
  await chooseDemo(shown, title);
  await shown.mode(mode).click();
  await runToEnd(shown);
}

test('empty', async () => {
  await picture('empty');
  await chooseThinkingTime(shown, '200 ms');
});

test('finished with hazards', async () => {
  await run('Fill in a form', 'Batch');
  await shown.tab('Hazards').click();
  await picture('hazards');
  await shown.tab('Call').click();
});

test('finished, with a tree diff', async () => {
  await run('Gather, then act', 'Mixed');
  await shown.tab('Tree diff').click();
  // The last call of the run, and what it changed.
  await shown.timeline.focus();
  await shown.page.keyboard.press('0');
  await shown.page.keyboard.press(',');
  await picture('tree-diff');
  await theme('dark');
  await picture('dark');
  await theme('light');
  await shown.tab('Screen').click();
  await picture('screen');
  await shown.tab('Call').click();
});

test('side by side', async () => {
  await run('Four reads', 'Sequential');
  await run('Four reads', 'Batch');
  await shown.rows.nth(1).click({ modifiers: ['ControlOrMeta'] });
  await shown.rows.nth(0).click({ modifiers: ['ControlOrMeta'] });
  await shown.page.getByRole('button', { name: 'Compare' }).click();
  await expect(shown.page.getByRole('table')).toBeVisible();
  await picture('side-by-side');
  await shown.page.getByRole('button', { name: 'Back to the run' }).click();
});

test('running', async () => {
  await chooseThinkingTime(shown, '4000 ms');
  await chooseDemo(shown, 'Gather, then act');
  await shown.mode('Mixed').click();
  await shown.run.click();
  await expect(shown.header).toContainText('1 turn', { timeout: 20_000 });
  await picture('running');
  await shown.stop.click();
  await expect(shown.run).toBeVisible();
});
