import { expect, test } from '@playwright/test';
import { buildPracticeMain, nodeOf, openPractice, outlineOf, type PracticeApp } from './practice-harness';

/** Acting on a hidden window through the adapter: as in a run without a screen. */
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

const accepted = { ok: true, value: 'accepted' };

test('a whole ticket is filled in and created; each widget reads back, and the record agrees', async () => {
  const before = await practice.tree();
  const at = (role: string, name: string) => nodeOf(before, role, name).identity;
  const fields = [
    [at('textbox', 'Customer name'), { kind: 'set_value', value: 'Ada Lovelace' }],
    [at('textbox', 'Email'), { kind: 'set_value', value: 'ada@example.com' }],
    [at('combobox', 'Priority'), { kind: 'select', option: 'Urgent' }],
    [at('combobox', 'Category'), { kind: 'select', option: 'Network' }],
    [at('datefield', 'Due date'), { kind: 'set_value', value: '2025-04-30' }],
    [at('textbox', 'Account PIN'), { kind: 'set_value', value: '47110' }],
    [at('textbox', 'Description'), { kind: 'set_value', value: 'No network.\nSince Monday.' }],
    [at('checkbox', 'Notify customer'), { kind: 'press' }],
  ] as const;
  for (const [identity, action] of fields) expect(await practice.act(identity, action)).toEqual(accepted);

  const filled = outlineOf(await practice.tree()).map((line) => line.trim());
  expect(filled).toEqual(
    expect.arrayContaining([
      'textbox "Customer name" = "Ada Lovelace" [editable focusable required]',
      'combobox "Priority" = "Urgent" [collapsed focusable]',
      'combobox "Category" = "Network" [collapsed focusable]',
      'datefield "Due date" = "2025-04-30" [focusable]',
      'textbox "Account PIN" [editable focusable secure]',
      'textbox "Description" = "No network.\\nSince Monday." [editable focusable required]',
      'checkbox "Notify customer" [checked focusable focused]',
    ]),
  );
  expect(await practice.look(at('datefield', 'Due date'))).toMatchObject({ value: { value: '2025-04-30' } });

  expect(await practice.act(at('button', 'Create ticket'), { kind: 'press' })).toEqual(accepted);
  expect(await practice.act(await practice.find('button', 'Confirm'), { kind: 'press' })).toEqual(accepted);
  const after = await practice.tree();
  expect(nodeOf(after, 'text', 'Ticket #1301 created').role).toBe('text');
  expect(nodeOf(after, 'button', 'Open ticket #1301').role).toBe('button');
  expect(nodeOf(after, 'textbox', 'Customer name').value).toBe('');
  expect(nodeOf(after, 'datefield', 'Due date').value).toBe('');

  const record = await practice.record();
  const lasting = record.filter(
    (entry, index) =>
      entry.kind !== 'changed' ||
      record
        .slice(index + 1)
        .every((later) => later.kind !== 'changed' || later.element.name !== entry.element.name),
  );
  const changed = (role: string, name: string, value: string | null) => ({
    kind: 'changed',
    element: { role, name },
    value,
  });
  expect(lasting).toEqual([
    changed('textbox', 'Customer name', 'Ada Lovelace'),
    changed('textbox', 'Email', 'ada@example.com'),
    changed('combobox', 'Priority', 'Urgent'),
    changed('combobox', 'Category', 'Network'),
    changed('datefield', 'Due date', '2025-04-30'),
    changed('textbox', 'Account PIN', null),
    changed('textbox', 'Description', 'No network.\nSince Monday.'),
    changed('checkbox', 'Notify customer', 'true'),
    { kind: 'pressed', element: { role: 'button', name: 'Create ticket' } },
    { kind: 'pressed', element: { role: 'button', name: 'Confirm' } },
    {
      kind: 'submitted',
      ticket: {
        customer: 'Ada Lovelace',
        email: 'ada@example.com',
        priority: 'Urgent',
        category: 'Network',
        due: '2025-04-30',
        notify: true,
        description: 'No network.\nSince Monday.',
        hasPin: true,
      },
    },
  ]);
});

