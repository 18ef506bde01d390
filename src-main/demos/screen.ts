import { parseDiff } from '../contract/diff-outline';
import type { ElementRef } from '../contract/ids';
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
  let now = before;
  if (outline !== null) {
    now = isWhole(text, outline.nodes.length) ? outline.nodes : without(now, outline.nodes, outline.nodes);
  }
  if (diff === null) return now;
  return without(
    now,
    [...diff.removed, ...diff.changed, ...diff.moved],
    [...diff.changed, ...diff.moved, ...diff.added],
  );
}

function isWhole(text: string, told: number): boolean {
  const [, count] = /^snapshot s\d+ of .*, (\d+) elements$/m.exec(text) ?? [];
  return count !== undefined && Number(count) <= told;
}

function without(
  before: readonly OutlineNode[],
  gone: readonly OutlineNode[],
  fresh: readonly OutlineNode[],
): readonly OutlineNode[] {
  const words = new Set(gone.map(wordsOf));
  return [...before.filter((element) => !words.has(wordsOf(element))), ...fresh];
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

export const roles = {
  button: ['button', 'popupbutton', 'menubutton'],
  menu: ['button', 'menuitem', 'popupbutton', 'menubutton'],
  menuItem: ['menuitem', 'button'],
  field: ['textbox', 'textfield', 'textarea', 'searchbox', 'date', 'datefield', 'inputtime'],
  choice: ['combobox', 'select', 'popupbutton', 'listbox', 'comboboxselect'],
  check: ['checkbox', 'switch'],
  dialog: ['dialog', 'alertdialog', 'sheet'],
  status: ['status', 'alert', 'log'],
} as const satisfies Record<string, readonly string[]>;
