import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { type Desktop, type Program, startDesktop } from '../native/linux/private-desktop';
import {
  type Asked,
  type LoopbackModel,
  loopbackModel,
  type Scripted,
} from '../src-main/providers/loopback-model.fixture';
import { desktopLacks } from './desktop-lacks';
import { keysToFrames } from './keys-to-frames';
import { type Launched, launch } from './launch';
import { lastResults, textOf } from './messages-api';
import { calls, ends, refIn } from './model-calls';
import { windowOf } from './window';

test.describe.configure({ timeout: 60_000 });

let desktop: Desktop | null = null;
let launched: Launched | null = null;
let server: LoopbackModel | null = null;
let home: string | null = null;

test.beforeEach(async () => {
  const why = await desktopLacks('zenity');
  if (why !== null) return skip(why);
  const started = await startDesktop({ screen: { width: 3_200, height: 1_200 } });
  if (!started.ok) return skip(started.failure.sentence);
  desktop = started.value;
});

test.afterEach(async () => {
  await launched?.close();
  await server?.close();
  await desktop?.stop();
  if (home !== null) await rm(home, { recursive: true, force: true, maxRetries: 3 });
  [launched, server, desktop, home] = [null, null, null, null];
});

function skip(why: string): void {
  console.log(`The window was not tried beside real programs: ${why}`);
  test.skip(true, why);
}

async function zenity(...args: string[]): Promise<Program> {
  const started = await desktop?.spawn('zenity', args);
  if (started?.ok !== true) throw new Error('zenity did not start');
  return started.value;
}

/** The window on the same desktop as the programs, with a model that answers as the script says. */
async function besidePrograms(script: readonly Scripted[], deny: readonly string[] = []) {
  server = await loopbackModel(script);
  home = await mkdtemp(join(tmpdir(), 'interlock-home-'));
  const settings = {
    provider: 'anthropic',
    anthropicBaseUrl: server.baseUrl,
    programs: { allow: null, deny },
  };
  await writeFile(join(home, 'settings.json'), JSON.stringify(settings));
  const env = { ...desktop?.env, WAYLAND_DISPLAY: '', ANTHROPIC_API_KEY: 'sk-ant-test-0123456789abcdefghij' };
  launched = await launch({ home, env });
  // Programs open in the middle of the screen; what our own window covers is refused as covered.
  await launched.app.evaluate(({ BrowserWindow }) => {
    BrowserWindow.getAllWindows()[0]?.setBounds({ x: 0, y: 0, width: 1_200, height: 800 });
  });
  const shown = windowOf(launched.page);
  await expect(shown.run).toBeVisible();
  return { ...shown, card: launched.page.getByRole('region', { name: 'Interlock asks you' }), server, home };
}

type Beside = Awaited<ReturnType<typeof besidePrograms>>;

/** A list that was made before the program showed its window is made again. */
async function chooseAndRun({ page, task, run }: Beside, title: string): Promise<void> {
  const option = page.getByRole('option').filter({ hasText: title });
  await expect(async () => {
    await page.getByRole('button', { name: /^Target:/ }).click();
    try {
      await expect(option).toBeVisible({ timeout: 2_000 });
    } catch (thrown) {
      await page.keyboard.press('Escape');
      throw thrown;
    }
  }).toPass({ timeout: 20_000 });
  await expect(option).toContainText('zenity');
  await option.click();
  await task.fill('Do what the test says');
  await run.click();
}

const looks = calls('toolu_look', 'snapshot', {});
const pressesDelete = (asked: Asked) =>
  calls('toolu_press', 'click', {
    ref: refIn(asked, (role, name) => role === 'button' && name === 'Delete'),
  });

for (const verdict of ['Deny', 'Allow once'] as const) {
  test(`a real button that cannot be taken back, and the person says: ${verdict}`, async () => {
    const asks = await zenity('--question', '--title=Old draft', '--text=Delete it?', '--ok-label=Delete');
    let code: number | null | undefined;
    void asks.ended.then((ending) => {
      code = ending.code;
    });
    const shown = await besidePrograms([looks, pressesDelete, ends]);
    await chooseAndRun(shown, 'Old draft');
    await expect(shown.card).toContainText('Press the button "Delete" in zenity.', { timeout: 20_000 });
    expect(code, 'nothing is pressed before the answer').toBeUndefined();
    const button = shown.card.getByRole('button', { name: new RegExp(`^${verdict}`) });
    await expect(button).toHaveAttribute('aria-disabled', 'false');
    await button.click();
    await expect(shown.run).toBeVisible({ timeout: 20_000 });
    const [result] = lastResults(shown.server.asked[2]!);
    if (verdict === 'Deny') {
      expect(textOf(result!)).toMatch(/^not_approved:/);
      expect(code).toBeUndefined();
    } else {
      expect(result).toMatchObject({ isError: false });
      await expect.poll(() => code).toBe(0);
    }
  });
}

