import { isPartlyRead, type Nodes, type Snapshot } from '../contract/accessibility';
import { pauseOn } from '../contract/clock';
import { failed, ok, type Result } from '../contract/failure';
import { fits } from '../contract/node-query';
import { quotedShort } from '../contract/quoted';
import type { Awaited, DeskCaller } from './desk';
import type { Workings } from './workings';

const pollMs = 100;

/** Reads the tree again and again until it is so, or the time is up. Only the tree that settles it is recorded. */
export async function waitFor(
  { book, clock }: Workings,
  awaited: Awaited,
  limitMs: number,
  caller: DeskCaller,
): Promise<Result<Snapshot>> {
  const pause = pauseOn(clock);
  const deadline = clock.now() + limitMs;
  for (;;) {
    const tree = await book.read(caller.signal);
    if (!tree.ok) return tree;
    const state = stateOf(awaited, tree.value);
    const left = deadline - clock.now();
    if (state === 'so' || left <= 0) {
      const snapshot = book.record(tree.value, 'asked', caller);
      book.show(snapshot, caller);
      return state === 'so' ? ok(snapshot) : tooLate(awaited, state, limitMs);
    }
    await pause(Math.min(pollMs, left), caller.signal);
    if (caller.signal.aborted) {
      return failed('cancelled', 'The waiting was cancelled.', 'Nothing has to be undone.');
    }
  }
}

type State = 'so' | 'not_so' | 'busy' | 'partly_read';

function stateOf(awaited: Awaited, tree: Nodes): State {
  const { nodes } = tree;
  const query = { text: awaited.name, role: awaited.role };
  const busy: boolean[] = [];
  let found = false;
  let foundBusy = false;
  nodes.forEach((node, index) => {
    busy[index] = node.states.includes('busy') || (node.parent >= 0 && busy[node.parent] === true);
    if (!fits(node, query)) return;
    if (busy[index]) foundBusy = true;
    else found = true;
  });
  if (awaited.present) return found ? 'so' : foundBusy ? 'busy' : 'not_so';
  if (found || foundBusy) return 'not_so';
  return isPartlyRead(tree) ? 'partly_read' : 'so';
}

function tooLate(awaited: Awaited, state: Exclude<State, 'so'>, limitMs: number): Result<never> {
  const whom = `${awaited.role ?? 'element'} with ${quotedShort(awaited.name)}`;
  const sentences = {
    not_so: awaited.present ? `No ${whom} has appeared` : `The ${whom} is still there`,
    busy: `The ${whom} is there, but still busy`,
    partly_read: `Whether the ${whom} is gone cannot be told, because a part of the tree was not read`,
  } as const;
  return failed(
    'timed_out',
    `${sentences[state]} after ${limitMs} ms.`,
    'Take a snapshot to see what is there instead.',
  );
}
