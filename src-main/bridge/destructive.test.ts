import { describe, expect, it } from 'vitest';
import type { NodeState } from '../contract/accessibility';
import { cannotBeUndone } from './destructive';

const button = (name: string, states: readonly NodeState[] = []) => ({
  role: 'button',
  name,
  states: [...states],
});

describe('a button cannot be undone that is called', () => {
  it.each([
    'Delete',
    'DELETE',
    '_Delete',
    'De&lete',
    'Delete…',
    'Delete all...',
    'Delete key',
    'Permanently delete 3 messages',
    'Remove',
    'Erase Disk',
    'Discard changes',
    'Send',
    'Send now',
    'Save and send',
    'Resend code',
    'Submit order',
    'Place your order',
    'Pay $12.00',
    'Buy now',
    'Check out',
    'Checkout',
    'Format',
    'Format disk…',
    'Uninstall',
    'Sign out',
    'Log out Ada',
    'Logout',
    'Shut Down',
    'Empty Trash',
    "Don't Save",
    'Don’t save',
    'Close without saving',
    'Cancel and delete',
    "Don't keep: delete",
    'Never mind, send',
  ])('%s', (name) => expect(cannotBeUndone(button(name))).toBe(true));
});

describe('a button can be undone, or does not say, that is called', () => {
  it.each([
    '',
    "Don't send",
    'Don’t send',
    'Do not delete',
    'Never delete',
    'Undo delete',
    'Cancel send',
    'Undelete',
    'Deleted items',
    'Sender',
    'Sent',
    'Payment methods',
    'Buyer',
    'Format painter',
    'Format cells',
    'Information',
    'Removed',
    'Cancel',
    'Save',
    'Send_er',
  ])('%s', (name) => expect(cannotBeUndone(button(name))).toBe(false));
});

it('goes by what is pressed: not by a row, a field or a menu that only opens', () => {
  expect(cannotBeUndone({ role: 'menuitem', name: 'Delete', states: [] })).toBe(true);
  expect(cannotBeUndone({ role: 'link', name: 'Sign out', states: ['focused'] })).toBe(true);
  for (const role of ['row', 'textbox', 'menu', 'checkbox', 'listitem'])
    expect(cannotBeUndone({ role, name: 'Delete', states: [] })).toBe(false);
  expect(cannotBeUndone(button('Send options', ['collapsed']))).toBe(false);
  expect(cannotBeUndone(button('Format', ['expanded']))).toBe(false);
});

it('asks about nothing that the demos press on the practice page', () => {
  const names = [
    'Create ticket',
    'Confirm',
    'Cancel',
    'File',
    'View',
    'New ticket',
    'Export list',
    'Close all...',
    'Close all',
    'Clear form',
    'Compact rows',
    'Newest first',
    'Close details',
    'Open ticket #1001',
    'Notify customer',
  ];
  for (const role of ['button', 'menuitem'])
    expect(names.filter((name) => cannotBeUndone({ role, name, states: [] }))).toEqual([]);
});
