import { hasState, type RawNode } from '../../../native/linux/atspi';
import type { Branch } from '../branch';
import type { Toolkit } from './toolkit';

/**
 * What a page draws before an item of a list, where that is neither a letter nor a number: it says nothing. Chromium gives such
 * a mark as a text that links could be in, and no other text so.
 */
export function isBullet({ role, name, interfaces }: RawNode): boolean {
  return role === 'static' && interfaces.has('Hyperlink') && !/[\p{L}\p{N}]/u.test(name);
}

/** A part of a page that can be written in; what is in it can be too, but takes no focus. Mostly it is no more than a part by its role. */
export function isWrittenIn(role: string, { states, interfaces }: RawNode): boolean {
  const isPlain = role === 'group' || role === 'text';
  return (
    isPlain && hasState(states, 'editable') && hasState(states, 'focusable') && interfaces.has('Hypertext')
  );
}

/** Chromium tells a question of its own, a page's `alert` for one, in place of all that its window held. */
export function isQuestion(raw: RawNode, window: RawNode | undefined, besides: number): boolean {
  return raw.role === 'dialog' && hasState(raw.states, 'active') && window?.role === 'frame' && besides === 0;
}

/** A text without a name that holds more than texts says nothing itself: what it holds takes its place. */
export function isParagraphAround(role: string, { states }: RawNode, inside: readonly Branch[]): boolean {
  return role === 'text' && !hasState(states, 'focusable') && inside.some(({ node }) => node.role !== 'text');
}

/** What each run of a paragraph says, by its identity, with the space or the line break that follows it as a run of its own. */
export function runsIn(siblings: readonly RawNode[]): ReadonlyMap<string, string> {
  const runs = new Map<string, string>();
  let last: string | null = null;
  for (const { role, name, identity } of siblings) {
    if (role === 'static' && name.trim() === '' && last !== null) runs.set(last, `${runs.get(last) ?? ''} `);
    else last = role === 'static' && name.trim() !== '' ? identity : null;
    if (last === identity) runs.set(identity, name);
  }
  return runs;
}

/** A run brings the spaces around it; every other text stands apart. */
export function joined(texts: readonly Branch[], runs: ReadonlyMap<string, string>): string {
  const words = texts.map(({ node }) => runs.get(node.identity) ?? ` ${node.name} `);
  return words.join('').replaceAll(/\s+/g, ' ').trim();
}

/** Chromium does not tell what is chosen in a drop-down list that is disabled. */
export function isClosedToAll({ states }: RawNode, toolkit: Toolkit): boolean {
  return toolkit === 'chromium' && !hasState(states, 'sensitive') && !hasState(states, 'enabled');
}
