import { existsSync } from 'node:fs';
import { vi } from 'vitest';
import { z } from 'zod';
import type { Desktop } from '../../../native/linux/private-desktop';
import type { Node } from '../../contract/accessibility';
import { type Adapter, fullBudget } from '../adapter';
import { NotHere } from '../conformance/case.fixture';
import { type Arrival, done, type Provoked, type Stage } from '../conformance/stage.fixture';
import { openChromium } from './chromium-page.fixture';
import { adapterFor, coverWith, type GtkProgram, type Reach } from './stage.fixture';

const Arrivals = z.array(
  z.object({ name: z.string(), kind: z.enum(['pressed', 'changed']), value: z.string().nullable() }),
);

const file = new URL('../conformance/programs/page.html', import.meta.url);

/** The suite's program as a page in Chromium, driven from outside like any program. */
export async function openChromiumStage(desktop: Desktop, to: Reach): Promise<Stage> {
  if (!existsSync('/usr/bin/chromium'))
    throw new NotHere('The page of the suite needs the package chromium.');
  const page = await openChromium(desktop, file);
  const { pid } = page.process;
  const adapter = await adapterFor(to, pid, 'Conformance');
  await told(adapter, isButton('Later'));
  const covers: GtkProgram[] = [];
  let known: readonly Arrival[] = [];
  let silent = false;
  return {
    adapter,
    selectAll: 'Control+a',
    async arrivals() {
      if (!silent) known = Arrivals.parse(await page.run('arrivals'));
      return known;
    },
    async provoke(what): Promise<Provoked> {
      switch (what) {
        case 'replace': {
          const { identity } = await told(adapter, isButton('Send'));
          await page.run('replace()');
          await told(adapter, (node) => isButton('Send')(node) && node.identity !== identity);
          return done;
        }
        case 'open_modal':
          await page.run('openModal()');
          await told(adapter, isButton('OK'));
          return done;
        case 'tick':
          await page.run('tick()');
          return done;
        case 'cover':
          covers.push(await coverWith(desktop, to));
          return done;
        case 'freeze':
          process.kill(pid, 'SIGSTOP');
          silent = true;
          return done;
        case 'thaw':
          process.kill(pid, 'SIGCONT');
          silent = false;
          return done;
        case 'kill':
          silent = true;
          process.kill(pid, 'SIGKILL');
          await page.process.ended;
          return done;
        case 'close_window':
          known = Arrivals.parse(await page.run('arrivals'));
          silent = true;
          void page.run('window.close()');
          await page.process.ended;
          return done;
      }
    },
    async close() {
      await adapter.close();
      if (silent) signal(pid, 'SIGCONT');
      await Promise.all([page.close(), ...covers.map((each) => each.end())]);
    },
  };
}

/**
 * The page lives in another process of Chromium's than its accessibility: what it holds, or has just done, is told of later.
 * @returns the node that fits
 */
async function told(adapter: Adapter, fits: (node: Node) => boolean): Promise<Node> {
  return vi.waitUntil(
    async () => {
      const tree = await adapter.tree(fullBudget, new AbortController().signal);
      return tree.ok ? (tree.value.nodes.find(fits) ?? null) : null;
    },
    { timeout: 15_000, interval: 25 },
  );
}

function isButton(called: string): (node: Node) => boolean {
  return ({ role, name }) => role === 'button' && name === called;
}

/** To one that may have ended. */
function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch (thrown) {
    if ((thrown as NodeJS.ErrnoException).code !== 'ESRCH') throw thrown;
  }
}
