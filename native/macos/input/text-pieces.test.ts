import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anyText } from '../any-text.arbitrary';
import { longestPiece, piecesOf } from './text-pieces';

const texts = anyText(60);

test('put together again, the pieces are the text', () => {
  fc.assert(
    fc.property(texts, (text) => {
      const typed = piecesOf(text).map((piece) =>
        piece.kind === 'text' ? piece.text : piece.key === 'Enter' ? '\n' : '\t',
      );
      expect(typed.join('')).toBe(text.replace(/\r\n?/g, '\n'));
    }),
  );
});

test('no piece is longer than an event takes, is empty, or begins or ends within a pair of surrogates', () => {
  fc.assert(
    fc.property(texts, (text) => {
      for (const piece of piecesOf(text)) {
        if (piece.kind === 'key') continue;
        expect(piece.text.length).toBeGreaterThan(0);
        expect(piece.text.length).toBeLessThanOrEqual(longestPiece);
        expect(Buffer.from(piece.text).toString()).toBe(piece.text);
      }
    }),
  );
});

test.each([
  ['nothing', '', []],
  ['what fits goes at once', 'a'.repeat(20), ['a'.repeat(20)]],
  ['one unit more is another piece', 'a'.repeat(21), ['a'.repeat(20), 'a']],
  ['a pair at the edge goes over whole', `${'a'.repeat(19)}😀`, ['a'.repeat(19), '😀']],
  ['a family stays together', `${'a'.repeat(15)}👩‍👩‍👧‍👦`, ['a'.repeat(15), '👩‍👩‍👧‍👦']],
  ['an accent stays on its letter', `${'a'.repeat(19)}e\u0301`, ['a'.repeat(19), 'e\u0301']],
])('%s', (_what, text, expected) => {
  expect(piecesOf(text)).toEqual(expected.map((piece) => ({ kind: 'text', text: piece })));
});

test('the ends of lines and tabs are keys', () => {
  expect(piecesOf('a\r\nb\tc\n')).toEqual([
    { kind: 'text', text: 'a' },
    { kind: 'key', key: 'Enter' },
    { kind: 'text', text: 'b' },
    { kind: 'key', key: 'Tab' },
    { kind: 'text', text: 'c' },
    { kind: 'key', key: 'Enter' },
  ]);
});
