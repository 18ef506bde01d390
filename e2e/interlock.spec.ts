import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { BlobId, type RunId } from '../src-main/contract/ids';
import type { Interlock } from '../src-main/contract/ipc';
import { traceLegality } from '../src-main/contract/legality';
import type { DemoName, Mode } from '../src-main/contract/run-options';
import { summarise } from '../src-main/contract/summary';
import type { TraceEvent } from '../src-main/contract/trace-event';
import { ask, demoRequest, hear, refusalOf, valueOf } from './ask';
import { reading, start } from './command-line';
import { type Launched, launch } from './launch';

test.setTimeout(120_000);

let launched: Launched;
test.beforeEach(async () => {
  launched = await launch();
});
test.afterEach(async () => {
  await launched.close();
});

async function begin(page: Page, demo: DemoName, mode: Mode, thinkingMs: number): Promise<RunId> {
  const { demos } = await valueOf(ask(page, 'bootstrap', null));
  const { task } = demos.find(({ name }) => name === demo)!;
  const { id } = await valueOf(ask(page, 'run:start', demoRequest(demo, mode, thinkingMs, task)));
  return id;
}

async function untilEnded(page: Page, id: RunId): Promise<TraceEvent[]> {
  await expect
    .poll(async () => (await valueOf(ask(page, 'runs:open', { id }))).live, { timeout: 60_000 })
    .toBe(false);
  return (await valueOf(ask(page, 'runs:open', { id }))).events;
}

test('a reopened recording is what was seen live, event by event', async () => {
  const { page } = launched;
  const notices = await hear(page, 'trace:events');
  const id = await begin(page, 'gather-then-act', 'mixed', 20);
  const reopened = await untilEnded(page, id);
  const heard = await notices();
  expect(heard.every((notice) => notice.id === id)).toBe(true);
  expect(heard.flatMap(({ events }) => events)).toEqual(reopened);
  expect(heard.length).toBeLessThan(reopened.length);
  const legality = traceLegality();
  expect(reopened.map((event) => legality.accept(event)).filter((why) => why !== null)).toEqual([]);
  expect(legality.model.verification?.verified).toBe(true);
  expect(await valueOf(ask(page, 'runs:list', null))).toMatchObject([
    { id, failure: null, summary: { ...summarise(legality.model), status: 'completed', verified: true } },
  ]);

  const snapshot = reopened.find((event) => event.type === 'snapshot-taken');
  if (snapshot === undefined) throw new Error('the run took no snapshot');
  const { blob, nodeCount } = snapshot.snapshot;
  expect((await valueOf(ask(page, 'blob:snapshot', { run: id, blob }))).nodes).toHaveLength(nodeCount);
  const absent = BlobId.parse('0'.repeat(64));
  expect(await refusalOf(ask(page, 'blob:snapshot', { run: id, blob: absent }))).toBe('blob_missing');
});

test('one run goes on at a time; a stop in the middle of it ends it properly', async () => {
  const { app, page } = launched;
  const shortcut = () =>
    app.evaluate(({ globalShortcut }) => globalShortcut.isRegistered('CommandOrControl+Alt+.'));
  expect(await shortcut()).toBe(false);
  const id = await begin(page, 'form-fill', 'mixed', 60_000);
  expect(await shortcut()).toBe(true);
  expect(await refusalOf(ask(page, 'run:start', demoRequest('four-reads', 'batch', 0, 'Read')))).toBe(
    'run_active',
  );
  expect(await refusalOf(ask(page, 'runs:delete', { id }))).toBe('run_active');
  expect(await valueOf(ask(page, 'runs:list', null))).toMatchObject([{ id, summary: { status: 'running' } }]);
  await valueOf(ask(page, 'run:stop', { by: 'escape' }));
  const events = await untilEnded(page, id);
  expect(events.slice(-4)).toMatchObject([
    { type: 'stop-requested', by: 'escape' },
    { type: 'model-failed' },
    { type: 'run-verified', verified: false },
    { type: 'run-ended', status: 'stopped' },
  ]);
  expect(events.every(({ at }) => at.provenance === 'recorded')).toBe(true);
  await expect.poll(shortcut).toBe(false);
});

test('closing the window stops the run first', async () => {
  const home = await mkdtemp(join(tmpdir(), 'interlock-closing-'));
  const other = await launch({ home });
  const id = await begin(other.page, 'form-fill', 'mixed', 60_000);
  const closed = other.app.waitForEvent('close');
  await other.app.evaluate(({ BrowserWindow }) => {
    BrowserWindow.getAllWindows()
      .find(
        (window) => window.webContents.getURL().endsWith('/index.html') && window.title !== 'Support desk',
      )
      ?.close();
  });
  await closed;
  const { events } = await reading(join(home, 'recordings', id, 'trace.jsonl'));
  expect(events.find(({ type }) => type === 'stop-requested')).toMatchObject({ by: 'window_closed' });
  expect(events.at(-1)).toMatchObject({ status: 'stopped', at: { provenance: 'recorded' } });
  await rm(home, { recursive: true, force: true, maxRetries: 3 });
});

