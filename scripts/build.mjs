import './setup/node-version.mjs';
import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bootstrap } from './bootstrap.mjs';
import { runCommand } from './command.mjs';
import { inModules, ROOT } from './paths.mjs';
import { seconds, withProgress } from './progress.mjs';
import { exclusively } from './setup/exclusive.mjs';
import { fingerprint, stampMatches, writeStamp } from './setup/fingerprint.mjs';
import { runMain, SetupProblem } from './setup/problem.mjs';

const OUT = join(ROOT, 'out');
const STAMP = join(OUT, '.sources');

/** Everything that decides what a build makes. */
const SOURCES = [
  'src-main',
  'src-renderer',
  'native',
  'electron.vite.config.ts',
  'package.json',
  'package-lock.json',
  'tsconfig.base.json',
];

/** Has the next start build again, whatever the sources are: out/ is about to hold something else. */
export const forgetBuild = () => rm(STAMP, { force: true });

/**
 * Builds main, preload and renderer into out/. The stamp goes first and comes back last, so that a build that was cut
 * off is done again.
 * @returns {Promise<import('./command.mjs').CommandResult>}
 */
export async function build() {
  return exclusively(join(ROOT, '.build.lock'), async () => {
    const hash = await fingerprint(ROOT, SOURCES);
    await forgetBuild();
    const result = await runCommand(
      process.execPath,
      [inModules('electron-vite/bin/electron-vite.js'), 'build'],
      {
        cwd: ROOT,
      },
    );
    if (result.code === 0) await writeStamp(STAMP, hash);
    return result;
  });
}

/**
 * @returns {Promise<boolean>} whether there was anything to build
 * @throws {SetupProblem} build_failed
 */
export async function buildIfChanged() {
  if (existsSync(STAMP) && (await stampMatches(STAMP, await fingerprint(ROOT, SOURCES)))) return false;
  const { code, output } = await withProgress('Building', build);
  if (code === 0) return true;
  throw new SetupProblem(
    'build_failed',
    'The app could not be built.',
    'Mend what the output above names.',
    output,
  );
}

if (resolve(process.argv[1] ?? '') === fileURLToPath(import.meta.url)) {
  await runMain(async () => {
    await bootstrap({ electronNeeded: false });
    const begun = performance.now();
    const { code, output } = await withProgress('Building', build);
    if (code !== 0)
      throw new SetupProblem(
        'build_failed',
        'The app could not be built.',
        'Mend what the output above names.',
        output,
      );
    console.log(`Built out/ in ${seconds(performance.now() - begun)}.`);
    return 0;
  });
}