test('a secure field’s value leaves the page nowhere', async () => {
  const pin = await practice.find('textbox', 'Account PIN');
  await practice.act(pin, { kind: 'set_value', value: '90210' });
  const tree = await practice.tree();
  const seen = await practice.look(pin);
  expect(nodeOf(tree, 'textbox', 'Account PIN')).toMatchObject({ value: null });
  expect(seen).toMatchObject({ ok: true, value: { value: null } });
  const told = JSON.stringify([tree, seen, await practice.record()]);
  expect(told).not.toContain('90210');
  expect(told).not.toContain('•');
});

test('fields are cleared, written over and chosen anew', async () => {
  const name = await practice.find('textbox', 'Customer name');
  const due = await practice.find('datefield', 'Due date');
  const priority = await practice.find('combobox', 'Priority');
  for (const value of ['Ada', 'Grace', '']) {
    expect(await practice.act(name, { kind: 'set_value', value })).toEqual(accepted);
    expect(await practice.look(name)).toMatchObject({ value: { value } });
  }
  for (const value of ['2025-12-31', '2026-01-02', '']) {
    expect(await practice.act(due, { kind: 'set_value', value })).toEqual(accepted);
    expect(await practice.look(due)).toMatchObject({ value: { value, states: ['focusable', 'focused'] } });
  }
  for (const option of ['Urgent', 'Low', 'High', 'High', 'Normal']) {
    expect(await practice.act(priority, { kind: 'select', option })).toEqual(accepted);
    expect(await practice.look(priority)).toMatchObject({ value: { value: option } });
  }
  expect(await practice.act(await practice.find('option', 'Billing'), { kind: 'press' })).toEqual(accepted);
  expect(await practice.look(await practice.find('combobox', 'Category'))).toMatchObject({
    value: { value: 'Billing' },
  });
});

test('what an element cannot do is refused before anything is sent', async () => {
  const failure = async (role: string, name: string, action: Parameters<PracticeApp['act']>[1]) => {
    const result = await practice.act(await practice.find(role, name), action);
    return result.ok ? result.value : result.failure.code;
  };
  expect(await failure('combobox', 'Priority', { kind: 'press' })).toBe('unsupported');
  expect(await failure('combobox', 'Priority', { kind: 'select', option: 'Never' })).toBe('not_found');
  expect(await failure('textbox', 'Email', { kind: 'select', option: 'Low' })).toBe('unsupported');
  expect(await failure('button', 'Refresh list', { kind: 'set_value', value: 'x' })).toBe('unsupported');
  expect(await failure('datefield', 'Due date', { kind: 'set_value', value: 'soon' })).toBe('invalid_input');
  expect(await practice.record()).toEqual([]);
});

test('an element that turned into another under the same identity is left alone', async () => {
  const refresh = await practice.find('button', 'Refresh list');
  const rename = (text: string) =>
    practice.page
      .getByRole('button', { name: /Refresh list|Delete everything/ })
      .evaluate((button, words) => {
        button.setAttribute('aria-label', words);
      }, text);
  await rename('Delete everything');
  const press = { kind: 'press' } as const;
  expect(await practice.act(refresh, press)).toMatchObject({ ok: false, failure: { code: 'stale_ref' } });
  expect(await practice.record()).toEqual([]);
  const renamed = { role: 'button', name: 'Delete everything' };
  expect(await practice.act(refresh, press, renamed)).toEqual(accepted);
  expect(await practice.record()).toHaveLength(1);
});

