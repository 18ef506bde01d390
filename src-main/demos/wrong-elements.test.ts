import { expect, it } from 'vitest';
import type { Snapshot } from '../contract/accessibility';
import { snapshotId } from '../contract/ids';
import type { PracticeEntry } from '../contract/practice-record';
import type { Call } from '../contract/trace-model';
import { refTo } from './desk-world.fixture';
import { evidenceOf, screenCall } from './evidence.fixture';
import { wrongElementWrites } from './wrong-elements';

const node = (parent: number, role: string, name: string): Snapshot['nodes'][number] => ({
  parent,
  role,
  name,
  value: null,
  states: name === 'Email' ? ['focused'] : [],
  bounds: null,
  identifier: null,
  identity: `${role} ${name}`,
  hole: null,
});
const screen: Snapshot = {
  id: snapshotId(1),
  epoch: 0,
  app: 'practice',
  title: 'Support desk',
  nodes: [
    node(-1, 'window', 'Support desk'),
    node(0, 'textbox', 'Email'),
    node(0, 'datefield', 'Due date'),
    node(0, 'combobox', 'Priority'),
    node(3, 'option', 'High'),
    node(0, 'text', 'Notify customer'),
    node(0, 'button', 'Create ticket'),
    node(6, 'text', 'Create ticket text'),
    node(0, 'row', '#1300  Ada'),
    node(8, 'cell', 'Ada'),
  ],
};
const on = (name: string) => ({ ref: refTo(screen, name) });
const pressed = (role: string, name: string): PracticeEntry => ({ kind: 'pressed', element: { role, name } });
const changed = (role: string, name: string): PracticeEntry => ({
  kind: 'changed',
  element: { role, name },
  value: 'x',
});

function wrong(calls: readonly Call[], practice: readonly PracticeEntry[]): number {
  return wrongElementWrites(evidenceOf({ task: '', calls, practice: [...practice], snapshots: [screen] }));
}

it.each([
  ['the element itself', 'Email', changed('textbox', 'Email')],
  ['a field', 'Due date', changed('datefield', 'Due date')],
  ['an option of a choice', 'High', changed('combobox', 'Priority')],
  ['a label', 'Notify customer', changed('checkbox', 'Notify customer')],
  ['the text in a button', 'Create ticket text', pressed('button', 'Create ticket')],
  ['a cell of a row', 'Ada', pressed('row', '#1300 Ada')],
])('finds %s to be what the call named', (_what, name, entry) => {
  expect(wrong([screenCall(0, 'click', on(name))], [entry])).toBe(0);
});

it.each([
  ['another name', pressed('button', 'Clear form')],
  ['another role', pressed('menuitem', 'Email')],
  ['a container of what was named', pressed('window', 'Support desk')],
])('counts what happened to %s', (_what, entry) => {
  expect(wrong([screenCall(0, 'click', on('Email'))], [entry, entry])).toBe(2);
});

it('lets a read explain nothing, nor a write that never started', () => {
  const read = screenCall(0, 'read_element', on('Email'), 'read');
  const skipped: Call = { ...screenCall(1, 'click', on('Email')), startedAt: null };
  expect(wrong([read, skipped], [changed('textbox', 'Email')])).toBe(1);
});

it('takes keys without a ref as meant for what had the focus', () => {
  const evidence = evidenceOf({
    task: '',
    calls: [screenCall(5, 'press_key', { chord: 'a' })],
    practice: [changed('textbox', 'Email'), changed('datefield', 'Due date')],
    snapshots: [screen],
  });
  const blob = '0'.repeat(64) as never;
  const handle = { id: screen.id, epoch: 0, app: 'practice', title: '', nodeCount: 10, blob };
  const snapshots = [{ handle, at: 1, seq: 1, turn: 1, callId: null, cause: 'asked' as const }];
  expect(wrongElementWrites({ ...evidence, model: { ...evidence.model, snapshots } })).toBe(1);
});
