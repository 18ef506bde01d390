import { childrenOf, isPartlyRead, type Node, type Nodes, rolePath } from '../contract/accessibility';

/** From here on an element counts as the same although the platform gave it a new identity. */
export const certainEnough = 0.9;

/** An element of a later tree that could be taken for one of an earlier. */
export interface Twin {
  readonly index: number;
  /** From 0 to 1. 1 would be the platform's own word, which a twin never has. */
  readonly confidence: number;
}

/** An element as it stood in an earlier tree. */
export interface Earlier {
  readonly tree: Nodes;
  readonly index: number;
  readonly node: Node;
}

const words = 0.4;
const neighbour = 0.075;
const authorsName = 0.5;
const authorsNameInPart = 0.3;

/**
 * Those with the same role and name on the same path, each with how sure it is. The words and the neighbours say 55 % at most: rows of a
 * list look like that. Only a name that the program's author gave, to one element of each tree and to this one, says more; where a
 * part was not read another could bear it too.
 */
export function twinsOf({ tree: before, index, node }: Earlier, after: Nodes): Twin[] {
  const path = rolePath(before, index);
  const alike = [...after.nodes.keys()].filter((at) => {
    const each = after.nodes[at];
    return each?.role === node.role && each.name === node.name && rolePath(after, at) === path;
  });
  if (alike.length === 0) return [];
  const known = new Set(before.nodes.map(({ identity }) => identity));
  const around = neighbours(before)(index);
  const aroundTwin = neighbours(after);
  const isAlone =
    node.identifier !== null &&
    bearers(before, node.identifier) === 1 &&
    bearers(after, node.identifier) === 1;
  const isWhole = !isPartlyRead(after);
  return alike.map((at): Twin => {
    const identifier = after.nodes[at]?.identifier ?? null;
    const identity = after.nodes[at]?.identity ?? '';
    const sides = aroundTwin(at);
    const sure = words + around.filter((each, side) => each === sides[side]).length * neighbour;
    if (isAlone && identifier === node.identifier && !known.has(identity)) {
      return { index: at, confidence: Math.min(0.99, sure + (isWhole ? authorsName : authorsNameInPart)) };
    }
    const isNamedOtherwise =
      node.identifier !== null && identifier !== null && identifier !== node.identifier;
    return { index: at, confidence: isNamedOtherwise ? sure / 2 : sure };
  });
}

function bearers({ nodes }: Nodes, identifier: string): number {
  return nodes.filter((node) => node.identifier === identifier).length;
}

/** Of an element of the tree, the words of what stands before and after it; empty at an end. */
function neighbours(tree: Nodes): (index: number) => [string, string] {
  const children = childrenOf(tree);
  return (index) => {
    const siblings = children[tree.nodes[index]?.parent ?? -1] ?? [];
    const at = siblings.indexOf(index);
    const wordsAt = (place: number) => {
      const node = tree.nodes[siblings[place] ?? -1];
      return node === undefined ? '' : `${node.role} ${node.name}`;
    };
    return [wordsAt(at - 1), wordsAt(at + 1)];
  };
}
