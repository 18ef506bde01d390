import { hasState, look, press, refOf, walk } from '../../../native/linux/atspi';
import { failed, ok, type Result } from '../../contract/failure';
import type { Delivery } from '../../contract/trace-event';
import { byBus } from './deliver';
import { failure, unread } from './failures';
import type { Live } from './live';
import { indexOf, noSuch, optionName } from './options';
import type { Program } from './program';

const readOptions = { nodes: 3_000, depth: 6, children: 1_000 } as const;

/**
 * Options of a page's drop-down list are in it also while it is closed, and each takes `select`. The one that is chosen already is
 * left alone: `select` would choose it off.
 */
export async function chooseInPage(program: Program, live: Live, wanted: string): Promise<Result<Delivery>> {
  const { line, patience } = program;
  const ref = refOf(live.found.identity);
  if (ref === null)
    return failed('unsupported', 'Nothing can be chosen in this element.', 'Press it instead.');
  const read = await walk(line, ref, { ...readOptions, milliseconds: patience.limitMs }, patience);
  if (!read.ok) return failure(unread(read.trouble));
  const { nodes } = read.value;
  const options = nodes.flatMap((node, index) =>
    node.role === 'menu_item' || node.role === 'list_item'
      ? [{ node, name: optionName(node, index, nodes, program.toolkit) }]
      : [],
  );
  const names = options.map(({ name }) => name);
  const option = options[indexOf(names, wanted) ?? -1];
  if (option === undefined) return noSuch(wanted, names);
  if (hasState(option.node.states, 'selected')) return ok('accepted');
  if (!hasState(option.node.states, 'enabled'))
    return failed('not_enabled', `The option "${option.name}" is disabled.`, 'Choose another option.');
  const own = await look(line, option.node.identity, patience);
  if (!own.ok) return failure(unread(own.trouble));
  const at = own.value.actions.indexOf('select');
  return at < 0
    ? failed('unsupported', 'This option cannot be chosen over the bus.', 'Press the list, and use the keys.')
    : byBus(await press(line, option.node.identity, at, patience));
}
