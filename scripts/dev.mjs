import './setup/node-version.mjs';
import { electronExecutable, runUntilExit } from './app.mjs';
import { bootstrap } from './bootstrap.mjs';
import { forgetBuild } from './build.mjs';
import { withDisplay } from './display.mjs';
import { inModules } from './paths.mjs';
import { sandboxSwitches } from './sandbox.mjs';
import { runMain } from './setup/problem.mjs';

await runMain(async () => {
  await bootstrap();
  await forgetBuild();
  const sandbox = sandboxSwitches(electronExecutable()).length > 0 ? ['--noSandbox'] : [];
  const args = process.argv.slice(2);
  return withDisplay(
    (env) =>
      runUntilExit(
        process.execPath,
        [
          inModules('electron-vite/bin/electron-vite.js'),
          'dev',
          '--watch',
          ...sandbox,
          ...(args.length > 0 ? ['--', ...args] : []),
        ],
        { env, stdio: 'inherit', wholeGroup: true },
      ),
    {
      onVirtual: (display) =>
        console.error(`No display here: the window is on the virtual display ${display}.`),
    },
  );
});
