import { refAt, type Snapshot } from '../contract/accessibility';
import { ElementRef, elementRef, refParts } from '../contract/ids';
import type { PracticeElement, PracticeEntry } from '../contract/practice-record';
import type { Call, TraceModel } from '../contract/trace-model';
import type { Evidence } from './demo';
import { roles } from './screen';

/**
 * How many things the practice window saw happen to an element that no write of the run had named. A write names an element
 * by its ref; one without a ref (keys, typing) names what had the focus in the snapshot before it.
 */
export function wrongElementWrites({
  practice,
  model,
  snapshotOf,
}: Pick<Evidence, 'practice' | 'model' | 'snapshotOf'>): number {
  const named = namedElements(model, snapshotOf);
  return practice.filter((entry) => {
    const element = elementOf(entry);
    return element !== null && !named.some((each) => explains(each, element));
  }).length;
}

function elementOf(entry: PracticeEntry): PracticeElement | null {
  switch (entry.kind) {
    case 'changed':
    case 'pressed':
      return entry.element;
    case 'submitted':
      return null;
  }
}

/** Each element that a dispatched write of the run named, with those around it, innermost first. */
function namedElements(model: TraceModel, snapshotOf: Evidence['snapshotOf']): PracticeElement[][] {
  const writes = model.turns.flatMap((turn) => turn.calls).filter(isDispatchedWrite);
  return writes.map((call) => elementNamedBy(call, model, snapshotOf));
}

/** The element that the call names, with those around it, innermost first; empty where it names none. */
export function elementNamedBy(
  call: Call,
  model: TraceModel,
  snapshotOf: Evidence['snapshotOf'],
): PracticeElement[] {
  const ref = refOf(call.input) ?? focusedBefore(call, model, snapshotOf);
  const snapshot = ref === null ? null : snapshotOf(ref);
  return ref === null || snapshot === null ? [] : lineage(snapshot, refParts(ref).position - 1);
}

function focusedBefore(call: Call, model: TraceModel, snapshotOf: Evidence['snapshotOf']): ElementRef | null {
  const latest = model.snapshots.findLast((entry) => entry.at <= (call.startedAt ?? 0));
  const snapshot = latest === undefined ? null : snapshotOf(elementRef(latest.handle.id, 1));
  const focused = snapshot?.nodes.findLastIndex((node) => node.states.includes('focused')) ?? -1;
  return snapshot === null || focused < 0 ? null : refAt(snapshot, focused);
}

function isDispatchedWrite(call: Call): boolean {
  const onScreen = call.admission?.footprint.writes.some((each) => each === '*' || each.startsWith('ui:'));
  return call.startedAt !== null && onScreen === true;
}

function refOf(input: unknown): ElementRef | null {
  if (typeof input !== 'object' || input === null || !('ref' in input)) return null;
  const ref = ElementRef.safeParse(input.ref);
  return ref.success ? ref.data : null;
}

function lineage(snapshot: Snapshot, index: number): PracticeElement[] {
  const found: PracticeElement[] = [];
  for (let at = index; at >= 0; ) {
    const node = snapshot.nodes[at];
    if (node === undefined) break;
    found.push({ role: node.role.toLowerCase(), name: wordsIn(node.name) });
    at = node.parent;
  }
  return found;
}

function wordsIn(name: string): string {
  return name.replace(/\s+/g, ' ').trim();
}

function explains(named: readonly PracticeElement[], seen: PracticeElement): boolean {
  const [target] = named;
  if (target === undefined) return false;
  if (isSame(target, seen)) return true;
  if (inert.has(target.role) && target.name === wordsIn(seen.name)) return true;
  return partial.has(target.role) && named.slice(1).some((each) => isSame(each, seen));
}

/** A label, or its text: pressing it presses the control of the same name. */
const inert = new Set(['label', 'text']);
/** Parts of a control, whose press is the control's own. */
const partial = new Set([...inert, 'option', 'image', 'cell', 'gridcell', 'rowheader']);

function isSame(a: PracticeElement, b: PracticeElement): boolean {
  return a.name === wordsIn(b.name) && familyOf(a.role) === familyOf(b.role.toLowerCase());
}

/** The page and the accessibility tree call one kind of control by different words. */
function familyOf(role: string): string {
  const families = [roles.field, roles.choice, roles.check];
  const family = families.find((each) => (each as readonly string[]).includes(role));
  return family?.[0] ?? role;
}
