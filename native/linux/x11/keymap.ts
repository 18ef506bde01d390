/** Which keysyms each keycode writes, as the server tells it. */
export interface Keymap {
  readonly first: number;
  /** One a keycode: group 1 without and with shift, then group 2. Further columns need modifiers we do not use. */
  readonly rows: readonly (readonly number[])[];
}

/** A key to press, with shift or without. */
export interface Stroke {
  readonly keycode: number;
  readonly shift: boolean;
}

/**
 * The key that writes a keysym.
 * @param group the layout in use, from 0. Of the third and further ones the server does not tell here
 */
export function strokeFor(keymap: Keymap, keysym: number, group: number): Stroke | null {
  if (group > 1) return null;
  for (const shift of [false, true]) {
    const column = group * 2 + (shift ? 1 : 0);
    const index = keymap.rows.findIndex((row) => row[column] === keysym);
    if (index >= 0) return { keycode: keymap.first + index, shift };
  }
  return null;
}

/** The key that a keysym is on, whatever the layout: for modifiers, and for keys that write nothing. */
export function keycodeOf(keymap: Keymap, keysym: number): number | null {
  const index = keymap.rows.findIndex((row) => row.includes(keysym));
  return index < 0 ? null : keymap.first + index;
}

/** Keycodes that write nothing and so can be lent to any character. */
export function spareKeycodes(keymap: Keymap): number[] {
  return keymap.rows.flatMap((row, n) => (row.every((keysym) => keysym === 0) ? [keymap.first + n] : []));
}
