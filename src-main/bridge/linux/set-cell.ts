import { setTimeout as pause } from 'node:timers/promises';
import { identityOf, lineage, look, press, type Ref, setText } from '../../../native/linux/atspi';
import { failed, type Result } from '../../contract/failure';
import type { Delivery } from '../../contract/trace-event';
import { byBus } from './deliver';
import { deliveryUnknown, failure, x11Failure } from './failures';
import type { Live } from './live';
import type { Program } from './program';

/** Two clicks within so many milliseconds would be a double click, which opens the row. */
const doubleClick = 500;

/** A cell that takes text shows a field for it within so many milliseconds after the click. */
const opens = 300;

/**
 * As a person would: clicks the cell, once more where that only chose its row, and fills in the field that opens in its place. GTK 3
 * lists neither whether a cell takes text, nor that field: only that it has the focus is told. The action that is to open
 * it does not.
 */
export async function setCell(program: Program, live: Live, value: string): Promise<Result<Delivery>> {
  const { line, x11, patience } = program;
  const { hit } = live.element;
  const table = live.found.tree.nodes.findLast(({ role }) => role === 'table' || role === 'tree_table');
  if (hit === null || table === undefined)
    return failed('not_visible', 'The cell is nowhere on the screen.', 'Show it first.');
  const focuses = hearFocus(program);
  try {
    for (const wait of [0, doubleClick]) {
      await pause(wait);
      const clicked = await x11.click(hit.at);
      if (!clicked.ok) return failure(x11Failure(clicked.failure));
      const field = await fieldIn(program, table.identity, focuses);
      if (patience.signal.aborted)
        return deliveryUnknown('The call was cancelled after a click on the cell.');
      if (field === null) continue;
      const written = byBus(await setText(line, field, value, patience));
      return written.ok ? byBus(await press(line, field, 0, patience)) : written;
    }
  } finally {
    focuses.stop();
  }
  return failed(
    'contradicted',
    'The cell takes no text: it was clicked twice, and no field opened in it.',
    'Press it, or use the keys.',
  );
}

interface Focuses {
  readonly heard: readonly Ref[];
  readonly stop: () => void;
}

function hearFocus({ listening, application }: Program): Focuses {
  const heard: Ref[] = [];
  const stop = listening.onEvent(application.bus, (event) => {
    if (event.kind === 'state_changed' && event.state === 'focused' && event.on) heard.push(event.ref);
  });
  return { heard, stop };
}

/** The field in the table that has the focus by now; null where none opens. */
async function fieldIn(program: Program, table: string, { heard }: Focuses): Promise<string | null> {
  const { line, patience } = program;
  const end = performance.now() + opens;
  for (let next = 0; performance.now() < end; ) {
    const ref = heard[next];
    if (ref === undefined) {
      await pause(10);
      continue;
    }
    next += 1;
    const identity = identityOf(ref);
    const own = await look(line, identity, patience);
    if (!own.ok || !own.value.interfaces.has('EditableText')) continue;
    const path = await lineage(line, identity, patience);
    if (path.ok && path.value.includes(table)) return identity;
  }
  return null;
}
