import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { _electron, type ElectronApplication, type Page } from '@playwright/test';
import { build } from 'vite';
import type { Action, Adapter, Input, LiveElement, SnapshotBudget, Tree } from '../src-main/bridge/adapter';
import { fullBudget } from '../src-main/bridge/adapter';
import type { Node } from '../src-main/contract/accessibility';
import type { Result } from '../src-main/contract/failure';
import type { PracticeRecord } from '../src-main/contract/practice-record';
import type { Delivery } from '../src-main/contract/trace-event';
import type { PracticeParts } from './practice-main';

const ROOT = resolve(import.meta.dirname, '..');
const MAIN = join(ROOT, 'out/e2e/practice-main.js');

/** The practice window and its adapter in a real main process, without the rest of the app. */
export interface PracticeApp {
  readonly app: ElectronApplication;
  readonly page: Page;
  reset(): Promise<void>;
  record(): Promise<PracticeRecord>;
  tree(budget?: SnapshotBudget): Promise<Tree>;
  /** The identity of the one node of this role and name. */
  find(role: string, name: string): Promise<string>;
  look(identity: string): Promise<Result<LiveElement>>;
  /** @param expected what it should be; null takes the words of the last tree that had it */
  act(
    identity: string,
    action: Action,
    expected?: Pick<LiveElement, 'role' | 'name'> | null,
  ): Promise<Result<Delivery>>;
  input(input: Input): Promise<Result<Delivery>>;
  untilQuiet(quietMs: number, limitMs: number): Promise<Result<'quiet' | 'still_changing'>>;
  close(): Promise<void>;
}

/** Builds what only the tests need; the window's page and preload are those of the built app. */
export async function buildPracticeMain(): Promise<void> {
  await build({
    configFile: false,
    logLevel: 'warn',
    root: ROOT,
    resolve: { alias: { '@contract': join(ROOT, 'src-main/contract') } },
    ssr: { noExternal: ['zod'] },
    build: {
      ssr: 'e2e/practice-main.ts',
      outDir: 'out/e2e',
      target: 'node20.18',
      rolldownOptions: { external: ['electron'], output: { entryFileNames: 'practice-main.js' } },
    },
  });
}

export async function openPractice({ show }: { readonly show: boolean }): Promise<PracticeApp> {
  const home = await mkdtemp(join(tmpdir(), 'interlock-practice-'));
  const app = await _electron.launch({
    args: [MAIN, `--user-data-dir=${home}`, ...(show ? ['--show'] : [])],
    cwd: ROOT,
  });
  const page = await app.firstWindow();
  await page.getByRole('table', { name: 'Tickets' }).waitFor({ state: 'attached' });
  await app.evaluate(() => (globalThis as unknown as { practiceReady: Promise<void> }).practiceReady);

  const ask = <M extends 'look' | 'act' | 'input' | 'untilQuiet' | 'tree'>(method: M, ...args: unknown[]) =>
    app.evaluate(
      (_electron, [name, given]) => {
        const { adapter } = (globalThis as unknown as { practice: PracticeParts }).practice;
        const call = adapter[name] as (...all: unknown[]) => Promise<unknown>;
        return call(...given, new AbortController().signal);
      },
      [method, args] as const,
    ) as Promise<Awaited<ReturnType<Adapter[M]>>>;

  const words = new Map<string, Pick<LiveElement, 'role' | 'name'>>();
  const tree = async (budget = fullBudget) => {
    const taken = await ask('tree', budget);
    if (!taken.ok) throw new Error(taken.failure.sentence);
    for (const { identity, role, name } of taken.value.nodes) words.set(identity, { role, name });
    return taken.value;
  };

  return {
    app,
    page,
    reset: async () => {
      const done = await app.evaluate(() =>
        (globalThis as unknown as { practice: PracticeParts }).practice.window.reset(),
      );
      if (!done.ok) throw new Error(done.failure.sentence);
    },
    record: async () => {
      const record = await app.evaluate(() =>
        (globalThis as unknown as { practice: PracticeParts }).practice.window.record(),
      );
      if (!record.ok) throw new Error(record.failure.sentence);
      return record.value;
    },
    tree,
    find: async (role, name) => nodeOf(await tree(), role, name).identity,
    look: (identity) => ask('look', identity),
    act: (identity, action, expected = null) => ask('act', identity, action, expected ?? words.get(identity)),
    input: (input) => ask('input', input),
    untilQuiet: (quietMs, limitMs) => ask('untilQuiet', quietMs, limitMs),
    close: async () => {
      await app.close();
      await rm(home, { recursive: true, force: true, maxRetries: 3 });
    },
  };
}

/** The one node of this role and name. */
export function nodeOf({ nodes }: Tree, role: string, name: string): Node {
  const found = nodes.filter((node) => node.role === role && node.name === name);
  if (found.length !== 1) throw new Error(`There are ${found.length} of ${role} "${name}".`);
  return found[0]!;
}

/** One node a line, indented, as in `button "Refresh list" [focusable]`. */
export function outlineOf({ nodes }: Tree): string[] {
  const depths: number[] = [];
  return nodes.map(({ parent, role, name, value, states }) => {
    const depth = parent < 0 ? 0 : depths[parent]! + 1;
    depths.push(depth);
    const shown = value === null ? '' : ` = ${JSON.stringify(value)}`;
    const marks = states.length === 0 ? '' : ` [${states.join(' ')}]`;
    return `${'  '.repeat(depth)}${role} ${JSON.stringify(name)}${shown}${marks}`;
  });
}
