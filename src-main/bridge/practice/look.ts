import { z } from 'zod';
import type { Node } from '../../contract/accessibility';
import { ok, type Result } from '../../contract/failure';
import type { LiveElement } from '../adapter';
import type { AxNode } from './cdp-answers';
import type { CdpLine, Patience } from './cdp-line';
import { coveringWords, type FoundElement, findElement, stale, wordsOf } from './element';
import type { Page } from './page';
import { ownText } from './page-functions';
import { textRoles } from './shape';
import { nameWord, rawRole, roleWord, stateWords, valueWord } from './words';

/**
 * @param remembered the element as it stood in the tree that was read last: what is behind a modal keeps silent, and is told in
 *   these words
 */
export async function lookAt(
  line: CdpLine,
  page: Page,
  identity: string,
  remembered: Omit<Node, 'parent' | 'hole'> | null,
  patience: Patience,
): Promise<Result<LiveElement>> {
  const found = await findElement(line, page, identity, patience);
  if (!found.ok) return found;
  const element = found.value;
  const node = await wordsOf(line, element.backendNodeId, patience);
  if (node === null) return stale();
  const covering = await coveringWords(line, page, element, patience);
  const silent = node.ignored && remembered !== null;
  return ok({
    ...(silent
      ? { role: remembered.role, name: remembered.name }
      : await wordsNow(page, node, element, patience)),
    value: silent ? remembered.value : valueWord(node, element.secure),
    states: silent ? remembered.states : statesNow(node, element),
    visible: element.visible,
    bounds: element.visible ? element.box : null,
    hit: element.visible && element.at !== null ? { at: element.at, covering } : null,
  });
}

/** @param node what the accessibility tree says of the element */
export async function wordsNow(page: Page, node: AxNode, element: FoundElement, patience: Patience) {
  return { role: roleWord(node), name: await nameNow(page, node, element, patience) };
}

/** A paragraph has no name in Chromium's tree; in ours its text is its name. */
async function nameNow(
  page: Page,
  node: AxNode,
  { objectId }: FoundElement,
  patience: Patience,
): Promise<string> {
  if (nameWord(node) !== '' || !textRoles.has(rawRole(node))) return nameWord(node).trim();
  return page.call(objectId, ownText, [], z.string(), patience);
}

function statesNow(node: AxNode, { visible, at, secure, focused }: FoundElement): Node['states'] {
  const states = stateWords(node, secure);
  if (visible && at === null) states.push('offscreen');
  if (focused && !states.includes('focused')) states.push('focused');
  return states.sort();
}
