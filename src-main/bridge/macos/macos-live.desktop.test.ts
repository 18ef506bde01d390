import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createLanes, macPaths, runProgram } from '../../../native/macos';
import { forkLanes } from '../../../native/macos/lane/lane-process';
import { systemClock } from '../../system-clock';
import { type Adapter, fullBudget, type Tree } from '../adapter';
import { now, valueOf } from '../conformance/case.fixture';
import type { Platform } from '../platform';
import { macPlatform } from './mac-platform';
import { isRunningNow } from './program';

const cache = join(import.meta.dirname, '../../../node_modules/.cache');
const unicode = 'Grüße, 漢字 🙂 "€"';

/** On a real Mac, for the program that the terminal's permissions let at others. It opens what it works, and leaves it open. */
describe.skipIf(process.platform !== 'darwin')('macos-live', () => {
  let home = '';
  let platform: Platform | null = null;

  const opened = async (name: string): Promise<Adapter> => {
    if (platform === null) throw new Error('The lanes are built before the first test.');
    const { id } = valueOf(await platform.open(name, now()));
    return valueOf(await platform.adapterFor(id, now()));
  };
  const treeOf = async (adapter: Adapter): Promise<Tree> => valueOf(await adapter.tree(fullBudget, now()));

  beforeAll(async () => {
    mkdirSync(cache, { recursive: true });
    home = mkdtempSync(join(cache, 'live-lane-'));
    await build({
      configFile: false,
      logLevel: 'silent',
      ssr: { noExternal: true, external: ['koffi'] },
      build: {
        ssr: join(import.meta.dirname, '../../../native/macos/lane/main.ts'),
        target: 'node20.18',
        outDir: home,
        rolldownOptions: { output: { entryFileNames: 'lane.mjs' } },
      },
    });
    const own = [process.pid];
    const spawn = forkLanes(join(home, 'lane.mjs'));
    platform = macPlatform({
      lanes: createLanes({ spawn, paths: macPaths, own, timeoutSeconds: 1 }),
      own,
      grantTo: 'the terminal',
      clock: systemClock,
      idleSeconds: () => 0,
      run: runProgram,
      isRunning: isRunningNow,
    });
  });
  afterAll(async () => {
    await platform?.close();
    rmSync(home, { recursive: true, force: true });
  });

  it('has the permission to read other programs', async () => {
    await opened('TextEdit');
    const report = await platform?.permissions(now());
    expect(report?.permissions[0]).toMatchObject({ name: 'accessibility', state: 'working' });
  });

  it('writes a text into a new document of TextEdit, and reads it back', async () => {
    const adapter = await opened('TextEdit');
    valueOf(await adapter.input({ kind: 'key', chord: 'Meta+n' }, now()));
    valueOf(await adapter.untilQuiet(300, 5_000, now()));
    const field = (await treeOf(adapter)).nodes.find(({ role }) => role === 'textbox');
    if (field === undefined) throw new Error('TextEdit shows no document.');
    valueOf(await adapter.act(field.identity, { kind: 'set_value', value: unicode }, field, now()));
    expect(valueOf(await adapter.look(field.identity, now())).value).toBe(unicode);
  });

  it('presses a key of Calculator', async () => {
    const adapter = await opened('Calculator');
    const keys = (await treeOf(adapter)).nodes.filter(({ role, name }) => role === 'button' && name !== '');
    expect(keys.length).toBeGreaterThan(10);
    const seven = keys.find(({ name }) => name === '7') ?? keys.at(-1);
    if (seven === undefined) throw new Error('Calculator has no keys.');
    expect(valueOf(await adapter.act(seven.identity, { kind: 'press' }, seven, now()))).toBe('accepted');
  });

  it('reads System Settings within its budget', async () => {
    const adapter = await opened('System Settings');
    const begun = performance.now();
    const { nodes } = await treeOf(adapter);
    expect(performance.now() - begun).toBeLessThan(fullBudget.milliseconds + 2_000);
    expect(nodes.some(({ role }) => role === 'window')).toBe(true);
    expect(new Set(nodes.map(({ identity }) => identity)).size).toBe(nodes.length);
  });
});
