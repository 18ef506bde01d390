/** A line of a folded JSON text. `path` names the value: `$`, `$.calls[3]`. */
export interface JsonRow {
  readonly path: string;
  readonly depth: number;
  readonly key: string | null;
  readonly part: JsonPart;
  readonly comma: boolean;
}

export type JsonPart =
  | {
      readonly kind: 'scalar';
      readonly type: 'string' | 'number' | 'boolean' | 'null';
      readonly text: string;
    }
  /** `count` of members; an empty one cannot be opened. */
  | { readonly kind: 'fold'; readonly bracket: '{' | '['; readonly count: number; readonly open: boolean }
  | { readonly kind: 'close'; readonly bracket: '}' | ']' };

/** @param isOpen whether the object or list at this path and depth shows its members */
export function jsonRows(value: unknown, isOpen: (path: string, depth: number) => boolean): JsonRow[] {
  const rows: JsonRow[] = [];
  walk(value, { path: '$', depth: 0, key: null, comma: false });
  return rows;

  function walk(each: unknown, place: Omit<JsonRow, 'part'>): void {
    if (typeof each !== 'object' || each === null) {
      rows.push({ ...place, part: scalar(each) });
      return;
    }
    const list = Array.isArray(each);
    const members: Array<[string, unknown]> = list
      ? each.map((member: unknown, at): [string, unknown] => [String(at), member])
      : Object.entries(each).filter(([, member]) => member !== undefined);
    const open = members.length > 0 && isOpen(place.path, place.depth);
    const bracket = list ? '[' : '{';
    rows.push({
      ...place,
      comma: place.comma && !open,
      part: { kind: 'fold', bracket, count: members.length, open },
    });
    if (!open) return;
    members.forEach(([key, member], at) => {
      walk(member, {
        path: list ? `${place.path}[${key}]` : `${place.path}.${key}`,
        depth: place.depth + 1,
        key: list ? null : key,
        comma: at < members.length - 1,
      });
    });
    rows.push({
      ...place,
      path: `${place.path}/`,
      key: null,
      part: { kind: 'close', bracket: list ? ']' : '}' },
    });
  }
}

function scalar(value: unknown): JsonPart {
  if (value === null || value === undefined) return { kind: 'scalar', type: 'null', text: 'null' };
  if (typeof value === 'number') return { kind: 'scalar', type: 'number', text: String(value) };
  if (typeof value === 'boolean') return { kind: 'scalar', type: 'boolean', text: String(value) };
  return { kind: 'scalar', type: 'string', text: JSON.stringify(value) ?? '""' };
}
