import { z } from 'zod';
import { failed, ok, type Result } from '../../contract/failure';
import { Point, Rect } from '../../contract/geometry';
import { type AxNode, AxTree, Nothing } from './cdp-answers';
import { type CdpLine, NoAnswer, type Patience } from './cdp-line';
import { identityParts } from './identity';
import type { Page } from './page';
import { coveringElement, probeElement } from './page-functions';
import { nameWord, roleWord } from './words';

const Probe = z.discriminatedUnion('connected', [
  z.object({ connected: z.literal(false) }),
  z.object({
    connected: z.literal(true),
    /** What it looks like, for comparing two moments. Nothing that was typed is in it. */
    face: z.string(),
    kind: z.enum(['text', 'date', 'select', 'option', 'other']),
    visible: z.boolean(),
    /** Whether a pointer in its middle would reach it, or its label. */
    reached: z.boolean(),
    /** The middle of what of it is inside the window. */
    at: Point.nullable(),
    box: Rect,
    secure: z.boolean(),
    focused: z.boolean(),
    disabled: z.boolean(),
    readonly: z.boolean(),
  }),
]);
type Connected = Extract<z.infer<typeof Probe>, { connected: true }>;

/** An element that is in the page at this moment, scrolled into view. */
export interface FoundElement extends Omit<Connected, 'connected'> {
  readonly backendNodeId: number;
  readonly objectId: string;
}

export const stale = () => failed('stale_ref', 'The element is no longer in the page.', 'Take a snapshot.');

export async function findElement(
  line: CdpLine,
  page: Page,
  identity: string,
  patience: Patience,
): Promise<Result<FoundElement>> {
  const parts = identityParts(identity);
  if (parts === null || parts.loaderId !== (await page.loaderId())) return stale();
  const { backendNodeId } = parts;
  const objectId = await page.handle(backendNodeId, patience);
  await scrollIntoView(line, backendNodeId, patience);
  return probed(page, { backendNodeId, objectId }, patience);
}

/** How an element that was found stands now. */
export async function probed(
  page: Page,
  { backendNodeId, objectId }: Pick<FoundElement, 'backendNodeId' | 'objectId'>,
  patience: Patience,
): Promise<Result<FoundElement>> {
  const probe = await page.call(objectId, probeElement, [], Probe, patience);
  return probe.connected ? ok({ ...probe, backendNodeId, objectId }) : stale();
}

/** An element without a box cannot be scrolled to; that it is not visible is found next. */
async function scrollIntoView(line: CdpLine, backendNodeId: number, patience: Patience): Promise<void> {
  try {
    await line.ask('DOM.scrollIntoViewIfNeeded', { backendNodeId }, Nothing, patience);
  } catch (thrown) {
    if (!(thrown instanceof NoAnswer) || !['internal', 'stale_ref'].includes(thrown.failure.code))
      throw thrown;
  }
}

/** What the accessibility tree says of one element now. */
export async function wordsOf(
  line: CdpLine,
  backendNodeId: number,
  patience: Patience,
): Promise<AxNode | null> {
  const params = { backendNodeId, fetchRelatives: false };
  const { nodes } = await line.ask('Accessibility.getPartialAXTree', params, AxTree, patience);
  return nodes[0] ?? null;
}

/** In the words of the tree, such as `dialog "Create this ticket?"`; null where nothing covers the element. */
export async function coveringWords(
  line: CdpLine,
  page: Page,
  { objectId, at, reached }: FoundElement,
  patience: Patience,
): Promise<string | null> {
  if (reached || at === null) return null;
  const covering = await page.callForHandle(objectId, coveringElement, [at.x, at.y], patience);
  if (covering === null) return 'nothing of the page';
  const params = { objectId: covering, fetchRelatives: true };
  const { nodes } = await line.ask('Accessibility.getPartialAXTree', params, AxTree, patience);
  const told = nodes.find((node) => !node.ignored && nameWord(node) !== '') ?? nodes[0];
  return told === undefined ? 'another element' : `${roleWord(told)} "${nameWord(told)}"`;
}
