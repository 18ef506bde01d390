import './setup/node-version.mjs';
import { join } from 'node:path';
import { runUntilExit } from './app.mjs';
import { benchesIn } from './bench-list.mjs';
import { bootstrap } from './bootstrap.mjs';
import { inModules, ROOT } from './paths.mjs';
import { withProgress } from './progress.mjs';
import { runMain, SetupProblem } from './setup/problem.mjs';

const FOLDER = join(ROOT, 'bench');

/**
 * One plain JavaScript file of the bench and the code that it measures, so that nothing of a loader is measured too.
 * @param {string} name
 * @returns {Promise<string>} its path
 */
async function bundle(name) {
  const { build } = await import('vite');
  const outDir = inModules(`.cache/bench/${name}`);
  await build({
    root: ROOT,
    configFile: false,
    logLevel: 'error',
    resolve: { alias: { '@contract': join(ROOT, 'src-main/contract') } },
    build: {
      ssr: join(FOLDER, `${name}.ts`),
      outDir,
      emptyOutDir: true,
      target: 'node20.18',
      sourcemap: true,
      rolldownOptions: { output: { entryFileNames: 'bench.mjs', codeSplitting: false } },
    },
  });
  return join(outDir, 'bench.mjs');
}

await runMain(async () => {
  const [name, ...args] = process.argv.slice(2);
  const all = await benchesIn(FOLDER);
  const width = Math.max(0, ...all.map((bench) => bench.name.length));
  const list = all.map((bench) => `  ${bench.name.padEnd(width)}  ${bench.description}`).join('\n');
  if (name === undefined) {
    console.log(all.length === 0 ? 'There is no bench in bench/ yet.' : `npm run bench -- <name>\n\n${list}`);
    return 0;
  }
  if (!all.some((bench) => bench.name === name)) {
    throw new SetupProblem('no_such_bench', `There is no bench called "${name}".`, `Choose one of:\n${list}`);
  }
  await bootstrap();
  const file = await withProgress('Bundling', () => bundle(name));
  const entry = join(import.meta.dirname, 'bench-entry.mjs');
  return runUntilExit(process.execPath, ['--expose-gc', '--enable-source-maps', entry, file, ...args], {
    env: {},
    stdio: 'inherit',
  });
});
