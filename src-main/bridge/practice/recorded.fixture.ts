import { fullBudget } from '../adapter';
import { type Branch, layOut } from '../branch';
import { keepBehindModal } from './behind-modal';
import { joinLayout, type Layout, Measured } from './boxes';
import { AxTree, DomDocument } from './cdp-answers';
import behindModal from './fixtures/behind-modal.json';
import desk from './fixtures/desk.json';
import { growTree } from './grow-tree';

/**
 * What the practice window answered when its list was searched for #1300, a name and a PIN were filled in, and the row's button
 * had the focus; then again with the question of `Close all...` in front.
 */
export const recorded = { desk: parsed(desk), behindModal: parsed(behindModal) };

function parsed(raw: { document: unknown; measured: unknown; tree: unknown }) {
  return {
    document: DomDocument.parse(raw.document),
    measured: Measured.parse(raw.measured),
    nodes: AxTree.parse(raw.tree).nodes,
  };
}

export type Recorded = ReturnType<typeof parsed>;

export function layoutOf({ document, measured }: Recorded): Layout {
  const layout = joinLayout(document.root, measured);
  if (layout === null) throw new Error('The two halves of the recording are of different documents.');
  return layout;
}

export function grown(recording: Recorded, before: Branch | null = null): Branch {
  const layout = layoutOf(recording);
  const now = growTree(recording.nodes, 'L1', layout);
  return keepBehindModal(now, before, recording.nodes, 'L1', layout);
}

/** One node a line, indented. */
export function linesOf(root: Branch): string[] {
  const nodes = layOut(root, fullBudget);
  const depths: number[] = [];
  return nodes.map(({ parent, role, name, value, states, hole }) => {
    const depth = parent < 0 ? 0 : (depths[parent] ?? 0) + 1;
    depths.push(depth);
    const shown = value === null ? '' : ` = ${JSON.stringify(value)}`;
    const marks = states.length === 0 ? '' : ` [${states.join(' ')}]`;
    return `${'  '.repeat(depth)}${role} ${JSON.stringify(name)}${shown}${marks}${hole === null ? '' : ` (${hole})`}`;
  });
}
