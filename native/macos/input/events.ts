import type { CGPoint } from '../declarations/c-type';
import { eventTypes, mouseButtons } from '../declarations/events';
import { namedKeys } from '../declarations/key-codes';
import type { Chord } from './chord';
import { piecesOf } from './text-pieces';

/** One event as it is made, before anything is posted. */
export type PlannedEvent =
  | {
      readonly kind: 'key';
      readonly code: number;
      readonly down: boolean;
      readonly flags: number;
      /** What is typed, whatever the code says; null for a key that types nothing. */
      readonly text: string | null;
    }
  | {
      readonly kind: 'mouse';
      readonly type: number;
      readonly at: CGPoint;
      readonly button: number;
      /** 1 for the first of several in one place, 0 for none. */
      readonly clickState: number;
    }
  /** Pixels; what lies further down and to the right comes into view where they are positive. */
  | { readonly kind: 'scroll'; readonly dx: number; readonly dy: number };

/** Events that go all or not at all, so that no key or button is left pressed. */
export type Stroke = readonly PlannedEvent[];

/** A stroke a piece, of flags that are none, whatever the person is holding. */
export function typing(text: string): readonly Stroke[] {
  return piecesOf(text).map((piece): Stroke => {
    const key = piece.kind === 'key' ? namedKeys[piece.key] : 0;
    const typed = piece.kind === 'text' ? piece.text : null;
    return [true, false].map((down) => ({ kind: 'key', code: key, down, flags: 0, text: typed }));
  });
}

/** Modifiers go down one by one and up in the reverse order. */
export function pressing({ modifiers, code, character }: Chord): Stroke {
  const down: PlannedEvent[] = [];
  let flags = 0;
  for (const modifier of modifiers) {
    flags |= modifier.flag;
    down.push({ kind: 'key', code: modifier.code, down: true, flags, text: null });
  }
  const key = [true, false].map(
    (isDown): PlannedEvent => ({ kind: 'key', code, down: isDown, flags, text: character }),
  );
  const up = [...modifiers].reverse().map((modifier): PlannedEvent => {
    flags &= ~modifier.flag;
    return { kind: 'key', code: modifier.code, down: false, flags, text: null };
  });
  return [...down, ...key, ...up];
}

/** @param count 2 for a double click */
export function clicking(at: CGPoint, button: 'left' | 'right', count: number): readonly Stroke[] {
  const types =
    button === 'left'
      ? [eventTypes.LeftMouseDown, eventTypes.LeftMouseUp]
      : [eventTypes.RightMouseDown, eventTypes.RightMouseUp];
  const clicks = Array.from(
    { length: count },
    (_, index): Stroke =>
      types.map((type) => ({ kind: 'mouse', type, at, button: mouseButtons[button], clickState: index + 1 })),
  );
  return [moving(at), ...clicks];
}

export function moving(at: CGPoint): Stroke {
  return [{ kind: 'mouse', type: eventTypes.MouseMoved, at, button: mouseButtons.left, clickState: 0 }];
}

/** A wheel turns where the pointer is, so the pointer goes there first. */
export function scrolling(at: CGPoint, dx: number, dy: number): readonly Stroke[] {
  return [moving(at), [{ kind: 'scroll', dx, dy }]];
}
