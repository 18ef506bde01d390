import { type Keymap, type Stroke, strokeFor } from './keymap';
import { keysymOf } from './keysyms';

/** Some keys lent to characters, and then some strokes. */
export interface Batch {
  /** Keycodes to keysyms: what changes of what is lent. */
  readonly lend: ReadonlyMap<number, number>;
  readonly strokes: readonly Stroke[];
}

/**
 * How to type a text. A character that is on no key gets a spare one. A program may look a key up long after it
 * was pressed, so within a batch no key changes its meaning, and whoever carries this out waits between batches.
 * @param spare keycodes to lend, least recently lent first
 * @param lent what each of them writes now
 * @returns null where there is no key to lend
 */
export function planTyping(
  text: string,
  { keymap, group, spare, lent }: Keyboard,
): { readonly batches: readonly Batch[]; readonly keyboard: Keyboard } | null {
  interface Open {
    readonly lend: Map<number, number>;
    readonly strokes: Stroke[];
    readonly used: Set<number>;
  }
  const batches: Open[] = [];
  const begin = () => {
    const batch: Open = { lend: new Map(), strokes: [], used: new Set() };
    batches.push(batch);
    return batch;
  };
  let now = begin();
  let order = [...spare];
  const writes = new Map(lent);
  for (const character of text) {
    const keysym = keysymOf(character);
    const stroke = strokeFor(keymap, keysym, group);
    if (stroke !== null) {
      now.strokes.push(stroke);
      continue;
    }
    let keycode = order.find((one) => writes.get(one) === keysym);
    if (keycode === undefined) {
      if (order.every((one) => now.used.has(one))) now = begin();
      keycode = order.find((one) => !now.used.has(one));
      if (keycode === undefined) return null;
      writes.set(keycode, keysym);
      now.lend.set(keycode, keysym);
    }
    const chosen = keycode;
    now.used.add(chosen);
    order = [...order.filter((one) => one !== chosen), chosen];
    now.strokes.push({ keycode: chosen, shift: false });
  }
  return {
    batches: batches.map(({ lend, strokes }) => ({ lend, strokes })),
    keyboard: { keymap, group, spare: order, lent: writes },
  };
}

export interface Keyboard {
  readonly keymap: Keymap;
  readonly group: number;
  readonly spare: readonly number[];
  readonly lent: ReadonlyMap<number, number>;
}
