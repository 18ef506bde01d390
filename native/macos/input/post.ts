import type { Cf } from '../core-foundation/cf';
import { type Held, type Owned, type Scope, withScope } from '../core-foundation/ownership';
import { eventFields, eventSourceStates, eventTaps, scrollUnits } from '../declarations/events';
import type { CGEventRef, CGEventSourceRef } from '../declarations/refs';
import type { PlannedEvent, Stroke } from './events';

/** To one program, wherever the focus of the desktop is; or to the session, as from a keyboard or mouse. */
export type Destination = { readonly kind: 'program'; readonly pid: number } | { readonly kind: 'session' };

/** Why nothing of a stroke was posted. */
export type PostRefusal =
  /** The system does not let this process post events. */
  | 'not_permitted'
  /** Somewhere a person is typing a password: no key of ours would arrive. */
  | 'secure_input'
  /** The system made no event. */
  | 'failed';

/** Tells our events from a person's, in the field that is there for it. */
export const ourMark = 0x1f7e10c;

/** Posting says nothing of whether it arrived. @returns null once all of the stroke was posted, else why none of it was */
export function post(cf: Cf, stroke: Stroke, to: Destination): PostRefusal | null {
  if (!cf.call.CGPreflightPostEventAccess()) return 'not_permitted';
  const hasKeys = stroke.some(({ kind }) => kind === 'key');
  if (hasKeys && cf.call.IsSecureEventInputEnabled() !== 0) return 'secure_input';
  return withScope(cf, (scope) => {
    // A source of its own: what a person is holding down does not mix with it.
    const source = cf.call.CGEventSourceCreate(eventSourceStates.Private);
    const held = source === null ? null : scope.own(source);
    const made = stroke.map((event) => make(cf, scope, event, held));
    if (made.includes(null)) return 'failed';
    for (const event of made) if (event !== null) send(cf, event, to);
    return null;
  });
}

function send({ call }: Cf, { ref }: Held<CGEventRef>, to: Destination): void {
  if (to.kind === 'program') call.CGEventPostToPid(to.pid, ref);
  else call.CGEventPost(eventTaps.Session, ref);
}

function make(
  cf: Cf,
  scope: Scope,
  event: PlannedEvent,
  source: Held<CGEventSourceRef> | null,
): Owned<CGEventRef> | null {
  const ref = create(cf, event, source);
  if (ref === null) return null;
  const made = scope.own(ref);
  cf.call.CGEventSetIntegerValueField(made.ref, eventFields.SourceUserData, ourMark);
  complete(cf, event, made);
  return made;
}

function create({ call }: Cf, event: PlannedEvent, held: Held<CGEventSourceRef> | null): CGEventRef | null {
  const source = held?.ref ?? null;
  switch (event.kind) {
    case 'key':
      return call.CGEventCreateKeyboardEvent(source, event.code, event.down);
    case 'mouse':
      return call.CGEventCreateMouseEvent(source, event.type, event.at, event.button);
    case 'scroll': {
      const wheels = 2;
      return call.CGEventCreateScrollWheelEvent2(
        source,
        scrollUnits.Pixel,
        wheels,
        up(event.dy),
        up(event.dx),
        0,
      );
    }
  }
}

/** A wheel counts upwards, and to the left. */
function up(distance: number): number {
  return distance === 0 ? 0 : -Math.round(distance);
}

function complete({ call }: Cf, event: PlannedEvent, { ref }: Held<CGEventRef>): void {
  if (event.kind === 'mouse') call.CGEventSetIntegerValueField(ref, eventFields.ClickState, event.clickState);
  if (event.kind !== 'key') return;
  if (event.text !== null) {
    const units = Uint16Array.from({ length: event.text.length }, (_, at) => event.text?.charCodeAt(at) ?? 0);
    call.CGEventKeyboardSetUnicodeString(ref, units.length, units);
  }
  call.CGEventSetFlags(ref, event.flags);
}
