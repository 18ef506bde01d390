import { z } from 'zod';
import type { Node } from '../../contract/accessibility';
import { failed, ok, type Result } from '../../contract/failure';
import type { Delivery } from '../../contract/trace-event';
import { type Abilities, type Adapter, able, type Input, unable } from '../adapter';
import { type Branch, branchesOf, layOut } from '../branch';
import { actOn } from './act';
import { answered, CdpLine, NoAnswer, type Patience } from './cdp-line';
import { delivered, type Hands } from './hands';
import { insertText, pressKey, pressKeys } from './keyboard';
import { parseChord } from './keys';
import { lookAt } from './look';
import { Page } from './page';
import { focusTakesText, untilQuiet } from './page-functions';
import { elementAt, theWindow } from './place';
import { readTree } from './read-tree';
import type { Transport } from './transport';

/** For one command, in milliseconds. */
const commandLimit = 3_000;

/** The practice window as a desktop: its accessibility tree over the DevTools protocol, its input as real events. */
export function practiceAdapter(transport: Transport): Adapter {
  const line = new CdpLine(transport);
  const page = new Page(line);
  let last: Branch | null = null;
  let remembered: ReadonlyMap<string, Omit<Node, 'parent' | 'hole'>> = new Map();

  const patient = (signal: AbortSignal): Patience => ({ limitMs: commandLimit, signal });
  const handsOf = (signal: AbortSignal): Hands => ({ line, page, patience: patient(signal) });

  return {
    app: 'practice',
    program: 'Practice window',
    abilities,
    tree: (budget, signal) =>
      answered(async () => {
        const root = await readTree(line, page, last, budget, signal);
        last = root;
        remembered = new Map([...branchesOf(root)].map(({ node }) => [node.identity, node]));
        return ok({ app: 'practice', title: root.node.name, nodes: layOut(root, budget) });
      }),
    look: (identity, signal) =>
      answered(() => lookAt(line, page, identity, remembered.get(identity) ?? null, patient(signal))),
    act: (identity, action, { role, name }, signal) =>
      answered(() => actOn(handsOf(signal), identity, action, { role, name })),
    input: (input, signal) => answered(() => give(handsOf(signal), input)),
    windows: (signal) => answered(() => theWindow(page, patient(signal))),
    elementAt: (point, signal) => answered(() => elementAt(line, page, point, patient(signal))),
    screenshot: (signal) =>
      answered(async () => {
        const picture = await line.waitFor(() => transport.capture(), 'for a picture', patient(signal));
        return ok({ ...picture, mediaType: 'image/png' as const });
      }),
    untilQuiet: (quietMs, limitMs, signal) => answered(() => quiet(page, quietMs, limitMs, signal)),
    close: async () => transport.close(),
  };
}

const abilities: Abilities = {
  press: able,
  set_value: able,
  set_secret: able,
  select: able,
  focus: able,
  scroll: able,
  show_menu: unable('Nothing in this window has a context menu.', 'Press the element instead.'),
  pointer: able,
  type: able,
  key: able,
  screenshot: able,
  element_at: able,
  windows: able,
};

async function give(hands: Hands, input: Input): Promise<Result<Delivery>> {
  const { line, page, patience } = hands;
  switch (input.kind) {
    case 'type': {
      const takesText = await page.evaluate(focusTakesText, [], z.boolean(), patience);
      return delivered(patience, async () => {
        for (const piece of input.text.split(/([\n\t])/).filter((each) => each !== '')) {
          if (takesText && piece !== '\n' && piece !== '\t') await insertText(line, piece, patience);
          else await pressKeys(line, piece, patience);
        }
      });
    }
    case 'key': {
      const press = parseChord(input.chord);
      if (press !== null) return delivered(patience, () => pressKey(line, press, patience));
      const next = 'Write modifiers first, then one key: Control+a, Escape, ArrowDown.';
      return failed('invalid_input', `"${input.chord}" is not a key.`, next);
    }
  }
}

/** A page that is loaded anew meanwhile has changed: the waiting starts again with what is left of the time. */
async function quiet(
  page: Page,
  quietMs: number,
  limitMs: number,
  signal: AbortSignal,
): Promise<Result<'quiet' | 'still_changing'>> {
  const end = performance.now() + limitMs;
  for (;;) {
    const left = Math.ceil(end - performance.now());
    if (left <= 0) return ok('still_changing');
    const patience = { limitMs: left + commandLimit, signal };
    try {
      const words = z.enum(['quiet', 'still_changing']);
      return ok(await page.evaluate(untilQuiet, [quietMs, left], words, patience));
    } catch (thrown) {
      if (!(thrown instanceof NoAnswer) || thrown.failure.code !== 'stale_ref') throw thrown;
    }
  }
}
