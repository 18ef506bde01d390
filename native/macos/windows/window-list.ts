import type { Cf } from '../core-foundation/cf';
import { type AxDatum, datumOf, entryOf } from '../core-foundation/datum';
import { type Scope, withScope } from '../core-foundation/ownership';
import { windowListOptions } from '../declarations/values';

/** In global points, from the top left of the main display. */
export interface WindowBounds {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface WindowInfo {
  /** What a picture of it is taken by. */
  readonly id: number;
  readonly pid: number;
  /** The program's name. */
  readonly owner: string;
  /** null without permission to record the screen. */
  readonly title: string | null;
  /** 0 for an ordinary window; menus, docks and the like have others. */
  readonly layer: number;
  readonly bounds: WindowBounds;
}

/** The windows on the screen, front to back. null where the system gives no list: there is no session with a screen. */
export function listWindows(cf: Cf): readonly WindowInfo[] | null {
  return withScope(cf, (scope) => {
    const ref = cf.call.CGWindowListCopyWindowInfo(
      windowListOptions.OnScreenOnly | windowListOptions.ExcludeDesktop,
      0,
    );
    if (ref === null) return null;
    const list = datumOf(cf, scope.own(ref));
    return list.kind === 'array' ? list.items.flatMap((item) => windowOf(cf, scope, item)) : null;
  });
}

/** The fields of a record by name; null for one that is not there. */
type Fields = (key: string) => AxDatum | null;

function fieldsOf(cf: Cf, scope: Scope, datum: AxDatum | null): Fields {
  return (key) => (datum?.kind === 'dictionary' ? entryOf(cf, scope, datum.dictionary, key) : null);
}

/** The keys are strings that read as their names do. A window without the fields that each one has is left out. */
function windowOf(cf: Cf, scope: Scope, datum: AxDatum): readonly WindowInfo[] {
  const field = fieldsOf(cf, scope, datum);
  const id = numberOf(field('kCGWindowNumber'));
  const pid = numberOf(field('kCGWindowOwnerPID'));
  const bounds = boundsOf(fieldsOf(cf, scope, field('kCGWindowBounds')));
  if (id === null || pid === null || bounds === null) return [];
  const [owner, title] = [field('kCGWindowOwnerName'), field('kCGWindowName')];
  return [
    {
      id,
      pid,
      owner: owner?.kind === 'string' ? owner.value : '',
      title: title?.kind === 'string' ? title.value : null,
      layer: numberOf(field('kCGWindowLayer')) ?? 0,
      bounds,
    },
  ];
}

function boundsOf(field: Fields): WindowBounds | null {
  const [x, y, width, height] = ['X', 'Y', 'Width', 'Height'].map((key) => numberOf(field(key)));
  return isNumber(x) && isNumber(y) && isNumber(width) && isNumber(height) ? { x, y, width, height } : null;
}

function numberOf(datum: AxDatum | null): number | null {
  return datum?.kind === 'number' ? datum.value : null;
}

function isNumber(value: number | null | undefined): value is number {
  return value !== null && value !== undefined;
}
