import { follow } from '../../../native/linux/atspi';
import { failed, ok } from '../../contract/failure';
import { type Abilities, type Adapter, able, unable } from '../adapter';
import { layOut } from '../branch';
import { createLane } from '../lane';
import { actOn } from './act';
import { elementAt } from './element-at';
import { give } from './give';
import { lookAt } from './live';
import { Memory } from './memory';
import { namedByNeighbours } from './neighbour-names';
import { ownWindows, picture } from './own-windows';
import { PlaceholderNames } from './placeholder-names';
import { type Parts, programOf } from './program';
import { untilQuiet } from './quiet';
import { readTree } from './read-tree';
import { namedByRows } from './row-names';

export type { Parts } from './program';

/** One running program: its tree and its actions over AT-SPI, pointer, keys and pictures over X11. Points are the screen's. */
export function linuxAdapter(parts: Parts): Adapter {
  const { line, listening, application } = parts;
  const memory = new Memory();
  const placeholders = new PlaceholderNames();
  const following = follow(line, application, listening);
  const reading = createLane();
  const during = (signal: AbortSignal) => programOf(parts, signal);
  return {
    app: parts.program,
    program: parts.program,
    abilities: abilitiesOf(parts),
    async tree(budget, signal) {
      const read = await reading.run(signal, () =>
        readTree(during(signal), following, budget, memory.learnt),
      );
      if (read === null) return failed('cancelled', 'The call was cancelled.', 'Nothing needs to be done.');
      if (!read.ok) return read;
      const named = namedByRows(namedByNeighbours(layOut(read.value.root, budget)));
      const nodes = await placeholders.name(during(signal), named);
      memory.keep(nodes);
      return ok({ app: parts.program, title: read.value.title, nodes });
    },
    async look(identity, signal) {
      const live = await lookAt(during(signal), identity, memory);
      return live.ok ? ok(live.value.element) : live;
    },
    act: (identity, action, expected, signal) => actOn(during(signal), identity, action, expected, memory),
    input: (input, signal) => give(during(signal), input),
    windows: (signal) => ownWindows(during(signal)),
    elementAt: (point, signal) => elementAt(during(signal), point, memory),
    screenshot: (signal) => picture(during(signal)),
    untilQuiet: (quietMs, limitMs, signal) => untilQuiet(during(signal), memory, quietMs, limitMs),
    async close() {
      following.stop();
    },
  };
}

function abilitiesOf({ x11: { noCapture } }: Parts): Abilities {
  return {
    press: able,
    set_value: able,
    set_secret: able,
    select: able,
    focus: able,
    scroll: able,
    show_menu: able,
    pointer: able,
    type: able,
    key: able,
    screenshot: noCapture === null ? able : unable(noCapture.sentence, noCapture.next),
    element_at: able,
    windows: able,
  };
}
