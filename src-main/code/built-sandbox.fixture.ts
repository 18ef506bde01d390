import { join } from 'node:path';
import { build } from 'vite';
import type { SpawnSandbox } from './run-script';
import { sandboxThreads } from './sandbox-thread';

/** The thread as the app runs it, built for this Node. */
export async function builtSandbox(): Promise<SpawnSandbox> {
  const outDir = join(import.meta.dirname, '../../node_modules/.cache/script-sandbox');
  await build({
    configFile: false,
    logLevel: 'error',
    build: {
      ssr: join(import.meta.dirname, 'sandbox-worker.ts'),
      outDir,
      rolldownOptions: { output: { entryFileNames: 'sandbox.mjs' } },
    },
  });
  return sandboxThreads(join(outDir, 'sandbox.mjs'));
}
