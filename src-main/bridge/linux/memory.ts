import type { Node } from '../../contract/accessibility';

type Words = Pick<Node, 'role' | 'name'>;

/** What stays the same as long as an element lives, by identity, of each that was ever asked: it is asked once. */
export interface Learnt {
  /** null where its author named it not. */
  readonly identifiers: Map<string, string | null>;
  /** Whether a cell holds a check mark. */
  readonly toggles: Map<string, boolean>;
}

/** What of the tree that was read last is needed to speak of its elements in the same words. */
export class Memory {
  readonly learnt: Learnt = { identifiers: new Map(), toggles: new Map() };
  #nodes: ReadonlyMap<string, Node> = new Map();
  #restsAt = 0;

  keep(nodes: readonly Node[]): void {
    this.#nodes = new Map(nodes.map((node) => [node.identity, node]));
  }

  knows(identity: string): boolean {
    return this.#nodes.has(identity);
  }

  wordsOf(identity: string): Words | null {
    return this.#nodes.get(identity) ?? null;
  }

  /** A field that says no name has the one that the label beside it gave it. */
  nameOf({ identity, role, name }: Words & Pick<Node, 'identity'>): string {
    const known = this.#nodes.get(identity);
    return name === '' && known?.role === role ? known.name : name;
  }

  /** An item of a list that is open stands in the window that pops up, though it calls the list its parent. */
  roleOf({ identity, role }: Pick<Node, 'identity' | 'role'>): string {
    return role === 'option' && this.#nodes.get(identity)?.role === 'menuitem' ? 'menuitem' : role;
  }

  /** Something was begun that the program carries out only after so many milliseconds, without a sign of it until then. */
  expect(ms: number): void {
    this.#restsAt = performance.now() + ms;
  }

  /** Milliseconds until then. */
  get pending(): number {
    return Math.max(0, this.#restsAt - performance.now());
  }
}
