import { join } from 'node:path';
import { inModules, ROOT } from './paths.mjs';

/**
 * One plain JavaScript file of a TypeScript file and all of ours that it imports, for this Node to run.
 * @param {string} source path of the TypeScript file
 * @param {string} name of the folder and of the file below node_modules/.cache, e.g. "bench/diff"
 * @returns {Promise<string>} its path
 */
export async function bundle(source, name) {
  const { build } = await import('vite');
  const outDir = inModules(`.cache/${name}`);
  await build({
    root: ROOT,
    configFile: false,
    logLevel: 'error',
    resolve: { alias: { '@contract': join(ROOT, 'src-main/contract') } },
    build: {
      ssr: source,
      outDir,
      emptyOutDir: true,
      target: 'node20.18',
      sourcemap: true,
      rolldownOptions: { output: { entryFileNames: 'bundle.mjs', codeSplitting: false } },
    },
  });
  return join(outDir, 'bundle.mjs');
}
