import { expect, test } from 'vitest';
import type { RoleWord, StateWord } from '../../../native/linux/atspi';
import { statesOf } from '../../../native/linux/atspi/states';
import { asInTree, type Step } from './popover-path';

function step(identity: string, role: RoleWord, ...words: readonly StateWord[]): Step {
  const bare = { name: '', description: '', extents: null, value: null, accessibleId: '', attributes: {} };
  const own = { ...bare, role, states: statesOf(...words), interfaces: new Set<string>(), actions: [] };
  return { identity, own: { ok: true, value: own } };
}

const names = (path: readonly Step[]) => asInTree(path).map(({ identity }) => identity);

test('a popover stands in its window, whatever it points at', () => {
  const path = [
    step('app', 'application'),
    step('window', 'frame'),
    step('box', 'filler'),
    step('volume', 'slider'),
    step('popover', 'panel', 'modal'),
    step('louder', 'push_button'),
  ];
  expect(names(path)).toEqual(['app', 'window', 'popover', 'louder']);
});

test('what is in no popover stands where it says', () => {
  const path = [
    step('app', 'application'),
    step('window', 'frame'),
    step('panel', 'panel'),
    step('ok', 'label'),
  ];
  expect(names(path)).toEqual(['app', 'window', 'panel', 'ok']);
});
