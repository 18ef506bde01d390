import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { type Desktop, startDesktop } from '../native/linux/private-desktop';
import { ok } from '../src-main/contract/failure';
import type { PermissionState } from '../src-main/contract/permission';
import { deleteAsked, supervisedRun, upTo, upToQuestion } from '../src-main/contract/supervised-run.fixture';
import type { TraceEvent } from '../src-main/contract/trace-event';
import { desktopLacks } from './desktop-lacks';
import { type Launched, launch } from './launch';
import { findRunUnderWay, reportOf, type SupervisedMain, supervise } from './supervised-window';
import { chooseDemo, chooseThinkingTime, type ModeName, runToEnd, type Shown, windowOf } from './window';

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

/** In both sizes, the pointer where nothing answers to it; with no focus, unless what is open lives by it. */
async function picture(name: string, focused = false): Promise<void> {
  for (const size of sizes) {
    await launched.app.evaluate(({ BrowserWindow }, { width, height }) => {
      BrowserWindow.getAllWindows()
        .find((each) => each.webContents.getURL().startsWith('app://interlock/index.html'))
        ?.setContentSize(width, height);
    }, size);
    await expect.poll(() => launched.page.evaluate(() => window.innerWidth)).toBe(size.width);
    await launched.page.mouse.move(size.width - 2, 2);
    await launched.page.evaluate((keep) => {
      if (!keep && document.activeElement instanceof HTMLElement) document.activeElement.blur();
    }, focused);
    await launched.page.evaluate(
      () => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))),
    );
    const file = `${name}-${size.width}x${size.height}.png`;
    await launched.page.screenshot({ path: join(folder, file), animations: 'disabled' });
  }
}

async function run(title: string, mode: ModeName): Promise<void> {
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

test('finished on real programs, with a tree diff', async () => {
  const lacking = await desktopLacks('zenity', 'mousepad');
  test.skip(lacking !== null, lacking ?? '');
  await run('Two programs of Linux', 'Mixed');
  await shown.tab('Tree diff').click();
  await picture('real-programs');
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

test('agents under agents, open and folded', async () => {
  await run('Sub-agents', 'Mixed');
  await picture('sub-agents');
  await theme('dark');
  await picture('sub-agents-dark');
  await theme('light');
  // The first call of the first reader comes after the four that it and the others work under.
  await shown.timeline.focus();
  for (let call = 1; call <= 5; call += 1) await shown.page.keyboard.press('.');
  await shown.page.keyboard.press('o');
  await expect(shown.timeline).toContainText('folded');
  await picture('sub-agents-folded');
});

test('a script and a plan', async () => {
  await run('A script', 'Mixed');
  await picture('script');
  await shown.timeline.focus();
  await shown.page.keyboard.press('.');
  await picture('script-source');
  await run('Planned research', 'Planned');
  await picture('planned');
  await shown.timeline.focus();
  const chosen = shown.timeline.getByRole('treeitem', { selected: true, name: /^write_file/ });
  for (let call = 1; call < 20 && !(await chosen.isVisible()); call += 1)
    await shown.page.keyboard.press('.');
  await expect(shown.details.getByText('Needs', { exact: true })).toBeVisible();
  await picture('planned-call');
  await theme('dark');
  await picture('planned-call-dark');
  await theme('light');
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

test('another word on a tool while the run goes on', async () => {
  const { page, details } = shown;
  await chooseThinkingTime(shown, '0 ms');
  await chooseDemo(shown, 'With your leave');
  await shown.run.click();
  const card = page.getByRole('region', { name: 'Interlock asks you' });
  await card.getByRole('button', { name: 'harbour', exact: true }).click();
  await card.getByRole('button', { name: /^Answer/ }).click();
  await expect(card).toContainText('each write');
  await shown.timeline.focus();
  await page.keyboard.press('.');
  await page.keyboard.press('.');
  await details.getByRole('combobox', { name: /^Treat http_get in this run/ }).click();
  await page.getByRole('option', { name: /^Always alone/ }).click();
  await expect(details.getByRole('list', { name: 'Changed overrides' })).toBeVisible();
  await picture('override');
  await theme('dark');
  await picture('override-dark');
  await theme('light');
  await page.getByRole('button', { name: /^Rules/ }).click();
  await expect(page.getByRole('dialog', { name: 'Rules' })).toBeVisible();
  await picture('override-rules', true);
  await page.keyboard.press('Escape');
  await shown.stop.click();
  await expect(shown.run).toBeVisible();
});

test.describe('with a person at the desktop', () => {
  let main: SupervisedMain;

  test.beforeAll(async () => {
    main = await supervise(launched);
    await main.reload();
  });

  test('the targets', async () => {
    await shown.page.getByRole('button', { name: /^Target:/ }).click();
    await expect(shown.page.getByRole('option', { name: /^Thunar/ })).toBeVisible();
    await picture('target-picker', true);
    await shown.page.keyboard.press('Escape');
  });

  test('the permissions', async () => {
    for (const state of ['working', 'failing', 'unknown'] as const satisfies PermissionState[]) {
      await main.answer({ 'permissions:check': ok(reportOf(state)) });
      await shown.page.keyboard.press('ControlOrMeta+,');
      await shown.page.getByRole('tab', { name: 'Permissions' }).click();
      await expect(shown.page.getByRole('listitem', { name: 'Accessibility' }).first()).toContainText(
        new RegExp(state, 'i'),
      );
      await picture(`permissions-${state}`);
      await shown.page.keyboard.press('Escape');
    }
  });

  const moments: ReadonlyArray<readonly [name: string, events: readonly TraceEvent[], tells: string]> = [
    ['approval', upToQuestion(deleteAsked), 'Delete draft.txt'],
    ['secure-approval', supervisedRun, 'Password'],
    ['held', upTo('run-held'), 'held back'],
  ];
  for (const [name, events, tells] of moments) {
    test(name, async () => {
      await findRunUnderWay(main, events);
      await expect(shown.page.locator('[data-place="asked"]')).toContainText(tells);
      await picture(name);
    });
  }
});

test.describe('beside real programs', () => {
  let desktop: Desktop | null = null;

  test.afterAll(async () => {
    await desktop?.stop();
  });

  test('the targets', async () => {
    const lacking = await desktopLacks('mousepad', 'galculator', 'zenity', 'gtk4-widget-factory');
    test.skip(lacking !== null, lacking ?? '');
    const started = await startDesktop({ screen: { width: 2_600, height: 1_500 } });
    if (!started.ok) throw new Error(started.failure.sentence);
    desktop = started.value;
    for (const [command, ...args] of [
      ['mousepad'],
      ['galculator'],
      ['gtk4-widget-factory'],
      ['zenity', '--info', '--title=Good news', '--text=It came.'],
    ] as const)
      await desktop.spawn(command, args);
    await launched.close();
    launched = await launch({ env: { ...desktop.env, WAYLAND_DISPLAY: '' } });
    const { page } = launched;
    await expect(async () => {
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: /^Target:/ }).click();
      await expect(page.getByRole('group', { name: 'Running programs' }).getByRole('option')).toHaveCount(4);
    }).toPass({ timeout: 20_000 });
    for (const each of ['light', 'dark'] as const) {
      await theme(each);
      await picture(each === 'light' ? 'real-targets' : 'real-targets-dark', true);
    }
  });
});
