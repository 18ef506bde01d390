import { expect, it } from 'vitest';
import { jsonRows } from './json-rows';

function lines(value: unknown, openTo: number): string[] {
  return jsonRows(value, (_, depth) => depth < openTo).map(({ depth, key, part, comma }) => {
    const name = key === null ? '' : `${key}: `;
    const text = part.kind === 'scalar' ? part.text : part.bracket;
    const folded = part.kind === 'fold' && !part.open ? ` (${part.count})` : '';
    return `${' '.repeat(depth)}${name}${text}${folded}${comma ? ',' : ''}`;
  });
}

it('lays a value out as the lines of its JSON, commas and closing brackets included', () => {
  const value = { text: 'a "b"', list: [1, null, { deep: true }], none: {} };
  expect(lines(value, 9)).toEqual([
    '{',
    ' text: "a \\"b\\"",',
    ' list: [',
    '  1,',
    '  null,',
    '  {',
    '   deep: true',
    '  }',
    ' ],',
    ' none: { (0)',
    '}',
  ]);
});

it('says how much a folded part holds, and keeps the comma after it', () => {
  expect(lines({ list: [1, 2, 3], after: 1 }, 1)).toEqual(['{', ' list: [ (3),', ' after: 1', '}']);
});

it('gives every line a path of its own', () => {
  const paths = jsonRows({ a: [[], [1]], b: {} }, () => true).map((row) => row.path);
  expect(new Set(paths).size).toBe(paths.length);
});
