import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { defaultSettings } from '../src-main/contract/settings';
import { ask, refusalOf, valueOf } from './ask';
import { launch } from './launch';

test.setTimeout(120_000);

let home: string;
test.beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'interlock-settings-'));
});
test.afterEach(() => rm(home, { recursive: true, force: true, maxRetries: 3 }));

test('settings last, and the theme is that of the windows', async () => {
  const first = await launch({ home });
  expect((await valueOf(ask(first.page, 'bootstrap', null))).settings).toEqual(defaultSettings);
  const wanted = { ...defaultSettings, theme: 'dark', textScale: 1.5, thinkingMs: 10 } as const;
  expect(await valueOf(ask(first.page, 'settings:change', wanted))).toEqual(wanted);
  expect(await first.app.evaluate(({ nativeTheme }) => nativeTheme.themeSource)).toBe('dark');
  expect(await refusalOf(ask(first.page, 'settings:change', { ...wanted, textScale: 9 }))).toBe(
    'invalid_input',
  );
  await first.close();

  const second = await launch({ home });
  expect((await valueOf(ask(second.page, 'bootstrap', null))).settings).toEqual(wanted);
  expect(await second.app.evaluate(({ nativeTheme }) => nativeTheme.themeSource)).toBe('dark');
  await second.close();
});

test('a damaged settings file is kept aside, and defaults stand in', async () => {
  await writeFile(join(home, 'settings.json'), '{"theme": dark}');
  const { page, close } = await launch({ home });
  expect((await valueOf(ask(page, 'bootstrap', null))).settings).toEqual(defaultSettings);
  expect((await readdir(home)).filter((name) => name.endsWith('.damaged'))).toHaveLength(1);
  await close();
});

test('a key is not stored where it would lie in the open', async () => {
  test.skip(process.platform !== 'linux', 'only Linux desktops may lack a keyring');
  const { page, close } = await launch({
    home,
    args: ['--password-store=basic'],
    env: { ANTHROPIC_API_KEY: '' },
  });
  expect((await valueOf(ask(page, 'bootstrap', null))).keySources.anthropic).toBe('none');
  expect(
    await refusalOf(ask(page, 'key:store', { of: 'anthropic', key: 'sk-ant-test-key-0123456789' })),
  ).toBe('key_unavailable');
  expect(await readdir(home)).not.toContain('anthropic-key');
  await close();
});

test('a key from the environment is used, never shown, and hidden from recordings', async () => {
  const key = 'plain-looking-key-from-the-environment';
  const { page, close } = await launch({ home, env: { ANTHROPIC_API_KEY: key } });
  const told = await valueOf(ask(page, 'bootstrap', null));
  expect(told.keySources.anthropic).toBe('environment');
  expect(JSON.stringify(told)).not.toContain(key);
  const { id } = await valueOf(
    ask(page, 'run:start', {
      task: `My key is ${key}, keep it.`,
      target: { kind: 'practice' },
      model: { provider: 'scripted', demo: 'four-reads', thinkingMs: 0 },
      mode: 'batch',
      limits: defaultSettings.limits,
      overrides: {},
      crew: { kind: 'alone' },
      approvals: 'sensitive',
    }),
  );
  await expect.poll(async () => (await valueOf(ask(page, 'runs:open', { id }))).live).toBe(false);
  const { events } = await valueOf(ask(page, 'runs:open', { id }));
  expect(JSON.stringify(events)).not.toContain(key);
  expect(events[0]).toMatchObject({ request: { task: 'My key is [redacted], keep it.' } });
  await close();
});

test('what the command line asks for is run by the window, once', async () => {
  const { page, close } = await launch({ home, args: ['--demo', 'two-writers', '--mode', 'batch'] });
  await expect
    .poll(async () => (await valueOf(ask(page, 'runs:list', null))).map(({ summary }) => summary?.status), {
      timeout: 60_000,
    })
    .toEqual(['completed']);
  await page.reload();
  expect((await valueOf(ask(page, 'bootstrap', null))).launch).toEqual({ run: null, open: null });
  expect(await valueOf(ask(page, 'runs:list', null))).toHaveLength(1);
  await close();
});
