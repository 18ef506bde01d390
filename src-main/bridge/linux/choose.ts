import { refOf, select, walk } from '../../../native/linux/atspi';
import { failed, ok, type Result } from '../../contract/failure';
import type { Delivery } from '../../contract/trace-event';
import { chooseInPage } from './choose-in-page';
import { chooseInPopup } from './choose-in-popup';
import { chooseRow } from './choose-row';
import { byBus } from './deliver';
import { failure, unread } from './failures';
import type { Live } from './live';
import { indexOf, noSuch, optionName } from './options';
import type { Program } from './program';

const lists: ReadonlySet<string> = new Set(['combobox', 'list', 'listbox', 'tablist']);

/** Chooses an option of a list by its name. */
export async function choose(program: Program, live: Live, wanted: string): Promise<Result<Delivery>> {
  const { found, element } = live;
  if (program.toolkit === 'gtk4' && element.role === 'combobox') return chooseInPopup(program, live, wanted);
  if (program.toolkit === 'chromium' && element.role === 'combobox')
    return chooseInPage(program, live, wanted);
  if (element.role === 'table' && found.own.interfaces.has('Table')) return chooseRow(program, live, wanted);
  if (!lists.has(element.role) || !found.own.interfaces.has('Selection'))
    return failed(
      'unsupported',
      'Nothing can be chosen in this element.',
      'Select on a list, a table or a combobox.',
    );
  const options = await optionsOf(program, found.identity);
  if (!options.ok) return options;
  const at = indexOf(options.value, wanted);
  if (at === null) return noSuch(wanted, options.value);
  if (element.role === 'combobox' && element.value === options.value[at]) return ok('accepted');
  return byBus(await select(program.line, found.identity, at, program.patience));
}

const readOptions = { nodes: 3_000, depth: 4, children: 1_000 } as const;

/** Their names, as the selection counts them: the items of a drop-down list's menu, or of the list itself. */
async function optionsOf(
  { line, patience, toolkit }: Program,
  identity: string,
): Promise<Result<readonly string[]>> {
  const ref = refOf(identity);
  if (ref === null) return ok([]);
  const read = await walk(line, ref, { ...readOptions, milliseconds: patience.limitMs }, patience);
  if (!read.ok) return failure(unread(read.trouble));
  const { nodes } = read.value;
  const menu = nodes.findIndex(({ parent, role }) => parent === 0 && role === 'menu');
  const list = Math.max(0, menu);
  return ok(
    nodes.flatMap((node, index) => (node.parent === list ? [optionName(node, index, nodes, toolkit)] : [])),
  );
}
