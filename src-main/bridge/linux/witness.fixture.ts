import { type AccessibleEvent, connect, identityOf, type Line, listen } from '../../../native/linux/atspi';
import type { Node, Nodes } from '../../contract/accessibility';

/**
 * Somebody else who listens to a program: over a connection of their own, and with no part in what is done. They hear whose text,
 * whose check mark and whose number changed, by the program's word. Where a program changes one element because of
 * another - a slider and the bar that follows it, the buttons of one group, whatever a button does - they can't tell cause from
 * mistake: these are left out.
 */
export interface Witness {
  /** What changed since the last time. */
  heard(): readonly Change[];
  close(): Promise<void>;
}

export interface Change {
  readonly identity: string;
  readonly of: 'text' | 'check';
}

const patient = { limitMs: 5_000, signal: new AbortController().signal };

export async function openWitness(sessionBusAddress: string, bus: string): Promise<Witness> {
  const line: Line = held(await connect({ sessionBusAddress }, patient));
  const listening = held(await listen(line, patient));
  let changes: Change[] = [];
  listening.onEvent(bus, (event) => {
    const of = changeIn(event);
    if (of !== null) changes.push({ identity: identityOf(event.ref), of });
  });
  return {
    heard() {
      const all = changes;
      changes = [];
      return all;
    },
    async close() {
      await listening.close(patient);
      await line.close();
    },
  };
}

function changeIn(event: AccessibleEvent): Change['of'] | null {
  if (event.kind === 'text_changed') return 'text';
  return event.kind === 'state_changed' && event.state === 'checked' ? 'check' : null;
}

/** What may change by itself when an element is acted on: a button may do anything, a field and a check mark only themselves. */
function mayChangeOthers({ role }: Node): boolean {
  return role !== 'textbox' && role !== 'checkbox';
}

/**
 * The elements that changed and should not have, by the tree as it stood before.
 * @param named what was acted on; null where the write was refused: then nothing should have changed
 */
export function strays(changes: readonly Change[], { nodes }: Nodes, named: Node | null): readonly Node[] {
  if (named !== null && mayChangeOthers(named)) return [];
  return changes.flatMap(({ identity, of }) => {
    const node = nodes.find((each) => each.identity === identity);
    const counts = of === 'text' ? node?.role === 'textbox' : node?.role === 'checkbox';
    return node !== undefined && counts && identity !== named?.identity ? [node] : [];
  });
}

function held<T>(answer: { ok: true; value: T } | { ok: false; trouble: { sentence: string } }): T {
  if (!answer.ok) throw new Error(answer.trouble.sentence);
  return answer.value;
}
