import { expect, test } from 'vitest';
import { type Branch, branchesOf } from '../branch';
import { grown, linesOf, recorded } from './recorded.fixture';

const before = grown(recorded.desk);
const modal = grown(recorded.behindModal, before);

const identities = (root: Branch) => new Set([...branchesOf(root)].map(({ node }) => node.identity));

test('opening a modal adds the dialog and takes nothing away but the focus', () => {
  const had = identities(before);
  const has = identities(modal);
  expect([...had].filter((identity) => !has.has(identity))).toEqual([]);
  const added = [...branchesOf(modal)].filter(({ node }) => !had.has(node.identity));
  expect(added.map(({ node }) => `${node.role} ${node.name}`)).toEqual([
    'dialog Close all tickets?',
    'heading Close all tickets?',
    'text All 240 tickets leave the list. This cannot be undone.',
    'button Cancel',
    'button Close all',
  ]);
  const changed = linesOf(modal).filter((line) => !linesOf(before).includes(line));
  expect(changed.map((line) => line.trim())).toEqual([
    'button "Open ticket #1300" [focusable]',
    'dialog "Close all tickets?" [focusable modal]',
    'heading "Close all tickets?"',
    'text "All 240 tickets leave the list. This cannot be undone."',
    'button "Cancel" [focusable focused]',
    'button "Close all" [focusable]',
  ]);
});

test('without an earlier tree, what is behind is not read', () => {
  expect(linesOf(grown(recorded.behindModal))[0]).toBe('window "Support desk" (unreadable)');
});

test('a tree of an earlier load of the page is no help', () => {
  const other = { ...before, node: { ...before.node, identifier: null, identity: 'L0.d1' } };
  expect(linesOf(grown(recorded.behindModal, other))[0]).toBe('window "Support desk" (unreadable)');
});

test('what has left the document meanwhile is not kept', () => {
  const leaving: Branch = {
    node: {
      role: 'menu',
      name: 'File',
      value: null,
      states: [],
      bounds: { x: 0, y: 0, width: 9, height: 9 },
      identifier: null,
      identity: 'L1.d99999',
    },
    hole: null,
    children: [],
  };
  const withMenu = { ...before, children: [leaving, ...before.children] };
  expect(linesOf(grown(recorded.behindModal, withMenu))).toEqual(linesOf(modal));
});

test('with no modal, an earlier tree changes nothing', () => {
  expect(grown(recorded.desk, modal)).toEqual(before);
});
