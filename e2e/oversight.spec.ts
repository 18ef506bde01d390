import { expect, test } from '@playwright/test';
import { ok } from '../src-main/contract/failure';
import {
  callNamed,
  deleteAsked,
  next,
  passwordAsked,
  supervisedRun,
  supervisedRunId,
  upTo,
  upToQuestion,
} from '../src-main/contract/supervised-run.fixture';
import type { TraceEvent } from '../src-main/contract/trace-event';
import { type Launched, launch } from './launch';
import { findRunUnderWay, reportOf, type SupervisedMain, supervise } from './supervised-window';
import { breaches, type Shown, windowOf } from './window';

test.describe.configure({ mode: 'serial', timeout: 120_000 });

let launched: Launched;
let shown: Shown;
let main: SupervisedMain;

test.beforeAll(async () => {
  launched = await launch();
  shown = windowOf(launched.page);
  main = await supervise(launched);
  await main.reload();
});

test.afterAll(async () => {
  expect(launched.pageErrors).toEqual([]);
  await launched.close();
});

/** Found in both themes, one after the other. */
async function expectNoBreach(): Promise<void> {
  for (const source of ['light', 'dark'] as const) {
    await launched.app.evaluate(({ nativeTheme }, theme) => {
      nativeTheme.themeSource = theme;
    }, source);
    await expect
      .poll(() => launched.page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches))
      .toBe(source === 'dark');
    expect(await breaches(launched.page)).toEqual([]);
  }
}

test('a program is chosen by keyboard, by the title of its window', async () => {
  const { page } = shown;
  const target = page.getByRole('button', { name: /^Target:/ });
  await target.focus();
  await page.keyboard.press('Enter');
  const denied = page.getByRole('option', { name: /^GnuCash/ });
  await expect(denied).toContainText('On your deny list.');
  await expect(denied).toBeDisabled();
  await expectNoBreach();
  await page.keyboard.type('notes.txt');
  await page.keyboard.press('Enter');
  await expect(target).toHaveAccessibleName('Target: Mousepad');
  await expect(target).toBeFocused();
});

test('a failing permission is told before the run, and leads to what can be done', async () => {
  const { page } = shown;
  await main.answer({ 'permissions:check': ok(reportOf('failing')) });
  await page.getByRole('button', { name: /^Target:/ }).click();
  await page.getByRole('option', { name: /^Whole desktop/ }).click();
  await page.getByRole('button', { name: 'See what to do' }).click();
  const dialog = page.getByRole('dialog', { name: 'Settings' });
  await expect(dialog).toContainText('The system shows it as on, but it does not work.');
  await expectNoBreach();
  await main.answer({ 'permissions:check': ok(reportOf('working')) });
  await expect(dialog.getByRole('listitem', { name: 'Accessibility' })).toContainText('Working');
  await dialog.getByRole('tab', { name: 'Safety' }).click();
  await expectNoBreach();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: 'See what to do' })).toBeHidden();
});

test('a question is there after a reload in mid-run, leaves reading possible, and is answered by key', async () => {
  const { page, stepper } = shown;
  const asked = upToQuestion(deleteAsked);
  await findRunUnderWay(main, asked);
  const card = page.getByRole('region', { name: 'Interlock asks you' });
  await expect(card).toContainText('Press the button "Delete draft.txt" in Thunar.');
  await expectNoBreach();
  await stepper.getByRole('button', { name: 'First step' }).click();
  await expect(stepper).toContainText('Step 1 of');
  await expect(card).toBeVisible();
  const box = await card.boundingBox();
  const details = await shown.details.boundingBox();
  expect((details?.y ?? 0) + (details?.height ?? 0)).toBeLessThanOrEqual(box?.y ?? 0);

  await expect(card.getByRole('button', { name: /^Deny/ })).toHaveAttribute('aria-disabled', 'false');
  await page.keyboard.press('Alt+Digit3');
  await expect
    .poll(() => main.asked('approval:answer'))
    .toEqual([{ id: deleteAsked, verdict: 'deny', typed: null }]);
  const denied = next(asked, {
    type: 'approval-answered',
    turn: 2,
    callId: callNamed('delete'),
    id: deleteAsked,
    outcome: 'deny',
  });
  await main.tell('trace:events', { id: supervisedRunId, events: [denied] });
  await expect(card).toBeHidden();
});

test('a secret goes to main once, and stands nowhere in the window', async () => {
  const { page } = shown;
  await findRunUnderWay(main, supervisedRun);
  const field = page.getByLabel('Secret for Keyring');
  await expectNoBreach();
  await field.fill('correct horse battery');
  await expect(page.getByRole('button', { name: /^Deny/ })).toHaveAttribute('aria-disabled', 'false');
  await field.press('Enter');
  await expect
    .poll(async () => (await main.asked('approval:answer')).at(-1))
    .toEqual({ id: passwordAsked, verdict: 'once', typed: 'correct horse battery' });
  await expect(field).toHaveValue('');
  expect(await page.content()).not.toContain('correct horse');
});

test('a held run says so and goes on', async () => {
  const { page } = shown;
  const held: TraceEvent[] = upTo('run-held');
  await findRunUnderWay(main, held);
  const banner = page.getByRole('region', { name: 'Writes are held back' });
  await expect(banner).toContainText('The pointer moved in Mousepad.');
  await expect(page.getByRole('region', { name: 'Driven now' })).toContainText('Thunar');
  await expectNoBreach();
  await page.keyboard.press('ControlOrMeta+g');
  await expect.poll(() => main.asked('run:resume')).toEqual([null]);
  await main.tell('trace:events', { id: supervisedRunId, events: [next(held, { type: 'run-resumed' })] });
  await expect(banner).toBeHidden();
});
