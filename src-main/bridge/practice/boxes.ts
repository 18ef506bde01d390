import { z } from 'zod';
import type { Rect } from '../../contract/geometry';
import type { DomNode } from './cdp-answers';

/** Where an element is drawn. */
export interface Box {
  readonly bounds: Rect;
  /** Whether any of it lies inside the window and inside what scrolls around it. */
  readonly seen: boolean;
}

/** What is known of a document's elements besides their words, by backend node id. */
export interface Layout {
  /** Everything in the document, drawn or not, texts too. */
  readonly present: ReadonlySet<number>;
  readonly boxes: ReadonlyMap<number, Box>;
  readonly secure: ReadonlySet<number>;
}

const numbersEach = 6;

/** The answer of `measureAll`. */
export const Measured = z.object({ names: z.array(z.string()), boxes: z.array(z.number()) });
export type Measured = z.infer<typeof Measured>;

/**
 * Joins the page's own measurements to the protocol's ids, by document order. null where the two do not speak of the same
 * document: it changed between the two answers.
 *
 * DOMSnapshot would give both at once, but it answers with every field's value, a secure field's too.
 */
export function joinLayout(root: DomNode, { names, boxes }: Measured): Layout | null {
  const found = new Map<number, Box>();
  const secure = new Set<number>();
  const present = new Set<number>();
  let at = 0;
  let aligned = true;
  const visit = (node: DomNode) => {
    present.add(node.backendNodeId);
    if (node.nodeType === elementType) {
      const [x = 0, y = 0, width = 0, height = 0, seen = 0, isSecure = 0] = boxes.slice(
        at * numbersEach,
        (at + 1) * numbersEach,
      );
      if (names[at] !== node.localName) aligned = false;
      at += 1;
      if (isSecure === 1) secure.add(node.backendNodeId);
      if (width > 0 && height > 0)
        found.set(node.backendNodeId, { bounds: { x, y, width, height }, seen: seen === 1 });
    }
    for (const child of node.children ?? []) if (aligned) visit(child);
  };
  visit(root);
  return aligned && at === names.length ? { present, boxes: found, secure } : null;
}

const elementType = 1;
