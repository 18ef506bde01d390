import { join, resolve } from 'node:path';
import { build } from 'vite';

const ROOT = resolve(import.meta.dirname, '../..');
const OUT = join(ROOT, 'out/e2e-mac');

/**
 * The app with one file in another's place: which desktop it is on. Beside it lies the lane that it starts, here with simulated
 * frameworks. What ships has neither.
 * @returns the entry of its main process
 */
export async function buildAppOnMac(): Promise<string> {
  await build({
    configFile: false,
    logLevel: 'warn',
    root: ROOT,
    resolve: { alias: { '@contract': join(ROOT, 'src-main/contract') } },
    plugins: [
      {
        name: 'on-a-mac',
        enforce: 'pre',
        resolveId: (source, importer) =>
          source === './platform' && importer === join(ROOT, 'src-main/shell/engine.ts')
            ? join(ROOT, 'e2e/mac-lane/platform.ts')
            : null,
      },
    ],
    build: {
      ssr: true,
      outDir: OUT,
      emptyOutDir: true,
      target: 'node20.18',
      rolldownOptions: {
        external: ['electron'],
        input: {
          index: join(ROOT, 'src-main/index.ts'),
          'macos-lane': join(ROOT, 'native/macos/lane/simulated-lane.fixture.ts'),
          'script-sandbox': join(ROOT, 'src-main/code/sandbox-worker.ts'),
        },
        output: { entryFileNames: '[name].js', chunkFileNames: 'chunks/[name].js' },
      },
    },
  });
  return join(OUT, 'index.js');
}
