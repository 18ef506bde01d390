import { expect, type Locator, test } from '@playwright/test';
import { gate } from '../src-main/providers/loopback-model.fixture';
import { chatCall, chatEnd, chunk, stage } from '../src-main/providers/openai/loopback-openai.fixture';
import { launchScripted, type ScriptedWindow } from './scripted-model';
import { breaches, type Shown, windowOf } from './window';

test.describe.configure({ mode: 'serial' });

let launched: ScriptedWindow;
let shown: Shown;

/** Each answer of the model waits until the test lets it come. */
const gates = Array.from({ length: 4 }, gate);

const writes = (id: string, text: string) =>
  chatCall(0, id, 'write_file', JSON.stringify({ path: `${id}.txt`, text }));
const answers = [
  [...writes('first', 'one'), ...chatEnd('tool_calls')],
  [...writes('second', 'two'), ...chatEnd('tool_calls')],
  [...writes('third', 'three'), ...chatEnd('tool_calls')],
  [chunk({ content: 'Done.' }), ...chatEnd('stop')],
];

test.beforeAll(async () => {
  launched = await launchScripted(
    answers.map((events, at) => ({ kind: 'stages', stages: [stage(gates[at]!.opened, events)] })),
  );
  shown = windowOf(launched.page);
});

test.afterAll(async () => {
  expect(launched.pageErrors).toEqual([]);
  await launched.close();
});

const treat = (where: Locator, so: string) =>
  where.getByRole('combobox', { name: `Treat write_file in this run: ${so}` });
const card = () => shown.page.getByRole('region', { name: 'Interlock asks you' });
const item = (name: RegExp) => shown.timeline.getByRole('treeitem', { name });

test('from the call that ran, its tool is set to ask, and the next call of it asks', async () => {
  const { page } = shown;
  await shown.task.fill('Write three files');
  await shown.run.click();
  gates[0]!.open();
  await expect(item(/^write_file first\.txt/)).toBeAttached();
  await shown.timeline.focus();
  await page.keyboard.press('j');
  await shown.tab('Call').click();
  await treat(shown.details, 'As declared').click();
  await page.getByRole('option', { name: /^Ask me/ }).click();
  await expect(treat(shown.details, 'Ask me')).toBeVisible();
  await expect(shown.details.getByRole('list', { name: 'Changed overrides' })).toContainText(
    'write_file set to ask you first, for this run.',
  );
  expect(await breaches(page)).toEqual([]);
  gates[1]!.open();
  await expect(card()).toContainText('You asked to be asked before this tool.');
  await card()
    .getByRole('button', { name: /^Allow once/ })
    .click();
  await expect(card()).toBeHidden();
});

test('in the rules of the run it is set back and remembered, by keyboard', async () => {
  const { page } = shown;
  await page.getByRole('button', { name: /^Rules/ }).focus();
  await page.keyboard.press('Enter');
  const rules = page.getByRole('dialog', { name: 'Rules' });
  await expect(rules.getByRole('radio', { name: 'This run' })).toBeChecked();
  await treat(rules, 'Ask me').focus();
  await page.keyboard.press('Enter');
  await page.keyboard.type('Always');
  await page.keyboard.press('Enter');
  await expect(treat(rules, 'Always alone')).toBeVisible();
  const remember = rules.getByRole('button', { name: 'Remember for all runs how write_file is treated' });
  await remember.focus();
  await page.keyboard.press('Enter');
  await expect(rules.getByRole('button', { name: 'All runs treat write_file so' })).toBeVisible();
  await expect.poll(() => launched.settings()).toMatchObject({ overrides: { write_file: 'alone' } });
  expect(await breaches(page)).toEqual([]);
  await page.keyboard.press('Escape');
  gates[2]!.open();
  await expect(item(/^write_file third\.txt/)).toBeAttached();
  gates[3]!.open();
  await expect(shown.run).toBeVisible();
  await expect(shown.header).toContainText('Completed');
});

test('who replays the run sees what was said, and when', async () => {
  const { page, stepper } = shown;
  await expect(item(/You set write_file to ask you first, for this run/)).toBeAttached();
  await page.keyboard.press('Escape');
  await stepper.getByRole('button', { name: 'First step' }).click();
  const changes = shown.details.getByRole('list', { name: 'Changed overrides' });
  await expect(changes).toBeHidden();
  const next = stepper.getByRole('button', { name: 'Next step' });
  const told = stepper.getByText('You set write_file to ask you first, for this run');
  for (let steps = 0; steps < 12 && !(await told.isVisible()); steps += 1) await next.click();
  await expect(told).toBeVisible();
  await expect(changes.getByRole('listitem')).toHaveCount(1);
  await stepper.getByRole('button', { name: 'Last step' }).click();
  await expect(changes.getByRole('listitem')).toHaveCount(3);
});
