import type { SnapshotBudget } from '../adapter';
import type { Branch } from '../branch';
import { keepBehindModal } from './behind-modal';
import { joinLayout, type Layout, Measured } from './boxes';
import { type AxNode, AxTree, DomDocument, Nothing } from './cdp-answers';
import { type CdpLine, noAnswer, type Patience } from './cdp-line';
import { growTree } from './grow-tree';
import type { Page } from './page';
import { measureAll } from './page-functions';

/** How often the page may change between two answers before it is given up. */
const attempts = 4;

/** Reads the whole page. @param before the tree that was read last, if any */
export async function readTree(
  line: CdpLine,
  page: Page,
  before: Branch | null,
  budget: SnapshotBudget,
  signal: AbortSignal,
): Promise<Branch> {
  const patience = { limitMs: budget.milliseconds, signal };
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const loaderId = await page.loaderId();
    const { layout, nodes } = await readOnce(line, page, patience);
    if (layout === null || loaderId !== (await page.loaderId())) continue;
    return keepBehindModal(growTree(nodes, loaderId, layout), before, nodes, loaderId, layout);
  }
  throw noAnswer(
    'timed_out',
    'The page keeps changing while it is read.',
    'Wait until it is quiet, then try again.',
  );
}

interface Reading {
  readonly layout: Layout | null;
  readonly nodes: readonly AxNode[];
}

/** The page is measured twice, so that a change in between is noticed. */
async function readOnce(line: CdpLine, page: Page, patience: Patience): Promise<Reading> {
  const [document, measured, tree] = await Promise.all([
    line.ask('DOM.getDocument', { depth: -1 }, DomDocument, patience),
    page.evaluate(measureAll, [], Measured, patience),
    line.ask('Accessibility.getFullAXTree', {}, AxTree, patience),
  ]);
  // Ends the news of every later change to the document, which getDocument subscribes to.
  await line.ask('DOM.disable', {}, Nothing, patience);
  return { layout: joinLayout(document.root, measured), nodes: tree.nodes };
}
