import { expect, type Locator, test } from '@playwright/test';
import { chatCall, chatEnd, chunk, stream } from '../src-main/providers/openai/loopback-openai.fixture';
import { launchScripted, type ScriptedWindow } from './scripted-model';
import { breaches, chooseDemo, chooseThinkingTime, type Shown, windowOf } from './window';

test.describe.configure({ mode: 'serial' });

let launched: ScriptedWindow;
let shown: Shown;

const file = (index: number, name: string, text: string) =>
  chatCall(index, name, 'write_file', JSON.stringify({ path: `${name}.txt`, text }));
const list = (index: number, id: string) => chatCall(index, id, 'list_files', '{"path": "."}');
const says = (text: string) => stream([chunk({ content: text }), ...chatEnd('stop')]);

/** A run after the other, each as its test says. */
const script = [
  stream([...list(0, 'look'), ...file(1, 'edited', 'as the model wanted'), ...chatEnd('tool_calls')]),
  says('Written.'),
  stream([
    ...file(0, 'left', 'left'),
    ...file(1, 'right', 'right'),
    ...list(2, 'then'),
    ...chatEnd('tool_calls'),
  ]),
  stream([...file(0, 'denied', 'never'), ...chatEnd('tool_calls')]),
  says('Not written.'),
  stream([...file(0, 'unasked', 'at once'), ...chatEnd('tool_calls')]),
  says('Written unasked.'),
];

test.beforeAll(async () => {
  launched = await launchScripted(script);
  shown = windowOf(launched.page);
});

test.afterAll(async () => {
  expect(launched.pageErrors).toEqual([]);
  await launched.close();
});

const card = () => shown.page.getByRole('region', { name: 'Interlock asks you' });
const item = (name: RegExp) => shown.timeline.getByRole('treeitem', { name });

/** A question takes no answer before it can have been read: a press waits for that. */
async function press(name: RegExp): Promise<void> {
  const button = card().getByRole('button', { name });
  await expect(button).toHaveAttribute('aria-disabled', 'false');
  await button.click();
}

async function askBefore(what: string): Promise<void> {
  const { page } = shown;
  await page.getByRole('button', { name: /^Rules/ }).click();
  await page.getByRole('combobox', { name: /^Ask me before/ }).click();
  await page.getByRole('option', { name: what }).click();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog', { name: 'Rules of the run' })).toBeHidden();
}

async function run(task: string): Promise<void> {
  await shown.task.fill(task);
  await shown.run.click();
}

async function expectEnd(status = 'Completed'): Promise<void> {
  await expect(shown.run).toBeVisible();
  await expect(shown.header).toContainText(status);
}

/** What the model was last sent, as text. */
function lastSent(): string {
  return JSON.stringify(launched.server.asked.at(-1)?.body);
}

test.describe('each write', () => {
  test('is asked about while reads go on, and runs with the input that the person gave it instead', async () => {
    const { page } = shown;
    await askBefore('Each write');
    await run('Write a file');
    await expect(card()).toContainText('Write the file "edited.txt".');
    await expect(card()).toContainText('You asked to be asked before each write.');
    await expect(item(/^list_files.*on its own|^list_files.*in parallel/)).toBeAttached();
    expect(await launched.written('edited.txt')).toBeNull();
    await card().getByText('Change its input first').click();
    const input = card().getByRole('textbox', { name: 'Input of the call, as JSON' });
    await input.fill('{ "path": "edited.txt"');
    await expect(input).toHaveAttribute('aria-invalid', 'true');
    expect(await breaches(page)).toEqual([]);

    await input.fill('{ "path": "elsewhere.txt", "text": "x" }');
    await press(/^Allow once/);
    await expect(page.getByText('With that input the call would touch something else')).toBeVisible();
    await expect(card()).toBeVisible();
    expect(await launched.written('elsewhere.txt')).toBeNull();

    await input.fill('{ "path": "edited.txt", "text": "as the person wanted" }');
    await press(/^Allow once/);
    await expect(card()).toBeHidden();
    await expectEnd();
    expect(await launched.written('edited.txt')).toBe('as the person wanted');
    expect(lastSent()).toContain('The person changed the input before it ran.');
  });

  test('that was edited is shown with the input that ran', async () => {
    const { page } = shown;
    await shown.tab('Call').click();
    await shown.timeline.focus();
    for (let at = 0; at < 4 && !(await isSelected(item(/^write_file/))); at += 1)
      await page.keyboard.press('j');
    await expect(shown.details).toContainText('as the person wanted');
    const input = shown.details.getByRole('region', { name: 'Input', exact: true });
    await expect(input).toContainText('You changed it before it ran.');
    await expect(input.getByText('as the model wanted')).toBeHidden();
    await input.getByText('What the model asked for').click();
    await expect(input.getByText('as the model wanted')).toBeVisible();
    await expect(shown.details.getByRole('region', { name: 'Asked', exact: true })).toContainText(
      'allowed once',
    );
    await page.keyboard.press('Escape');
  });
});

