import { expect, test } from '@playwright/test';
import { fullBudget } from '../src-main/bridge/adapter';
import { buildPracticeMain, nodeOf, openPractice, outlineOf, type PracticeApp } from './practice-harness';
import type { PracticeParts } from './practice-main';

/** Reading a hidden window through the adapter, and what becomes of that when the page hangs or goes. */
let practice: PracticeApp;

test.beforeAll(async () => {
  await buildPracticeMain();
  practice = await openPractice({ show: false });
});

test.afterAll(async () => {
  await practice.close();
});

test.beforeEach(async () => {
  await practice.reset();
});

test('the tree tells the window in few words, and every row of it', async () => {
  const tree = await practice.tree();
  const lines = outlineOf(tree);
  expect(tree).toMatchObject({ app: 'practice', title: 'Support desk' });
  expect(lines.slice(0, 20)).toEqual([
    'window "Support desk"',
    '  heading "Support desk"',
    '  menubar "Support desk"',
    '    menuitem "File" [collapsed focusable]',
    '    menuitem "View" [collapsed focusable]',
    '  searchbox "Search tickets" = "" [editable focusable]',
    '  text "240 of 240 tickets"',
    '  button "Refresh list" [focusable]',
    '  table "Tickets"',
    '    row ""',
    '      columnheader "Number"',
    '      columnheader "Subject"',
    '      columnheader "Customer"',
    '      columnheader "Priority"',
    '      columnheader "Updated"',
    '    row ""',
    '      button "Open ticket #1300" [focusable]',
    '      cell "Printer on floor 2 is offline"',
    '      cell "Amara Okafor"',
    '      cell "Normal"',
  ]);
  expect(lines.filter((line) => line.startsWith('    row'))).toHaveLength(241);
  expect(lines.slice(lines.indexOf('  form "New ticket"'))).toEqual([
    '  form "New ticket"',
    '    heading "New ticket"',
    '    textbox "Customer name" = "" [editable focusable required]',
    '    textbox "Email" = "" [editable focusable required]',
    '    combobox "Priority" = "Normal" [collapsed focusable]',
    '      option "Low" [focusable]',
    '      option "Normal" [focusable selected]',
    '      option "High" [focusable]',
    '      option "Urgent" [focusable]',
    '    combobox "Category" = "Hardware" [collapsed focusable]',
    '      option "Hardware" [focusable selected]',
    '      option "Software" [focusable]',
    '      option "Network" [focusable]',
    '      option "Billing" [focusable]',
    '    datefield "Due date" = "" [focusable]',
    '    textbox "Account PIN" [editable focusable secure]',
    '    text "4 to 8 digits, if asked for."',
    '    textbox "Description" = "" [editable focusable required]',
    '    checkbox "Notify customer" [focusable]',
    '    button "Clear form" [focusable]',
    '    button "Create ticket" [focusable]',
    '  status ""',
  ]);
  expect(new Set(tree.nodes.map(({ identity }) => identity)).size).toBe(tree.nodes.length);
});

test('rows that are scrolled out of sight are told as offscreen, and looking brings them in', async () => {
  const tree = await practice.tree();
  expect(nodeOf(tree, 'button', 'Open ticket #1300').states).not.toContain('offscreen');
  const last = nodeOf(tree, 'button', 'Open ticket #1061');
  expect(last.states).toContain('offscreen');
  const seen = await practice.look(last.identity);
  expect(seen).toMatchObject({
    ok: true,
    value: { role: 'button', name: 'Open ticket #1061', visible: true, hit: { covering: null } },
  });
  expect(nodeOf(await practice.tree(), 'button', 'Open ticket #1061').states).not.toContain('offscreen');
});

test('a reload makes every identity stale', async () => {
  const old = await practice.find('button', 'Refresh list');
  await practice.reset();
  expect(await practice.look(old)).toMatchObject({ ok: false, failure: { code: 'stale_ref' } });
  expect(await practice.find('button', 'Refresh list')).not.toBe(old);
});

test('a reload in the midst of waiting begins the waiting anew', async () => {
  await practice.tree();
  const quiet = practice.untilQuiet(400, 20_000);
  await practice.reset();
  expect(await quiet).toEqual({ ok: true, value: 'quiet' });
});

test('with nothing remembered, what is behind a modal is a hole', async () => {
  await practice.page.getByRole('menuitem', { name: 'File' }).press('Enter');
  await practice.page.keyboard.press('End');
  await practice.page.keyboard.press('Enter');
  const { nodes } = await practice.tree();
  expect(nodes[0]).toMatchObject({ role: 'window', hole: 'unreadable' });
  expect(nodes[1]).toMatchObject({ role: 'dialog', name: 'Close all tickets?' });
});

test('a busy region is not quiet until it has loaded', async () => {
  const { page } = practice;
  await page.evaluate(() => {
    const setTimer = window.setTimeout.bind(window);
    const held: (() => void)[] = [];
    const holding = (work: () => void, delay: number) => {
      if (delay === 600) return held.push(work);
      return setTimer(work, delay);
    };
    Object.assign(window, { setTimeout: holding, load: () => held.forEach((work) => work()) });
  });
  await practice.act(await practice.find('button', 'Open ticket #1300'), { kind: 'press' });
  expect(nodeOf(await practice.tree(), 'region', 'Ticket details').states).toEqual(['busy']);
  expect(await practice.untilQuiet(50, 300)).toEqual({ ok: true, value: 'still_changing' });

  const quiet = practice.untilQuiet(50, 20_000);
  await page.evaluate(() => Reflect.apply(Reflect.get(window, 'load') as () => void, window, []));
  expect(await quiet).toEqual({ ok: true, value: 'quiet' });
  const loaded = await practice.tree();
  expect(nodeOf(loaded, 'region', 'Ticket details').states).toEqual([]);
  expect(nodeOf(loaded, 'text', '#1300 Printer on floor 2 is offline').role).toBe('text');
});

