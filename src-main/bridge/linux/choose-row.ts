import {
  focus,
  getRowAtIndex,
  getSelectedRowCount,
  hasState,
  type RawNode,
  refOf,
  selectRow,
  walk,
} from '../../../native/linux/atspi';
import { failed, ok, type Result } from '../../contract/failure';
import type { Delivery } from '../../contract/trace-event';
import { byBus } from './deliver';
import { failure, unread } from './failures';
import type { Live } from './live';
import { indexOf, noSuch } from './options';
import type { Program } from './program';

const readCells = { nodes: 20_000, depth: 4, children: 10_000 } as const;

/**
 * Chooses the row that has a cell of this text. A table that takes several rows keeps those that are chosen already. Where it is
 * the only one, the cursor goes there too: some programs heed nothing else.
 */
export async function chooseRow(program: Program, live: Live, wanted: string): Promise<Result<Delivery>> {
  const { line, patience } = program;
  const { identity } = live.found;
  const ref = refOf(identity);
  if (ref === null) return failed('unsupported', 'Nothing can be chosen in this table.', 'Press a cell.');
  const read = await walk(line, ref, { ...readCells, milliseconds: patience.limitMs }, patience);
  if (!read.ok) return failure(unread(read.trouble));
  const cells = cellsIn(read.value.nodes);
  const names = cells.map(({ name }) => name);
  const cell = cells[indexOf(names, wanted) ?? -1];
  if (cell === undefined) return noSuch(wanted, [...new Set(names)]);
  if (cell.selected) return ok('accepted');
  const row = await line.ask(ref, getRowAtIndex(cell.index), patience);
  if (!row.ok) return failure(unread(row.trouble));
  const chosen = byBus(await selectRow(line, identity, row.value, patience));
  if (!chosen.ok) return chosen;
  const count = await line.ask(ref, getSelectedRowCount, patience);
  return count.ok && count.value === 1 ? byBus(await focus(line, cell.identity, patience)) : chosen;
}

interface Cell {
  readonly identity: string;
  readonly name: string;
  /** Among all children of the table: a cell that is within another has that one's. */
  readonly index: number;
  readonly selected: boolean;
}

function cellsIn(nodes: readonly RawNode[]): readonly Cell[] {
  const places: number[] = [];
  let children = 0;
  return nodes.flatMap(({ identity, parent, role, name, states }) => {
    if (parent === 0) children += 1;
    const index = parent === 0 ? children - 1 : (places[parent] ?? -1);
    places.push(index);
    return role === 'table_cell' && name.trim() !== ''
      ? [{ identity, name: name.trim(), index, selected: hasState(states, 'selected') }]
      : [];
  });
}
