import { failed, ok } from '../../contract/failure';
import { type Abilities, type Adapter, able } from '../adapter';
import { layOut } from '../branch';
import { actOn } from './act';
import { read } from './asking';
import { give } from './give';
import { lookAt } from './live';
import { Memory } from './memory';
import { type CaptureWindow, pictureOf } from './picture';
import type { Called, MacProgram } from './program';
import { untilQuiet } from './quiet';
import { readTree } from './read-tree';
import { windowsOf } from './windows';

/**
 * One running program: its tree and its actions over accessibility, pointer and keys as events of the session. Points are global,
 * from the top left of the main display.
 *
 * @param capture null where the screen may not be recorded
 */
export function macAdapter(program: MacProgram, capture: CaptureWindow | null): Adapter {
  const memory = new Memory();
  const during = (signal: AbortSignal): Called => ({ program, signal });
  return {
    app: program.name,
    program: program.name,
    abilities: {
      ...abilities,
      screenshot: capture === null ? { able: false, failure: noPictures.failure } : able,
    },
    async tree(budget, signal) {
      const root = await readTree(during(signal), budget, memory);
      if (!root.ok) return root;
      const window = root.value.children.find(({ node }) => node.role === 'window' || node.role === 'dialog');
      const title = window?.node.name ?? program.name;
      return ok({ app: program.name, title, nodes: layOut(root.value, budget) });
    },
    async look(identity, signal) {
      const live = await lookAt(during(signal), identity, memory);
      return live.ok ? ok(live.value.element) : live;
    },
    act: (identity, action, expected, signal) => actOn(during(signal), identity, action, expected, memory),
    input: (input, signal) => give(during(signal), input),
    windows: (signal) => windowsOf(during(signal)),
    async elementAt(at, signal) {
      const path = await read(during(signal), { kind: 'element_at', at }, 'element');
      if (!path.ok || path.value === null) return path.ok ? ok(null) : path;
      return ok(path.value.find((identity) => memory.roleOf({ identity }) !== null) ?? path.value[0] ?? null);
    },
    screenshot: async (signal) => (capture === null ? noPictures : pictureOf(during(signal), capture)),
    untilQuiet: (quietMs, limitMs, signal) => untilQuiet(during(signal), quietMs, limitMs),
    close: () => Promise.resolve(),
  };
}

const noPictures = failed(
  'unsupported',
  'macOS does not let Interlock record the screen.',
  'Allow it in System Settings, Privacy & Security, Screen Recording, or take a snapshot instead.',
);

const abilities: Omit<Abilities, 'screenshot'> = {
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
  element_at: able,
  windows: able,
};