test('a budget leaves holes where it cuts', async () => {
  const few = await practice.tree({ ...fullBudget, nodes: 100 });
  expect(few.nodes).toHaveLength(100);
  expect(nodeOf(few, 'table', 'Tickets').hole).toBe('node_budget');
  const flat = await practice.tree({ ...fullBudget, depth: 1 });
  expect(nodeOf(flat, 'form', 'New ticket').hole).toBe('depth_budget');
  const narrow = await practice.tree({ ...fullBudget, children: 30 });
  expect(nodeOf(narrow, 'table', 'Tickets').hole).toBe('child_budget');
  expect(nodeOf(narrow, 'form', 'New ticket').hole).toBeNull();
});

test('a picture of the hidden window has the size of its bounds', async () => {
  const picture = await practice.app.evaluate(async () => {
    const { adapter } = (globalThis as unknown as { practice: PracticeParts }).practice;
    const taken = await adapter.screenshot(new AbortController().signal);
    if (!taken.ok) throw new Error(taken.failure.sentence);
    const { bytes, width, height, mediaType } = taken.value;
    const header = Buffer.from(bytes);
    return {
      mediaType,
      width,
      height,
      signature: header.toString('latin1', 1, 4),
      pixels: [header.readUInt32BE(16), header.readUInt32BE(20)],
    };
  });
  expect(picture).toEqual({
    mediaType: 'image/png',
    width: 1180,
    height: 800,
    signature: 'PNG',
    pixels: [1180, 800],
  });
});

test('a page that hangs costs its time limit, and a stop less than that', async () => {
  const { app, page } = practice;
  const hanging = page.evaluate(() => {
    const end = performance.now() + 1_500;
    while (performance.now() < end);
  });
  const codes = await app.evaluate(async (_electron, budget) => {
    const { adapter } = (globalThis as unknown as { practice: PracticeParts }).practice;
    const stop = new AbortController();
    const late = await adapter.tree({ ...budget, milliseconds: 200 }, stop.signal);
    const stopped = adapter.tree(budget, stop.signal);
    stop.abort();
    return [late, await stopped].map((result) => (result.ok ? 'ok' : result.failure.code));
  }, fullBudget);
  expect(codes).toEqual(['timed_out', 'cancelled']);
  await hanging;
  expect((await practice.tree()).title).toBe('Support desk');
});

test('how long a tree of the whole window takes', async () => {
  const times = await practice.app.evaluate(async (_electron, budget) => {
    const { adapter } = (globalThis as unknown as { practice: PracticeParts }).practice;
    const taken: number[] = [];
    for (let round = 0; round < 5; round += 1) {
      const begun = performance.now();
      await adapter.tree(budget, new AbortController().signal);
      taken.push(performance.now() - begun);
    }
    return taken;
  }, fullBudget);
  const { nodes } = await practice.tree();
  console.log(`${nodes.length} nodes: ${times.map((time) => `${Math.round(time)} ms`).join(', ')}`);
  expect(times).toHaveLength(5);
});

test('a closed adapter leaves nothing on the window, and the next one works', async () => {
  const own = await openPractice({ show: false });
  try {
    const told = await own.app.evaluate(async (_electron, budget) => {
      const { adapter, connect, window } = (globalThis as unknown as { practice: PracticeParts }).practice;
      const { contents } = window;
      const listeners = () => [
        contents.debugger.listenerCount('message'),
        contents.debugger.listenerCount('detach'),
        contents.listenerCount('render-process-gone'),
      ];
      const { signal } = new AbortController();
      await adapter.tree(budget, signal);
      const one = listeners();
      await adapter.close();
      const none = listeners();
      const after = await adapter.tree(budget, signal);
      const next = connect();
      const again = await next.tree(budget, signal);
      const words = [after, again].map((result) => (result.ok ? result.value.title : result.failure.code));
      return { words, added: one.map((count, at) => count - (none[at] ?? 0)), same: [one, listeners()] };
    }, fullBudget);
    expect(told.words).toEqual(['target_gone', 'Support desk']);
    expect(told.added).toEqual([1, 1, 1]);
    expect(told.same[1]).toEqual(told.same[0]);
  } finally {
    await own.close();
  }
});

test('a page that crashes is gone at once', async () => {
  const gone = await openPractice({ show: false });
  try {
    const identity = nodeOf(await gone.tree(), 'button', 'Refresh list').identity;
    const codes = await gone.app.evaluate(
      async (_electron, [button, budget]) => {
        const { adapter, window } = (globalThis as unknown as { practice: PracticeParts }).practice;
        const { signal } = new AbortController();
        const tree = adapter.tree(budget, signal);
        window.contents.forcefullyCrashRenderer();
        const words = { role: 'button', name: 'Refresh list' };
        const results = [await tree, await adapter.act(button, { kind: 'press' }, words, signal)];
        return results.map((result) => (result.ok ? 'ok' : result.failure.code));
      },
      [identity, fullBudget] as const,
    );
    expect(codes).toEqual(['target_gone', 'target_gone']);
  } finally {
    await gone.close();
  }
});
