import { expect, test } from 'vitest';
import { branchesOf } from '../branch';
import type { AxNode } from './cdp-answers';
import { growTree } from './grow-tree';
import { grown, layoutOf, linesOf, recorded } from './recorded.fixture';

test('a recorded window in words: wrappers and echoes folded away, nothing of the secure field', () => {
  expect(linesOf(grown(recorded.desk))).toEqual([
    'window "Support desk"',
    '  heading "Support desk"',
    '  menubar "Support desk"',
    '    menuitem "File" [collapsed focusable]',
    '    menuitem "View" [collapsed focusable]',
    '  searchbox "Search tickets" = "#1300" [editable focusable]',
    '  text "1 of 240 tickets"',
    '  button "Refresh list" [focusable]',
    '  table "Tickets"',
    '    row ""',
    '      columnheader "Number"',
    '      columnheader "Subject"',
    '      columnheader "Customer"',
    '      columnheader "Priority"',
    '      columnheader "Updated"',
    '    row ""',
    '      button "Open ticket #1300" [focusable focused]',
    '      cell "Printer on floor 2 is offline"',
    '      cell "Amara Okafor"',
    '      cell "Normal"',
    '      cell "2025-03-14"',
    '  form "New ticket"',
    '    heading "New ticket"',
    '    textbox "Customer name" = "Ada" [editable focusable required]',
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
});

test('not even the dots that Chromium shows for a PIN get into the tree', () => {
  expect(JSON.stringify(recorded.desk.nodes)).toContain('••••');
  expect(JSON.stringify(grown(recorded.desk))).not.toContain('•');
});

test('every node has an identity of its own, of this load of the page', () => {
  const identities = [...branchesOf(grown(recorded.desk))].map(({ node }) => node.identity);
  expect(new Set(identities).size).toBe(identities.length);
  for (const identity of identities) expect(identity).toMatch(/^L1\.d\d+$/);
});

test('bounds are those of the elements; an option of a closed list has none', () => {
  const nodes = [...branchesOf(grown(recorded.desk))].map(({ node }) => node);
  expect(nodes.find(({ name }) => name === 'Search tickets')?.bounds).toEqual({
    x: 16,
    y: 52,
    width: 280,
    height: 28,
  });
  expect(nodes.find(({ name }) => name === 'Urgent')?.bounds).toBeNull();
});

const layout = { ...layoutOf(recorded.desk), secure: new Set([4]) };
const ax = (id: number, role: string, name: string, childIds: number[] = [], more: Partial<AxNode> = {}) => ({
  nodeId: String(id),
  ignored: false,
  ignoredReasons: [],
  role: { value: role },
  name: { value: name },
  properties: [],
  childIds: childIds.map(String),
  backendDOMNodeId: id,
  ...more,
});
const lines = (...nodes: AxNode[]) => linesOf(growTree(nodes, 'L1', layout)).map((line) => line.trim());

test('a paragraph in pieces is one text', () => {
  const told = lines(
    ax(1, 'RootWebArea', 'Desk', [2]),
    ax(2, 'paragraph', '', [3, 5]),
    ax(3, 'StaticText', '240 '),
    ax(5, 'generic', '', [6]),
    ax(6, 'StaticText', 'tickets'),
  );
  expect(told).toEqual(['window "Desk"', 'text "240 tickets"']);
});

test('a heading does not repeat its text, but a group tells what its name does not say', () => {
  const told = lines(
    ax(1, 'RootWebArea', 'Desk', [2, 5]),
    ax(2, 'heading', 'Two words', [3, 6]),
    ax(3, 'StaticText', 'Two '),
    ax(6, 'StaticText', 'words'),
    ax(5, 'group', 'Facts', [7]),
    ax(7, 'StaticText', 'Something else'),
  );
  expect(told).toEqual(['window "Desk"', 'heading "Two words"', 'group "Facts"', 'text "Something else"']);
});

test('a date field with the focus in one of its parts has the focus, and is otherwise closed', () => {
  const told = lines(
    ax(1, 'RootWebArea', 'Desk', [2]),
    ax(2, 'Date', 'Due date', [3], { value: { value: '2025-04-30' } }),
    ax(3, 'spinbutton', 'Month', [], { properties: [{ name: 'focused', value: { value: true } }] }),
  );
  expect(told).toEqual(['window "Desk"', 'datefield "Due date" = "2025-04-30" [focused]']);
});

test('what is made up by Chromium itself can be told apart from an element', () => {
  const tree = growTree(
    [ax(1, 'RootWebArea', 'Desk', [2]), { ...ax(2, 'button', 'Made up'), backendDOMNodeId: undefined }],
    'L1',
    layout,
  );
  expect([...branchesOf(tree)].map(({ node }) => node.identity)).toEqual(['L1.d1', 'L1.x2']);
});
