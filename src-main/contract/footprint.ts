import { z } from 'zod';

export const Effect = z.enum(['read', 'write']);
export type Effect = z.infer<typeof Effect>;

/** `ui:<app>`, `file:<absolute path>`, `clipboard`, `net:<host>`; `net:*` is every host, and `*` everything. */
export const Resource = z.string().min(1);
export type Resource = z.infer<typeof Resource>;

/** What a call reads and writes. */
export const Footprint = z.object({ reads: z.array(Resource), writes: z.array(Resource) });
export type Footprint = z.infer<typeof Footprint>;

/** When in doubt, it is a write to everything. */
export const unknownFootprint: Footprint = { reads: [], writes: ['*'] };

/** What whoever has all of these may read and write at all. */
export function unionOf(footprints: readonly Footprint[]): Footprint {
  const all = (of: 'reads' | 'writes') => [...new Set(footprints.flatMap((each) => each[of]))];
  return { reads: all('reads'), writes: all('writes') };
}

export function effectOf(footprint: Footprint): Effect {
  return footprint.writes.length === 0 ? 'read' : 'write';
}

/** Whether one resource is, or lies in, the other: `file:/a` meets `file:/a/b`; `*` meets everything. */
export function meets(a: Resource, b: Resource): boolean {
  if (a === '*' || b === '*' || a === b) return true;
  return covers(a, b) || covers(b, a);
}

/** Whether `inner` touches nothing beyond what `outer` touches, and writes nothing that it only reads. */
export function coveredBy(outer: Footprint, inner: Footprint): boolean {
  const within = (resource: Resource, among: readonly Resource[]) =>
    among.some((each) => each === '*' || each === resource || covers(each, resource));
  return (
    inner.writes.every((resource) => within(resource, outer.writes)) &&
    inner.reads.every((resource) => within(resource, [...outer.reads, ...outer.writes]))
  );
}

function covers(outer: Resource, inner: Resource): boolean {
  if (outer.endsWith(':*')) return inner.startsWith(outer.slice(0, -1));
  return inner.startsWith(outer.endsWith('/') ? outer : `${outer}/`);
}

export const ConflictKind = z.enum(['read_after_write', 'write_after_read', 'write_after_write']);
export type ConflictKind = z.infer<typeof ConflictKind>;

export interface Conflict {
  readonly kind: ConflictKind;
  /** The narrower of the two resources that met. */
  readonly resource: Resource;
}

/** How `later` depends on `earlier`, both in the model's order; null where they may run in any order. */
export function conflict(earlier: Footprint, later: Footprint): Conflict | null {
  if (earlier.writes.length === 0 && later.writes.length === 0) return null;
  return (
    meeting('write_after_write', earlier.writes, later.writes) ??
    meeting('read_after_write', earlier.writes, later.reads) ??
    meeting('write_after_read', earlier.reads, later.writes)
  );
}

function meeting(kind: ConflictKind, a: readonly Resource[], b: readonly Resource[]): Conflict | null {
  for (const left of a) {
    for (const right of b) {
      if (meets(left, right)) return { kind, resource: narrower(left, right) };
    }
  }
  return null;
}

function narrower(a: Resource, b: Resource): Resource {
  if (a === '*') return b;
  if (b === '*') return a;
  return a.length >= b.length ? a : b;
}
