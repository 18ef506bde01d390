import { activate } from './activate';
import { type Capture, openCamera } from './capture';
import { connect } from './connection';
import { answered, NoReply, type X11Failure, type X11Result } from './failure';
import { activeWindow } from './focus';
import { untilHandled } from './handled';
import { openHands } from './hands';
import { iconOf } from './icon';
import { keyboardNow, pressChord } from './keyboard';
import { canBeTyped, parseChord } from './keysyms';
import { openPersonWatch, type PersonInput } from './person';
import { type Button, click, movePointer, scroll } from './pointer';
import { giveBack, type Lending, type Typed, typeText } from './typing';
import { type Hit, type Point, windowAt } from './window-at';
import { listWindows, type X11Window } from './windows';

/** An X server's windows, pointer and keyboard. Points are pixels of the screen. No call throws. */
export interface X11 {
  readonly display: string;
  /** Why there are no pictures of windows here; null where there are. */
  readonly noCapture: X11Failure | null;
  /** Why nobody can tell here whether a person is at the keyboard; null where we can. */
  readonly noPersonWatch: X11Failure | null;
  /** A program's windows, or all, topmost first. */
  windows(pid: number | null): Promise<X11Result<readonly X11Window[]>>;
  activeWindow(): Promise<X11Result<number | null>>;
  windowAt(point: Point): Promise<X11Result<Hit>>;
  /** Raises a window, gives it the focus, and waits until it has it. */
  activate(window: number, limitMs?: number): Promise<X11Result<null>>;
  movePointer(to: Point): Promise<X11Result<null>>;
  click(at: Point, button?: Button, clicks?: number): Promise<X11Result<null>>;
  /** Notches of a wheel, to the right and down where positive. */
  scroll(at: Point, notches: Point): Promise<X11Result<null>>;
  /** Names as in the DOM's `KeyboardEvent.key`, modifiers first: `Control+a`, `Escape`. */
  press(chord: string): Promise<X11Result<null>>;
  /** Types any text into whatever has the focus. */
  type(text: string): Promise<X11Result<Typed>>;
  /** Whether a window's program has worked off all input so far: false where it hangs, or cannot say. */
  untilHandled(window: number, limitMs: number): Promise<X11Result<boolean>>;
  capture(window: number): Promise<X11Result<Capture>>;
  /** A PNG; null where the window's program gives it none. */
  icon(window: number): Promise<X11Result<Uint8Array | null>>;
  /** Hears of input that is not ours. @returns how to stop */
  watchPerson(seen: (input: PersonInput) => void): () => void;
  close(): Promise<void>;
}

/** A window manager answers in milliseconds. */
const ACTIVATE_LIMIT_MS = 2_000;

/**
 * Connects to an X server.
 * @param display as in `:1`. The server's cookie is found where Xlib finds it
 */
export function openX11(display: string): Promise<X11Result<X11>> {
  return answered(async () => {
    const connection = await connect(display);
    const hands = await openHands(connection);
    const [camera, person] = await Promise.all([
      answered(() => openCamera(connection)),
      answered(() => openPersonWatch(connection, hands)),
    ]);
    const lending: Lending = { lent: new Map() };
    return {
      display,
      noCapture: camera.ok ? null : camera.failure,
      noPersonWatch: person.ok ? null : person.failure,
      windows: (pid) => answered(() => listWindows(connection, pid)),
      activeWindow: () => answered(() => activeWindow(connection)),
      windowAt: (point) => answered(() => windowAt(connection, point)),
      activate: (window, limitMs = ACTIVATE_LIMIT_MS) => nothing(() => activate(connection, window, limitMs)),
      movePointer: (to) => nothing(() => movePointer(hands, to)),
      click: (at, button = 'left', clicks = 1) => nothing(() => click(hands, at, button, clicks)),
      scroll: (at, notches) => nothing(() => scroll(hands, at, notches)),
      press: (chord) =>
        nothing(async () => {
          const parsed = parseChord(chord);
          if (parsed === null) throw unknownKey(chord);
          await pressChord(hands, await keyboardNow(connection), parsed);
        }),
      type: (text) =>
        answered(async () => {
          if (!canBeTyped(text)) throw untypable();
          return typeText(connection, hands, lending, text);
        }),
      untilHandled: (window, limitMs) =>
        answered(async () => (await untilHandled(connection, window, limitMs)) === 'answered'),
      capture: async (window) => (camera.ok ? answered(() => camera.value.capture(window)) : camera),
      icon: (window) => answered(() => iconOf(connection, window)),
      watchPerson: (seen) => (person.ok ? person.value.watch(seen) : () => {}),
      close: async () => {
        await answered(() => giveBack(connection, lending));
        connection.close();
      },
    } satisfies X11;
  });
}

async function nothing(work: () => Promise<void>): Promise<X11Result<null>> {
  const done = await answered(work);
  return done.ok ? { ok: true, value: null } : done;
}

function unknownKey(chord: string): NoReply {
  return new NoReply('unknown_key', `There is no key ${chord}.`, 'Name keys as in Control+a or Escape.');
}

function untypable(): NoReply {
  return new NoReply(
    'unknown_key',
    'The text holds a control character, which no keyboard writes.',
    'Leave it out, or press a key for it.',
  );
}
