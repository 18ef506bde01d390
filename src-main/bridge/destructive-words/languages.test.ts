import { describe, expect, it, test } from 'vitest';
import { languages } from './index';

test('each language is told once', () => {
  const names = languages.map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
});

describe.each(languages)('$name', ({ words, wholeNames, before, after }) => {
  it('has words, each once, in lower case, and each a pattern by itself', () => {
    expect(words.length).toBeGreaterThan(10);
    const all = [...words, ...wholeNames, ...before, ...after];
    for (const text of all) {
      expect(text).toBe(text.trim().toLowerCase());
      expect(text).not.toBe('');
      expect(() => new RegExp(text, 'u')).not.toThrow();
      expect(
        ''.match(new RegExp(`^(?:${text})$`, 'u')),
        'a pattern that fits nothing fits every name',
      ).toBeNull();
    }
    for (const texts of [words, wholeNames, before, after]) expect(new Set(texts).size).toBe(texts.length);
  });

  it('says how the word is taken back', () => {
    expect(before.length + after.length).toBeGreaterThan(0);
  });
});
