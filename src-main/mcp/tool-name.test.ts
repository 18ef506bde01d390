import { expect, test } from 'vitest';
import { toolName } from './tool-name';

const legal = /^[A-Za-z0-9_-]{1,64}$/;

test('a legal name is kept, under its server', () => {
  expect(toolName('files', 'read_file')).toBe('files__read_file');
});

test('what no API would take becomes legal, and stays one of a kind', () => {
  const long = 'x'.repeat(128);
  const names = ['a.b', 'a b', 'a/b', 'a_b', '', 'ä', long, `${long.slice(1)}y`].map((own) =>
    toolName('s', own),
  );
  for (const name of names) expect(name).toMatch(legal);
  expect(new Set(names).size).toBe(names.length);
  expect(toolName('s', 'a.b')).toBe(names[0]);
});
