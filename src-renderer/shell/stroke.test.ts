import { expect, it } from 'vitest';
import { strokeName } from './stroke';

const bare = { ctrlKey: false, metaKey: false, altKey: false };

it.each([
  ['?', bare, false, '?'],
  ['F6', bare, false, 'F6'],
  ['k', { ...bare, ctrlKey: true }, false, 'Mod+K'],
  ['k', { ...bare, metaKey: true }, true, 'Mod+K'],
  ['Enter', { ...bare, ctrlKey: true }, false, 'Mod+Enter'],
  ['+', { ...bare, ctrlKey: true }, false, 'Mod+='],
  ['k', { ...bare, ctrlKey: true }, true, null],
  ['k', { ...bare, metaKey: true }, false, null],
  ['k', { ...bare, altKey: true }, false, null],
] as const)('%s with %j, on a Mac: %s', (key, modifiers, mac, name) => {
  expect(strokeName({ key, ...modifiers }, mac)).toBe(name);
});
