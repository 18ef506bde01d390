import { getState } from './accessible';
import { doAction } from './action';
import { type Answer, answer, type Trouble, trouble } from './answer';
import { getApplicationBusAddress } from './application';
import { grabFocus, type Point, scrollTo, scrollToPoint } from './component';
import { Line, type Patience } from './line';
import { applicationAt, type Ref, refOf } from './ref';
import type { Request } from './request';
import { selectChild } from './selection';
import { hasState } from './states';
import { addRowSelection } from './table';
import { insertText, setTextContents } from './text';
import { setCurrentValue } from './value';

/**
 * What came of an action that was sent. None of these says that anything changed: look again.
 * - `accepted`: the program says yes
 * - `declined`: the program says no, or has no such thing; nothing was done
 * - `unknown`: sent, and no answer; it may have been done, or be done later. Not to be repeated.
 */
export type Outcome =
  | { readonly kind: 'accepted' }
  | { readonly kind: 'declined'; readonly why: Trouble }
  | { readonly kind: 'unknown'; readonly why: Trouble };

export const press = (line: Line, identity: string, action: number, patience: Patience) =>
  act(line, identity, doAction(action), patience);

/** In place of all that was there. */
export const setText = (line: Line, identity: string, text: string, patience: Patience) =>
  act(line, identity, setTextContents(text), patience);

export const insertTextAt = (line: Line, identity: string, at: number, text: string, patience: Patience) =>
  act(line, identity, insertText(at, text), patience);

export const setValue = (line: Line, identity: string, value: number, patience: Patience) =>
  act(line, identity, setCurrentValue(value), patience);

export const select = (line: Line, identity: string, child: number, patience: Patience) =>
  act(line, identity, selectChild(child), patience);

/** A row of a table, beside those that are selected where it takes several. */
export const selectRow = (line: Line, identity: string, row: number, patience: Patience) =>
  act(line, identity, addRowSelection(row), patience);

export const focus = (line: Line, identity: string, patience: Patience) =>
  act(line, identity, grabFocus, patience);

/** Into view. */
export const reveal = (line: Line, identity: string, patience: Patience) =>
  act(line, identity, scrollTo, patience);

/** Into view, with its top left corner there. */
export const revealAt = (line: Line, identity: string, corner: Point, patience: Patience) =>
  act(line, identity, scrollToPoint(corner), patience);

/**
 * Where the answer is a trouble, nothing was sent. An element that is gone is found out beforehand, for Chromium acts on a defunct one
 * and says yes.
 */
async function act(
  line: Line,
  identity: string,
  request: Request<boolean | null>,
  patience: Patience,
): Promise<Answer<Outcome>> {
  const ref = refOf(identity);
  if (ref === null) return trouble('gone', `${identity} names no element.`);
  const [states, peer] = await Promise.all([
    line.ask(ref, getState, patience),
    openPeer(line, ref.bus, patience),
  ]);
  try {
    if (!states.ok) return states;
    if (hasState(states.value, 'defunct')) return trouble('gone', `${identity} is defunct.`);
    if (!peer.ok) return peer;
    return outcomeOf(await (peer.value ?? line).ask(ref, request, patience));
  } finally {
    if (peer.ok) await peer.value?.close();
  }
}

/** After these nothing was done. All else may have been. */
const declining: ReadonlySet<Trouble['kind']> = new Set(['gone', 'unsupported', 'refused']);

function outcomeOf(done: Answer<boolean | null>): Answer<Outcome> {
  if (done.ok)
    return answer(
      done.value === false
        ? { kind: 'declined', why: { kind: 'refused', sentence: 'The program said no.' } }
        : { kind: 'accepted' },
    );
  return answer({ kind: declining.has(done.trouble.kind) ? 'declined' : 'unknown', why: done.trouble });
}

/**
 * A connection to the program without a bus in between; null where it takes none (GTK 4). GTK 3 answers nothing more on a connection
 * over which a modal dialog was opened until that is closed. So each action has a connection of its own.
 */
async function openPeer(line: Line, bus: Ref['bus'], patience: Patience): Promise<Answer<Line | null>> {
  const address = await line.ask(applicationAt(bus), getApplicationBusAddress, patience);
  if (address.ok) return address.value === '' ? answer(null) : Line.open(address.value, 'peer', patience);
  return address.trouble.kind === 'unsupported' ? answer(null) : address;
}
