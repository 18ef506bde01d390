import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { _electron, type ElectronApplication, expect, test } from '@playwright/test';
import { build } from 'vite';
import { promises } from '../src-main/bridge/conformance/cases.fixture';
import type { ConformanceParts } from './conformance/main';

const ROOT = resolve(import.meta.dirname, '..');

let app: ElectronApplication;
let home: string;

test.beforeAll(async () => {
  await build({
    configFile: false,
    logLevel: 'warn',
    root: ROOT,
    resolve: { alias: { '@contract': join(ROOT, 'src-main/contract') } },
    ssr: { noExternal: ['zod'] },
    build: {
      ssr: 'e2e/conformance/main.ts',
      outDir: 'out/e2e-conformance',
      target: 'node20.18',
      rolldownOptions: { external: ['electron'], output: { entryFileNames: 'main.js' } },
    },
  });
  home = await mkdtemp(join(tmpdir(), 'interlock-conformance-'));
  app = await _electron.launch({
    args: [join(ROOT, 'out/e2e-conformance/main.js'), `--user-data-dir=${home}`],
    cwd: ROOT,
  });
  await app.evaluate(() => (globalThis as unknown as { conformance: ConformanceParts }).conformance.ready);
});

test.afterAll(async () => {
  await app.close();
  await rm(home, { recursive: true, force: true, maxRetries: 3 });
});

test.describe('conformance: practice', () => {
  for (const { title } of promises) {
    test(title, async () => {
      const kept = await app.evaluate(
        (_electron, promised) =>
          (globalThis as unknown as { conformance: ConformanceParts }).conformance.keep(promised),
        title,
      );
      test.skip(kept.kind === 'not_here', kept.kind === 'not_here' ? kept.why : '');
      expect(kept).toEqual({ kind: 'kept' });
    });
  }
});