test('a secret goes from the person to a real program, and into no file', async () => {
  const secret = 'correct horse battery';
  const asks = await zenity('--password', '--title=Unlock');
  const shown = await besidePrograms([
    looks,
    (asked) =>
      calls('toolu_fill', 'fill_secure_field', {
        ref: refIn(asked, (role) => /password|textbox/.test(role)),
      }),
    () => calls('toolu_again', 'snapshot', {}),
    (asked) =>
      calls('toolu_ok', 'click', { ref: refIn(asked, (role, name) => role === 'button' && name === 'OK') }),
    ends,
  ]);
  await chooseAndRun(shown, 'Unlock');
  const field = shown.page.getByLabel('Secret for zenity');
  await field.fill(secret, { timeout: 20_000 });
  await expect(shown.card.getByRole('button', { name: /^Deny/ })).toHaveAttribute('aria-disabled', 'false');
  await field.press('Enter');
  await expect.poll(() => asks.said.stdout.trim(), { timeout: 20_000 }).toBe(secret);
  await expect(shown.run).toBeVisible({ timeout: 20_000 });
  expect(JSON.stringify(shown.server.asked)).not.toContain(secret);
  const recordings = join(shown.home, 'recordings');
  const found = await readdir(recordings, { recursive: true, withFileTypes: true });
  const files = found.filter((each) => each.isFile()).map((each) => join(each.parentPath, each.name));
  expect(files.some((file) => file.endsWith('trace.jsonl'))).toBe(true);
  for (const file of files) expect((await readFile(file)).includes(secret), file).toBe(false);
});

test('real programs are listed with the icons of their windows', async () => {
  await zenity('--info', '--title=Good news', '--text=It came.');
  const { page } = await besidePrograms([]);
  const listed = page.getByRole('option').filter({ hasText: 'Good news' });
  await expect(async () => {
    await page.getByRole('button', { name: /^Target:/ }).click();
    try {
      await expect(listed).toBeVisible({ timeout: 2_000 });
    } catch (thrown) {
      await page.keyboard.press('Escape');
      throw thrown;
    }
  }).toPass({ timeout: 20_000 });
  const icon = listed.locator('img');
  await expect(icon).toHaveAttribute('src', /^data:image\/png;base64,/);
  const size = await icon.evaluate((image: HTMLImageElement) => [
    image.complete,
    image.naturalWidth,
    image.width,
    image.height,
  ]);
  expect(size).toEqual([true, expect.any(Number), 16, 16]);
  expect(size[1]).toBeGreaterThanOrEqual(16);
});

test('a real program that the person denies is told and cannot be chosen', async () => {
  await zenity('--info', '--title=Left alone', '--text=Not for the agent');
  const { page } = await besidePrograms([], ['zenity']);
  await expect(async () => {
    await page.getByRole('button', { name: /^Target:/ }).click();
    const denied = page.getByRole('option').filter({ hasText: 'zenity' });
    try {
      await expect(denied).toContainText('On your deny list.', { timeout: 2_000 });
      await expect(denied).toBeDisabled();
    } finally {
      await page.keyboard.press('Escape');
    }
  }).toPass({ timeout: 20_000 });
});

test('a program that hangs holds up its own call, and not the window', async () => {
  const asks = await zenity('--question', '--title=Old draft', '--text=Keep it?', '--ok-label=Keep');
  const shown = await besidePrograms([
    looks,
    (asked) => {
      process.kill(asks.pid, 'SIGSTOP');
      const ref = refIn(asked, (role, name) => role === 'button' && name === 'Keep');
      return calls('toolu_press', 'click', { ref });
    },
    ends,
  ]);
  await chooseAndRun(shown, 'Old draft');
  await expect.poll(() => shown.server.asked.length, { timeout: 20_000 }).toBe(2);
  const took = await keysToFrames(shown.page, 20);
  const isStillAsked = shown.server.asked.length === 2;
  const [median, most] = [took[10] ?? Number.NaN, took.at(-1) ?? Number.NaN];
  console.log(
    `from a key to the frame that shows it, while a program hangs: median ${median} ms, most ${most} ms`,
  );
  expect(isStillAsked, 'the call still waited while the keys were pressed').toBe(true);
  expect(took.length).toBeGreaterThanOrEqual(19);
  expect(median).toBeLessThan(100);
  await expect.poll(() => shown.server.asked.length, { timeout: 30_000 }).toBe(3);
  const [result] = lastResults(shown.server.asked[2]!);
  expect(textOf(result!)).toMatch(/^(program_hung|timed_out|delivery_unknown):/);
  process.kill(asks.pid, 'SIGCONT');
  await expect(shown.run).toBeVisible({ timeout: 20_000 });
});
