import { parseDiff } from '../contract/diff-outline';
import { type ElementRef, refParts } from '../contract/ids';
import { type OutlineNode, parseOutline } from '../contract/outline';
import type { Attempt } from './transcript';

/** What is looked for: the words on the screen, never a ref. */
export interface Wanted {
  readonly roles: readonly string[];
  readonly name: string | RegExp;
}

/** What a model can know of the screen from the results that it was sent. */
export interface Screen {
  /** As last told, oldest first; a diff's additions come last. */
  readonly elements: readonly OutlineNode[];
  /** What every ref that was ever told stood for. */
  readonly named: ReadonlyMap<ElementRef, OutlineNode>;
  /** Index of the attempt that last told something of the screen; -1: none has. */
  readonly lookedAt: number;
}

export function screenAfter(attempts: readonly Attempt[]): Screen {
  let elements: readonly OutlineNode[] = [];
  const named = new Map<ElementRef, OutlineNode>();
  let lookedAt = -1;
  attempts.forEach(({ text }, index) => {
    const told = tell(elements, text);
    if (told === null) return;
    elements = told;
    for (const element of told) named.set(element.ref, element);
    lookedAt = index;
  });
  return { elements, named, lookedAt };
}

/** @returns null where the text says nothing of the screen */
function tell(before: readonly OutlineNode[], text: string): readonly OutlineNode[] | null {
  const outline = parseOutline(text);
  const diff = parseDiff(text);
  if (outline === null && diff === null) return null;
  const now =
    outline === null ? before : [...keptBeside(before, outline.nodes, sizeIn(text)), ...outline.nodes];
  if (diff === null) return now;
  const { added, changed, moved, removed } = diff;
  return [...otherThan(now, [...removed, ...changed, ...moved]), ...changed, ...moved, ...added];
}

/** How many elements the snapshot has that the text tells of, told or not. */
export function sizeIn(text: string): number {
  return Number(/^snapshot s\d+ of .*, (\d+) elements$/m.exec(text)?.[1] ?? 0);
}

/** What an outline says nothing of: where it tells a stretch of the tree, all that stood elsewhere. */
function keptBeside(
  before: readonly OutlineNode[],
  told: readonly OutlineNode[],
  size: number,
): readonly OutlineNode[] {
  const [first, last] = [told.at(0), told.at(-1)];
  if (first === undefined || last === undefined) return before;
  const from = refParts(first.ref).position;
  const to = refParts(last.ref).position;
  const isStretch = to - from + 1 === told.length;
  const stretchEnd = to === size ? Number.POSITIVE_INFINITY : to;
  return otherThan(before, told).filter(({ ref }) => {
    const { position } = refParts(ref);
    return !isStretch || position < from || position > stretchEnd;
  });
}

function otherThan(before: readonly OutlineNode[], gone: readonly OutlineNode[]): readonly OutlineNode[] {
  const words = new Set(gone.map(wordsOf));
  return before.filter((element) => !words.has(wordsOf(element)));
}

function wordsOf({ role, name }: OutlineNode): string {
  return JSON.stringify([role, name]);
}

/** The latest element of these words; null where none is known. */
export function find(screen: Screen, wanted: Wanted): OutlineNode | null {
  return screen.elements.findLast((element) => isWanted(element, wanted)) ?? null;
}

export function isWanted(element: OutlineNode, { roles, name }: Wanted): boolean {
  if (!roles.includes(element.role.toLowerCase())) return false;
  return typeof name === 'string' ? element.name.trim() === name : name.test(element.name);
}

/** The words of the accessibility tree. */
export const roles = {
  button: ['button'],
  menu: ['menuitem', 'button'],
  menuItem: ['menuitem'],
  field: ['textbox', 'searchbox', 'datefield', 'spinbutton'],
  choice: ['combobox', 'listbox'],
  check: ['checkbox', 'switch'],
  dialog: ['dialog', 'alertdialog'],
} as const satisfies Record<string, readonly string[]>;
