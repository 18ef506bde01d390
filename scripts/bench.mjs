import './setup/node-version.mjs';
import { join } from 'node:path';
import { runUntilExit } from './app.mjs';
import { benchesIn } from './bench-list.mjs';
import { bootstrap } from './bootstrap.mjs';
import { bundle } from './bundle.mjs';
import { ROOT } from './paths.mjs';
import { withProgress } from './progress.mjs';
import { installPeersOf } from './setup/bench-peers.mjs';
import { runMain, SetupProblem } from './setup/problem.mjs';

const FOLDER = join(ROOT, 'bench');

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
  await installPeersOf(name);
  // Bundled, so that nothing of a loader is measured too.
  const file = await withProgress('Bundling', () => bundle(join(FOLDER, `${name}.ts`), `bench/${name}`));
  const entry = join(import.meta.dirname, 'bench-entry.mjs');
  return runUntilExit(process.execPath, ['--expose-gc', '--enable-source-maps', entry, file, ...args], {
    env: {},
    stdio: 'inherit',
  });
});
