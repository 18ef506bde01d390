import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Keymap, spareKeycodes } from './keymap';
import { keysymOf } from './keysyms';
import { type Keyboard, planTyping } from './typing-plan';

/** Twenty-six letters in two layouts, and then keys that write nothing. */
function keyboardWith(spares: number): Keyboard {
  const letters = Array.from({ length: 26 }, (_, n) => [97 + n, 65 + n, 0x430 + n, 0x410 + n]);
  const nothing = Array.from({ length: spares }, () => [0, 0, 0, 0]);
  const keymap: Keymap = { first: 8, rows: [...letters, ...nothing] };
  return { keymap, group: 0, spare: spareKeycodes(keymap), lent: new Map() };
}

/** What a program reads that looks keys up as late as it may: at the end of a batch. */
function readLate({ keymap, lent }: Keyboard, plan: NonNullable<ReturnType<typeof planTyping>>): number[] {
  const meaning = new Map(lent);
  return plan.batches.flatMap(({ lend, strokes }) => {
    for (const [keycode, keysym] of lend) meaning.set(keycode, keysym);
    return strokes.map(
      ({ keycode, shift }) =>
        meaning.get(keycode) ?? keymap.rows[keycode - keymap.first]?.[shift ? 1 : 0] ?? 0,
    );
  });
}

const text = fc.string({
  unit: fc.constantFrom('a', 'Z', 'é', '漢', '字', '😀', 'ß', 'ü', 'к', '€'),
  maxLength: 40,
});

describe('planTyping', () => {
  it('types every text, on however few keys, also for a program that looks them up late', () => {
    fc.assert(
      fc.property(fc.array(text, { maxLength: 4 }), fc.integer({ min: 1, max: 5 }), (texts, spares) => {
        let keyboard = keyboardWith(spares);
        for (const each of texts) {
          const plan = planTyping(each, keyboard);
          if (plan === null) throw new Error('There is a key to lend.');
          expect(readLate(keyboard, plan)).toEqual(Array.from(each, keysymOf));
          keyboard = plan.keyboard;
        }
      }),
    );
  });

  it('lends nothing for what is on a key, and nothing twice', () => {
    const keyboard = keyboardWith(2);
    const first = planTyping('aé', keyboard);
    expect(first?.batches).toEqual([
      {
        lend: new Map([[34, 0xe9]]),
        strokes: [
          { keycode: 8, shift: false },
          { keycode: 34, shift: false },
        ],
      },
    ]);
    expect(planTyping('éA', first?.keyboard ?? keyboard)?.batches[0]).toEqual({
      lend: new Map(),
      strokes: [
        { keycode: 34, shift: false },
        { keycode: 8, shift: true },
      ],
    });
  });

  it('keeps what was lent last for longest', () => {
    const keyboard = keyboardWith(2);
    const plan = planTyping('éßéü', keyboard);
    expect(plan?.batches.map(({ lend }) => [...lend.keys()])).toEqual([[34, 35], [35]]);
  });

  it('says where there is no key to lend', () => {
    expect(planTyping('é', keyboardWith(0))).toBeNull();
    expect(planTyping('a', keyboardWith(0))).not.toBeNull();
  });
});
