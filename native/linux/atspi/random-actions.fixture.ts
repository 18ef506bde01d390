import { focus, press, select, setText, setValue } from './act';
import type { Line } from './line';
import { never } from './loopback.fixture';
import type { RawNode, RawTree } from './raw-tree';

/** Whole numbers below `n` that look random, the same for the same seed (mulberry32). */
export function seeded(seed: number): (n: number) => number {
  let state = seed >>> 0;
  return (n) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % n;
  };
}

/** What would end the program, or hide all of it. */
const ending = /quit|close|exit|print|full ?screen|minimi|inspector/i;
const patience = { limitMs: 3000, signal: never };

type Deed = (at: RawNode) => Promise<unknown>;

/** Does something to some element that can have something done to it; says what. */
export async function actAtRandom(line: Line, tree: RawTree, random: (n: number) => number): Promise<string> {
  const able: ReadonlyArray<readonly [string, Deed]> = [
    ['Action', ({ identity }) => press(line, identity, 0, patience)],
    ['Value', ({ identity }) => setValue(line, identity, random(100), patience)],
    ['EditableText', ({ identity }) => setText(line, identity, `text ${random(1000)}`, patience)],
    ['Selection', ({ identity }) => select(line, identity, random(4), patience)],
    ['Component', ({ identity }) => focus(line, identity, patience)],
  ];
  const nodes = tree.nodes.filter(
    ({ role, name, interfaces }) =>
      role !== 'frame' && !ending.test(name) && able.some(([of]) => of !== 'Component' && interfaces.has(of)),
  );
  const at = nodes[random(nodes.length)];
  if (at === undefined) throw new Error('Nothing can be done to this program.');
  const deeds = able.filter(([of]) => at.interfaces.has(of));
  const [of, deed] = deeds[random(deeds.length)] ?? [];
  await deed?.(at);
  return `${of} of ${at.role} "${at.name}"`;
}