test('a refreshed list has new elements of the same words, and the old ones are stale', async () => {
  const before = await practice.tree();
  const old = nodeOf(before, 'button', 'Open ticket #1290');
  await practice.act(nodeOf(before, 'button', 'Refresh list').identity, { kind: 'press' });
  const after = await practice.tree();
  const words = (tree: typeof before) => tree.nodes.map(({ role, name }) => `${role} ${name}`);
  expect(words(after)).toEqual(words(before));
  expect(nodeOf(after, 'button', 'Open ticket #1290').identity).not.toBe(old.identity);
  expect(nodeOf(after, 'button', 'Refresh list').identity).toBe(
    nodeOf(before, 'button', 'Refresh list').identity,
  );
  expect(await practice.look(old.identity)).toMatchObject({ ok: false, failure: { code: 'stale_ref' } });
  expect(await practice.act(old.identity, { kind: 'press' })).toMatchObject({
    ok: false,
    failure: { code: 'stale_ref' },
  });
  expect(await practice.record()).toEqual([
    { kind: 'pressed', element: { role: 'button', name: 'Refresh list' } },
  ]);
});

test('what is behind a modal stays in the tree, is told as covered, and is not acted on', async () => {
  await practice.act(await practice.find('menuitem', 'File'), { kind: 'press' });
  const menu = await practice.tree();
  await practice.act(nodeOf(menu, 'menuitem', 'Close all...').identity, { kind: 'press' });
  const modal = await practice.tree();

  const had = new Set(menu.nodes.map(({ identity }) => identity));
  const has = new Set(modal.nodes.map(({ identity }) => identity));
  const lines = (tree: typeof menu, lacking: ReadonlySet<string>) =>
    outlineOf(tree)
      .map((line) => line.trim())
      .filter((_line, index) => !lacking.has(tree.nodes[index]!.identity));
  expect(lines(menu, has)).toEqual([
    'menu "File" [focusable]',
    'menuitem "New ticket" [focusable focused]',
    'menuitem "Export list" [focusable]',
    'menuitem "Close all..." [focusable]',
  ]);
  expect(lines(modal, had)).toEqual([
    'dialog "Close all tickets?" [focusable modal]',
    'heading "Close all tickets?"',
    'text "All 240 tickets leave the list. This cannot be undone."',
    'button "Cancel" [focusable focused]',
    'button "Close all" [focusable]',
  ]);

  const email = nodeOf(modal, 'textbox', 'Email').identity;
  expect(await practice.look(email)).toMatchObject({
    ok: true,
    value: { role: 'textbox', name: 'Email', hit: { covering: 'dialog "Close all tickets?"' } },
  });
  for (const action of [{ kind: 'press' }, { kind: 'set_value', value: 'x' }] as const) {
    const result = await practice.act(email, action);
    expect(result).toMatchObject({ ok: false, failure: { code: 'covered' } });
  }
  expect(await practice.input({ kind: 'key', chord: 'Escape' })).toEqual(accepted);
  expect(await practice.look(email)).toMatchObject({ value: { hit: { covering: null } } });
});

test('keys and typing go where the focus is', async () => {
  expect(await practice.act(await practice.find('searchbox', 'Search tickets'), { kind: 'focus' })).toEqual(
    accepted,
  );
  expect(await practice.input({ kind: 'type', text: 'invoice' })).toEqual(accepted);
  expect(nodeOf(await practice.tree(), 'searchbox', 'Search tickets')).toMatchObject({ value: 'invoice' });
  await practice.input({ kind: 'key', chord: 'Control+a' });
  await practice.input({ kind: 'type', text: '#1299' });
  const found = await practice.tree();
  expect(nodeOf(found, 'searchbox', 'Search tickets').value).toBe('#1299');
  expect(nodeOf(found, 'text', '1 of 240 tickets').role).toBe('text');
  await practice.input({ kind: 'key', chord: 'Tab' });
  expect(nodeOf(await practice.tree(), 'button', 'Refresh list').states).toContain('focused');
  expect(await practice.input({ kind: 'key', chord: 'Hyper+x' })).toMatchObject({
    ok: false,
    failure: { code: 'invalid_input' },
  });
});

test('scrolling moves the list', async () => {
  const table = await practice.find('table', 'Tickets');
  const top = async () => nodeOf(await practice.tree(), 'table', 'Tickets').bounds?.y;
  const before = await top();
  expect(await practice.act(table, { kind: 'scroll', dx: 0, dy: 320 })).toEqual(accepted);
  expect(before! - (await top())!).toBe(320);
});
