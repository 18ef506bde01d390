import type { Node } from '../../contract/accessibility';
import { ok, type Result } from '../../contract/failure';
import type { LiveElement } from '../adapter';
import type { CdpLine, Patience } from './cdp-line';
import { coveringWords, type FoundElement, findElement, stale, wordsOf } from './element';
import type { Page } from './page';
import { nameWord, roleWord, stateWords, valueWord } from './words';

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
    role: silent ? remembered.role : roleWord(node),
    name: silent ? remembered.name : nameWord(node),
    value: silent ? remembered.value : valueWord(node, element.secure),
    states: silent ? remembered.states : statesNow(node, element),
    visible: element.visible,
    bounds: element.visible ? element.box : null,
    hit: element.visible && element.at !== null ? { at: element.at, covering } : null,
  });
}

function statesNow(
  node: Parameters<typeof stateWords>[0],
  { visible, at, secure }: FoundElement,
): Node['states'] {
  const states = stateWords(node, secure);
  if (visible && at === null) states.push('offscreen');
  return states.sort();
}
