import { expect, test } from 'vitest';
import { program, text } from './raw.fixture';
import { looksAsleep } from './read-tree';

const close = { role: 'AXButton', subrole: 'AXCloseButton' };

test('a window with a title bar and nothing else is one of a program that sleeps', () => {
  expect(
    looksAsleep(program(close, text('Editor'), { role: 'AXGroup', inside: [{ role: 'AXGroup' }] })),
  ).toBe(true);
  expect(looksAsleep(program(close, { role: 'AXGroup', inside: [{ role: 'AXWebArea' }] }))).toBe(true);
});

test('a window with anything to use in it is not, nor is a program without windows', () => {
  expect(looksAsleep(program(close, { role: 'AXGroup', inside: [{ role: 'AXTextField' }] }))).toBe(false);
  expect(looksAsleep(program().slice(0, 1))).toBe(false);
});