test('only the main window may ask, and only what the contract knows', async () => {
  const { app, page } = launched;
  const preload = join(import.meta.dirname, '..', 'out', 'preload', 'preload.cjs');
  const answer = await app.evaluate(async ({ BrowserWindow }, path) => {
    const stranger = new BrowserWindow({ show: false, webPreferences: { preload: path, sandbox: true } });
    await stranger.loadURL('app://interlock/index.html');
    const told: unknown = await stranger.webContents.executeJavaScript(
      `interlock.request('runs:list', null)`,
    );
    stranger.destroy();
    return told;
  }, preload);
  expect(answer).toMatchObject({ ok: false, failure: { code: 'unsupported' } });

  expect(await refusalOf(ask(page, 'runs:open', { id: '../../etc' as RunId }))).toBe('invalid_input');
  expect(
    await refusalOf(ask(page, 'blob:picture', { run: 'run-1' as RunId, blob: '../trace.jsonl' as BlobId })),
  ).toBe('invalid_input');
  const refused = await page.evaluate(async () => {
    const interlock = Reflect.get(window, 'interlock') as {
      request(name: string, input: unknown): Promise<unknown>;
    };
    return interlock.request('toString', null).then(
      () => 'answered',
      (error: unknown) => String(error),
    );
  });
  expect(refused).toContain('no such request');
});

test('runs are renamed, deleted and brought back', async () => {
  const { page } = launched;
  const id = await begin(page, 'two-writers', 'mixed', 0);
  await untilEnded(page, id);
  await valueOf(ask(page, 'runs:rename', { id, name: 'Two of them' }));
  expect(await valueOf(ask(page, 'runs:list', null))).toMatchObject([{ name: 'Two of them' }]);
  await valueOf(ask(page, 'runs:delete', { id }));
  expect(await valueOf(ask(page, 'runs:list', null))).toEqual([]);
  await valueOf(ask(page, 'runs:restore', { id }));
  expect(await valueOf(ask(page, 'runs:open', { id }))).toMatchObject({
    name: 'Two of them',
    origin: 'library',
  });
});

test('a file from elsewhere opens, and one that is no recording says what it is', async () => {
  const { page, home } = launched;
  const page2 = join(home, 'page.html');
  await writeFile(page2, '<!doctype html>');
  expect(await refusalOf(ask(page, 'trace:open-file', { path: page2 }))).toBe('trace_foreign');
  const id = await begin(page, 'two-writers', 'batch', 0);
  const events = await untilEnded(page, id);
  const copy = join(home, 'copy.jsonl');
  await writeFile(copy, await readFile(join(home, 'recordings', id, 'trace.jsonl')));
  const opened = await valueOf(ask(page, 'trace:open-file', { path: copy }));
  expect(opened).toEqual({ id, name: 'copy', origin: 'file', live: false, events, notes: [] });
});

test('a second launch hands over its file, and ends', async () => {
  const { page, home } = launched;
  const heard = await hear(page, 'launch:open');
  const file = join(home, 'some.jsonl');
  await writeFile(file, '');
  expect((await start(home, ['some.jsonl']).ended).code).toBe(0);
  await expect.poll(heard).toEqual([{ path: file }]);
});

test('the menu asks the window', async () => {
  const { app, page } = launched;
  const heard = await hear(page, 'menu:command');
  await app.evaluate(({ Menu }) => {
    for (const id of ['fit', 'step-next']) Menu.getApplicationMenu()?.getMenuItemById(id)?.click();
  });
  await expect.poll(heard).toEqual(['fit', 'step-next']);
});

test('a dropped file has its path', async () => {
  const { page, home } = launched;
  const file = join(home, 'dropped.jsonl');
  await writeFile(file, '');
  await page.evaluate(() => {
    const input = document.createElement('input');
    input.type = 'file';
    input.id = 'dropped';
    document.body.append(input);
  });
  await page.locator('#dropped').setInputFiles(file);
  const path = await page.locator('#dropped').evaluate((input) => {
    const dropped = (input as HTMLInputElement).files?.[0];
    const interlock = Reflect.get(window, 'interlock') as Interlock;
    return dropped === undefined ? '' : interlock.pathOf(dropped);
  });
  expect(path).toBe(file);
});

test('SIGTERM stops the run before the window goes', async () => {
  const home = await mkdtemp(join(tmpdir(), 'interlock-term-'));
  const other = await launch({ home });
  const id = await begin(other.page, 'form-fill', 'mixed', 60_000);
  const closed = other.app.waitForEvent('close');
  other.app.process().kill('SIGTERM');
  await closed;
  const { events } = await reading(join(home, 'recordings', id, 'trace.jsonl'));
  expect(events.find(({ type }) => type === 'stop-requested')).toMatchObject({ by: 'signal' });
  expect(events.at(-1)).toMatchObject({ status: 'stopped', at: { provenance: 'recorded' } });
  await rm(home, { recursive: true, force: true, maxRetries: 3 });
});
