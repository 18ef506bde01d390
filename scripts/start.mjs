import './setup/node-version.mjs';
import { electronExecutable, runApp } from './app.mjs';
import { bootstrap } from './bootstrap.mjs';
import { buildIfChanged } from './build.mjs';
import { withDisplay } from './display.mjs';
import { sandboxSwitches } from './sandbox.mjs';
import { runMain } from './setup/problem.mjs';

await runMain(async () => {
  const begun = performance.now();
  const installed = await bootstrap();
  const built = await buildIfChanged();
  const elapsed = `${((performance.now() - begun) / 1_000).toFixed(2)} s`;
  console.error(
    installed || built
      ? `Ready in ${elapsed}.`
      : `Ready in ${elapsed}: nothing to install, nothing to build.`,
  );
  if (sandboxSwitches(electronExecutable()).length > 0) {
    console.error('Running as root, so without the Chromium sandbox (--no-sandbox).');
  }

  return withDisplay((env) => runApp(process.argv.slice(2), { env }), {
    onVirtual: (display) =>
      console.error(`No display here: the window is on the virtual display ${display}. Ctrl+C stops it.`),
  });
});
