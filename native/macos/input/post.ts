import type { Cf } from '../core-foundation/cf';
import { type Held, withScope } from '../core-foundation/ownership';
import { eventFields, eventSourceStates, eventTaps, scrollUnits } from '../declarations/events';
import type { CGEventRef, CGEventSourceRef } from '../declarations/refs';
import type { PlannedEvent } from './events';

/** To one program, wherever the focus of the desktop is; or to the session, as from a keyboard or mouse. */
export type Destination = { readonly kind: 'program'; readonly pid: number } | { readonly kind: 'session' };

/** Why nothing was posted at all. */
export type PostRefusal =
  /** The system does not let this process post events. */
  | 'not_permitted'
  /** Somewhere a person is typing a password: no key of ours would arrive. */
  | 'secure_input'
  /** The system made no event. */
  | 'failed';

/** Tells our events from a person's, in the field that is there for it. */
export const ourMark = 0x1f7e10c;

/** @returns null where keys may be posted now */
export function refusalOfPosting({ call }: Cf, kind: PlannedEvent['kind']): PostRefusal | null {
  if (!call.CGPreflightPostEventAccess()) return 'not_permitted';
  return kind === 'key' && call.IsSecureEventInputEnabled() !== 0 ? 'secure_input' : null;
}

/** Posting says nothing of whether it arrived. @returns null once it was posted */
export function post(cf: Cf, event: PlannedEvent, to: Destination): PostRefusal | null {
  const refusal = refusalOfPosting(cf, event.kind);
  if (refusal !== null) return refusal;
  return withScope(cf, (scope) => {
    // A source of its own: what a person is holding down does not mix with it.
    const source = cf.call.CGEventSourceCreate(eventSourceStates.Private);
    const ref = create(cf, event, source === null ? null : scope.own(source));
    if (ref === null) return 'failed';
    const made = scope.own(ref);
    cf.call.CGEventSetIntegerValueField(made.ref, eventFields.SourceUserData, ourMark);
    complete(cf, event, made);
    if (to.kind === 'program') cf.call.CGEventPostToPid(to.pid, made.ref);
    else cf.call.CGEventPost(eventTaps.Session, made.ref);
    return null;
  });
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
