import { setTimeout as pause } from 'node:timers/promises';
import { hasState, press, type RawNode, refOf, walk } from '../../../native/linux/atspi';
import { failed, ok, type Result } from '../../contract/failure';
import type { Delivery } from '../../contract/trace-event';
import { byBus, byHand } from './deliver';
import { failure, unread } from './failures';
import { frontWindow } from './front';
import type { Live } from './live';
import { indexOf, noSuch, optionName } from './options';
import type { Program } from './program';

/** A list that is slow to open is waited for so long, in milliseconds. */
const openingLimit = 2_000;

/**
 * Chooses as a person would without a mouse: opens the list, goes down or up to the option, and presses Enter. Drop-down lists
 * of GTK 4 hold their options only while they are open, and tell of no other way.
 */
export async function chooseInPopup(program: Program, live: Live, wanted: string): Promise<Result<Delivery>> {
  const { line, x11, patience } = program;
  const button = live.found.tree.nodes.find((node) => node.role === 'push_button' && isBelow(live, node));
  if (button === undefined)
    return failed('unsupported', 'This list cannot be opened.', 'Press it, and use the keys.');
  const front = await frontWindow(program);
  if (!front.ok) return front;
  const opened = byBus(await press(line, button.identity, 0, patience));
  if (!opened.ok) return opened;
  const options = await untilOpen(program, live.found.identity);
  if (!options.ok) return options;
  const names = options.value.map(({ name }) => name);
  const at = indexOf(names, wanted);
  const now = Math.max(
    0,
    options.value.findIndex(({ focused }) => focused),
  );
  if (at === null) {
    const closed = await x11.press('Escape');
    if (!closed.ok) return byHand(closed);
    return names.length > 0 ? noSuch(wanted, names) : untold();
  }
  for (let step = 0; step < Math.abs(at - now); step += 1) {
    const moved = await x11.press(at > now ? 'ArrowDown' : 'ArrowUp');
    if (!moved.ok) return byHand(moved);
  }
  return byHand(await x11.press('Enter'));
}

/** So are those of GTK 4's older kind of list, GtkComboBox. */
function untold(): Result<Delivery> {
  return failed(
    'unsupported',
    'This list tells nobody its options.',
    'Press it, and go to the option with the arrow keys: only a picture shows where they are.',
  );
}

function isBelow({ found }: Live, node: RawNode): boolean {
  const { nodes } = found.tree;
  for (let at = node.parent; at >= 0; at = nodes[at]?.parent ?? -1) {
    if (nodes[at]?.identity === found.identity) return true;
  }
  return false;
}

interface Option {
  readonly name: string;
  readonly focused: boolean;
}

const readOptions = { nodes: 3_000, depth: 20, children: 1_000 } as const;

/** Empty where it did not open. */
async function untilOpen(
  { line, patience, toolkit }: Program,
  identity: string,
): Promise<Result<readonly Option[]>> {
  const ref = refOf(identity);
  if (ref === null) return ok([]);
  const end = performance.now() + openingLimit;
  while (performance.now() < end) {
    const read = await walk(line, ref, { ...readOptions, milliseconds: patience.limitMs }, patience);
    if (!read.ok) return failure(unread(read.trouble));
    const { nodes } = read.value;
    const options = nodes.flatMap((node, index) =>
      node.role === 'list_item' || node.role === 'menu_item'
        ? [{ name: optionName(node, index, nodes, toolkit), focused: hasState(node.states, 'focused') }]
        : [],
    );
    if (options.some(({ focused }) => focused)) return ok(options);
    await pause(30);
  }
  return ok([]);
}
