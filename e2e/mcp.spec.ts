import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import {
  messageEnd,
  messageStart,
  stream,
  textBlock,
  toolBlock,
} from '../src-main/providers/anthropic/loopback-anthropic.fixture';
import { type LoopbackModel, loopbackModel } from '../src-main/providers/loopback-model.fixture';
import { ask, valueOf } from './ask';
import { type Launched, launch } from './launch';
import { Body, lastResults, textOf } from './messages-api';
import { expectNowhere } from './nowhere';

test.setTimeout(120_000);

const everything = createRequire(import.meta.url).resolve(
  '@modelcontextprotocol/server-everything/dist/index.js',
);
const key = 'sk-ant-test-0123456789abcdefghij';
const secret = 'tulip-4711-very-secret';

let home: string;
let server: LoopbackModel;
let launched: Launched;
test.beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'interlock-mcp-'));
  server = await loopbackModel([
    stream([
      messageStart,
      ...toolBlock(0, 'toolu_sum', 'all__get-sum', '{"a": 19, "b": 23}'),
      ...toolBlock(1, 'toolu_env', 'all__get-env', '{}'),
      ...messageEnd('tool_use'),
    ]),
    stream([messageStart, ...textBlock(0, 'It is 42.'), ...messageEnd('end_turn')]),
  ]);
  const settings = { anthropicBaseUrl: server.baseUrl, provider: 'anthropic', anthropicModel: 'm' };
  await writeFile(join(home, 'settings.json'), JSON.stringify(settings));
  launched = await launch({ home, env: { ANTHROPIC_API_KEY: key } });
});
test.afterEach(async () => {
  await launched.close();
  await server.close();
  await rm(home, { recursive: true, force: true, maxRetries: 3 });
});

test('a server that is added in the settings gives its tools to the next run, and its secrets to nobody', async () => {
  const { page } = launched;
  // No key is heard before the page is there.
  await expect(page.getByRole('textbox', { name: 'Task' })).toBeVisible();
  await page.keyboard.press('Control+,');
  const dialog = page.getByRole('dialog', { name: 'Settings' });
  await dialog.getByRole('tab', { name: 'Tools' }).click();
  await dialog.getByRole('button', { name: 'Add a server' }).click();
  await dialog.getByRole('textbox', { name: 'Name' }).fill('all');
  await dialog.getByRole('textbox', { name: 'Program' }).fill(process.execPath);
  await dialog.getByRole('textbox', { name: 'Arguments' }).fill(everything);
  await dialog.getByRole('textbox', { name: 'Environment' }).fill(`TOKEN=${secret}`);
  await dialog.getByRole('button', { name: 'Add', exact: true }).click();
  const item = dialog.getByRole('listitem', { name: 'all', exact: true });
  await expect(item).toContainText(/Ready, \d+ tools/, { timeout: 30_000 });
  await item.getByText('Its tools, and what they count as').click();
  await expect(item.getByRole('combobox', { name: /^Treat all__get-sum/ })).toBeVisible();
  await page.keyboard.press('Escape');

  await page.getByRole('textbox', { name: 'Task' }).fill('What is 19 and 23?');
  await page.getByRole('button', { name: 'Run', exact: true }).click();
  await expect
    .poll(async () => (await valueOf(ask(page, 'runs:list', null)))[0]?.summary?.status, { timeout: 30_000 })
    .toBe('completed');
  const [first, second] = server.asked;
  expect(Body.parse(first?.body).tools.map(({ name }) => name)).toContain('all__get-sum');
  const [sum, env] = second === undefined ? [] : lastResults(second);
  expect(sum === undefined ? '' : textOf(sum)).toContain('42');
  expect(env === undefined ? '' : textOf(env)).toContain('[redacted]');
  await expect(page.getByRole('treeitem', { name: /all__get-sum/ }).first()).toBeVisible();

  await expectNowhere(secret, home);
});
