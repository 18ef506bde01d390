import type { RawElement } from '../../../native/macos';
import { type Branch, branchesOf } from '../branch';

/** What of the tree that was read last is needed to speak of its elements in the same words. */
export class Memory {
  #roles: ReadonlyMap<string, string> = new Map();
  #woken = false;

  keep(root: Branch): void {
    this.#roles = new Map([...branchesOf(root)].map(({ node }) => [node.identity, node.role]));
  }

  /** In our words, as it stood in its place; null where it stood in none. */
  roleOf({ identity }: Pick<RawElement, 'identity'>): string | null {
    return this.#roles.get(identity) ?? null;
  }

  /** Whether the program is to be woken: true once. */
  wakesNow(): boolean {
    const isFirst = !this.#woken;
    this.#woken = true;
    return isFirst;
  }
}
