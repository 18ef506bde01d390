import { getAttributes, refOf } from '../../../native/linux/atspi';
import type { Node } from '../../contract/accessibility';
import type { Program } from './program';

/** Names text fields that nothing else names by what stands in them while they are empty: `First Name`. */
export class PlaceholderNames {
  /** By identity, of each field that was ever asked; null where nothing stands in it. */
  readonly #known = new Map<string, string | null>();

  async name(program: Program, nodes: readonly Node[]): Promise<readonly Node[]> {
    return Promise.all(
      nodes.map(async (node) => {
        if (node.name !== '' || node.role !== 'textbox') return node;
        const name = await this.#ask(program, node.identity);
        return name === null ? node : { ...node, name };
      }),
    );
  }

  async #ask({ line, patience }: Program, identity: string): Promise<string | null> {
    const known = this.#known.get(identity);
    const ref = refOf(identity);
    if (known !== undefined || ref === null) return known ?? null;
    const asked = await line.ask(ref, getAttributes, patience);
    if (!asked.ok) return null;
    const name = asked.value['placeholder-text']?.trim().replace(/(?:…|\.{3})$/, '') ?? '';
    this.#known.set(identity, name === '' ? null : name);
    return name === '' ? null : name;
  }
}
