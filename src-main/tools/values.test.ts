import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { unaskedPerson } from '../bridge/consent.fixture';
import { deskAtWork, refOf } from '../bridge/desk-at-work.fixture';
import { SimulatedDesktop } from '../bridge/simulated-desktop.fixture';
import { SimulatedPlatform } from '../bridge/simulated-platform.fixture';
import { wholeDesktop } from '../bridge/whole-desktop/whole-desktop';
import { ok } from '../contract/failure';
import type { Json } from '../contract/messages';
import { createTools, openWorkspace } from './index';
import { tryTool } from './try-tool.fixture';

/** What a plan can refer to, tool by tool: the shapes that their descriptions promise. */

let workspace: string;

beforeEach(async () => {
  workspace = await mkdtemp(join(tmpdir(), 'interlock-values-'));
});
afterEach(() => rm(workspace, { recursive: true, force: true }));

type Fetch = typeof globalThis.fetch;

function toolsOn(
  sim: Parameters<typeof deskAtWork>[0] = new SimulatedDesktop(),
  fetch: Fetch = globalThis.fetch,
) {
  const work = deskAtWork(sim, 'planned');
  const clipboard = { read: async () => 'held', write: async () => {} };
  const tools = createTools({
    desk: work.desk,
    workspace: openWorkspace(workspace),
    consent: unaskedPerson,
    clipboard,
    fetch,
  });
  const find = (name: string) => {
    const tool = tools.find((each) => each.name === name);
    if (tool === undefined) throw new Error(`no tool ${name}`);
    return tool;
  };
  return {
    work,
    find,
    value: async (name: string, input: Json = {}) =>
      (await tryTool(find(name), input, work.caller(name))).value,
  };
}

it('what is on the screen', async () => {
  const sim = new SimulatedDesktop();
  const field = sim.add('textbox', 'Name', { value: 'Ada', states: ['required'] });
  sim.add('textbox', 'PIN', { states: ['secure'] });
  const { value, work } = toolsOn(sim);
  const name = { role: 'textbox', name: 'Name', value: 'Ada', states: ['required'] };
  const pin = { role: 'textbox', name: 'PIN', value: null, states: ['secure'] };
  expect(await value('find', { role: 'textbox' })).toEqual({
    snapshot: 's1',
    elements: [
      { ref: 's1:e2', ...name },
      { ref: 's1:e3', ...pin },
    ],
  });
  expect(await value('snapshot')).toMatchObject({
    snapshot: 's2',
    elements: [{ role: 'window' }, name, pin],
  });
  expect(await value('wait_for', { text: 'Ada' })).toMatchObject({ elements: [name] });
  const ref = refOf(await work.snapshot(), field);
  expect(await value('snapshot', { within: ref })).toMatchObject({ elements: [name] });
  expect(await value('read_element', { ref })).toEqual({ ref, ...name, visible: true, covering: null });
});

it('windows and programs', async () => {
  const { adapter } = new SimulatedDesktop();
  const window = { title: 'One', bounds: { x: 1, y: 2, width: 3, height: 4 }, active: true, modal: false };
  expect(
    await toolsOn({ adapter: { ...adapter, windows: async () => ok([window]) } }).value('list_windows'),
  ).toEqual([window]);
  const sim = new SimulatedPlatform();
  sim.start('Editor');
  expect(await toolsOn(wholeDesktop(sim.platform, () => null)).value('list_apps')).toEqual([
    {
      name: 'Editor',
      entered: false,
      denied: false,
      windows: [{ title: 'Editor', active: true }],
    },
  ]);
});

it('files and the clipboard', async () => {
  await mkdir(join(workspace, 'in'));
  await writeFile(join(workspace, 'a.txt'), 'Grüße\n');
  await symlink('/', join(workspace, 'out'));
  const { value } = toolsOn();
  expect(await value('read_file', { path: 'a.txt' })).toBe('Grüße\n');
  expect(await value('list_files')).toEqual([
    { name: 'a.txt', kind: 'file', bytes: 8 },
    { name: 'in', kind: 'folder', bytes: null },
    { name: 'out', kind: 'link_outside', bytes: null },
  ]);
  expect(await value('clipboard_read')).toBe('held');
});

it.each<[string, string, Json]>([
  ['application/json', '{"list": [1, null]}', { list: [1, null] }],
  ['application/problem+json; charset=utf-8', 'null', null],
  ['application/json', 'not json', 'not json'],
  ['text/plain', '{"a": 1}', '{"a": 1}'],
])('a page of %s: %s', async (type, body, given) => {
  const fetch: Fetch = async () => new Response(body, { status: 201, headers: { 'content-type': type } });
  const { value } = toolsOn(undefined, fetch);
  expect(await value('http_get', { url: 'http://x.test/' })).toEqual({ status: 201, body: given });
});

it('nothing where the call failed, and its text where nothing more is promised', async () => {
  const fetch: Fetch = async () =>
    new Response('gone', { status: 404, headers: { 'content-type': 'text/plain' } });
  const { value } = toolsOn(undefined, fetch);
  expect(await value('http_get', { url: 'http://x.test/' })).toBeNull();
  expect(await value('write_file', { path: 'b.txt', text: 'x' })).toBe(
    'Wrote 1 bytes to b.txt, and read them back.',
  );
});

it.each([
  'snapshot',
  'find',
  'read_element',
  'wait_for',
  'list_files',
  'read_file',
  'http_get',
  'clipboard_read',
])('%s says what it gives', (name) => {
  expect(toolsOn().find(name).description).toMatch(/ Gives [^.]+\.$/);
});
