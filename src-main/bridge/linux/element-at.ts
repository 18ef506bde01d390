import { innermostAt, lineage, listWindows } from '../../../native/linux/atspi';
import { ok, type Result } from '../../contract/failure';
import type { Point } from '../../contract/geometry';
import { failure, unread, unseen } from './failures';
import type { Memory } from './memory';
import type { Program } from './program';
import { matchWindows, originOf } from './windows';

/** The innermost element there that stands in the tree that was read last; null where another program is, or none. */
export async function elementAt(program: Program, at: Point, memory: Memory): Promise<Result<string | null>> {
  const { x11, application, line, patience, toolkit } = program;
  const point = { x: Math.round(at.x), y: Math.round(at.y) };
  const hit = await x11.windowAt(point);
  if (!hit.ok) return failure(unseen(hit.failure));
  if (hit.value.pid !== application.pid) return ok(null);
  const [told, shown] = await Promise.all([
    listWindows(line, application.root, patience),
    x11.windows(application.pid),
  ]);
  if (!told.ok) return failure(unread(told.trouble));
  if (!shown.ok) return failure(unseen(shown.failure));
  const matched = matchWindows(told.value, shown.value, toolkit === 'gtk4');
  const window =
    told.value.find(({ identity }) => matched.get(identity)?.id === hit.value.window) ?? told.value[0];
  const x11Window = window === undefined ? undefined : matched.get(window.identity);
  if (window === undefined || x11Window === undefined || window.extents === null) return ok(null);
  const origin = toolkit === 'gtk4' ? originOf(window.extents, x11Window) : { x: 0, y: 0 };
  const inside = { x: point.x - origin.x, y: point.y - origin.y };
  const found = await innermostAt(line, window.identity, inside, patience);
  if (!found.ok) return failure(unread(found.trouble));
  if (found.value === null) return ok(window.identity);
  const path = await lineage(line, found.value, patience);
  if (!path.ok) return failure(unread(path.trouble));
  return ok(path.value.findLast((identity) => memory.knows(identity)) ?? found.value);
}