async function isSelected(call: Locator): Promise<boolean> {
  return (await call.getAttribute('aria-selected')) === 'true';
}

test.describe('each response', () => {
  test('is asked about as a whole, and none of its calls runs before', async () => {
    await askBefore('Each response');
    await run('Write two files');
    await expect(card()).toContainText(
      '3 calls: Write the file "left.txt"; Write the file "right.txt"; List the folder "."',
    );
    for (const name of ['left.txt', 'right.txt']) expect(await launched.written(name)).toBeNull();
    await expect(card().getByText('Change its input first')).toBeHidden();
    await press(/^Allow once/);
    await expect(card()).toContainText('Write the file "denied.txt".');
    expect([await launched.written('left.txt'), await launched.written('right.txt')]).toEqual([
      'left',
      'right',
    ]);
  });

  test('that is denied runs nothing, and the model is told', async () => {
    await press(/^Deny/);
    await expectEnd();
    expect(await launched.written('denied.txt')).toBeNull();
    expect(lastSent()).toContain('not_approved');
    await expect(item(/^write_file denied\.txt.*denied/)).toBeAttached();
  });
});

test('what is not sensitive runs unasked', async () => {
  await askBefore('What is sensitive');
  await run('Write a file');
  await expectEnd();
  expect(await launched.written('unasked.txt')).toBe('at once');
  await expect(item(/^write_file unasked\.txt/)).toBeAttached();
  await expect(shown.timeline).not.toContainText('waiting for you');
});

test.describe('a question of the agent', () => {
  test('is answered by a choice, or in words, and the run goes on with what was said', async () => {
    const { page } = shown;
    await chooseThinkingTime(shown, '0 ms');
    await chooseDemo(shown, 'With your leave');
    await shown.run.click();
    await expect(card()).toContainText('Which station do you want?');
    await expect(card()).toContainText('The agent wants to know.');
    expect(await breaches(page)).toEqual([]);
    const field = card().getByRole('textbox', { name: 'Answer to: Which station do you want?' });
    const answer = card().getByRole('button', { name: /^Answer/ });
    await expect(answer).toBeDisabled();
    await card().getByRole('button', { name: 'harbour', exact: true }).click();
    await expect(field).toHaveValue('harbour');
    await field.fill('Take the airport, please');
    await press(/^Answer/);
    await expect(card()).toContainText('You asked to be asked before each write.');
    await press(/^Allow once/);
    await press(/^Allow once/);
    await expect(shown.run).toBeVisible();
    await expect(shown.header).toContainText('Verified');
    await expect(item(/^ask_person.*waiting for you/)).toBeAttached();
  });

  test('may go without an answer, and the run says so', async () => {
    await shown.run.click();
    await expect(card()).toContainText('Which station do you want?');
    await press(/^Do not answer/);
    await expectEnd();
    await expect(item(/^ask_person.*denied/)).toBeAttached();
  });
});
