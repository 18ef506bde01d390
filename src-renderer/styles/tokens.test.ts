import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { contrast, distance, type Linear, linearOf, seenWith, visions } from './colour-vision';

const css = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8');

const [lightCss = '', darkCss = ''] = css.split('@media (prefers-color-scheme: dark)');
const TOKEN = /^\s+--color-([a-z-]+): oklch\(([\d.]+) ([\d.]+) ([\d.]+)\);$/gm;

/** The opaque colours of a block of declarations, by name. */
const coloursIn = (block: string) =>
  new Map(
    [...block.matchAll(TOKEN)].map(
      ([, name = '', l, c, h]) => [name, linearOf(Number(l), Number(c), Number(h))] as const,
    ),
  );

const themes = { light: coloursIn(lightCss), dark: coloursIn(darkCss) };

const MEANINGS = ['sequential', 'parallel', 'model', 'failure', 'hazard'];
const TEXTS = ['text', 'muted', ...MEANINGS, 'added', 'removed'];
const GREYS = ['canvas', 'panel', 'sunken'];
/** Four times what is just noticeable side by side. */
const TOLD_APART = 0.08;

describe.each(['light', 'dark'] as const)('the %s theme', (theme) => {
  const colour = (name: string): Linear => {
    const found = themes[theme].get(name);
    if (found === undefined) throw new Error(`tokens.css has no opaque --color-${name}`);
    return found;
  };

  it.each(GREYS)('has text at 4.5:1 or more on %s', (grey) => {
    expect(TEXTS.filter((text) => contrast(colour(text), colour(grey)) < 4.5)).toEqual([]);
  });

  it('has text at 4.5:1 or more on a fill of every meaning', () => {
    expect(MEANINGS.filter((meaning) => contrast(colour('inverse'), colour(meaning)) < 4.5)).toEqual([]);
  });

  it.each(visions)('keeps its meanings apart with %s', (vision) => {
    const seen = MEANINGS.map((name) => ({ name, as: seenWith(vision, colour(name)) }));
    const alike = seen.flatMap((one, index) =>
      seen
        .slice(index + 1)
        .filter((other) => distance(one.as, other.as) < TOLD_APART)
        .map((other) => `${one.name} and ${other.name}: ${distance(one.as, other.as).toFixed(3)}`),
    );
    expect(alike).toEqual([]);
  });

  it('stays inside what a screen can show', () => {
    const outside = [...themes[theme]].filter(([, parts]) =>
      parts.some((part) => part < -0.001 || part > 1.001),
    );
    expect(outside.map(([name]) => name)).toEqual([]);
  });
});
