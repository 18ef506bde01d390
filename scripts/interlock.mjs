// `npm run -s interlock -- run "task"`: the app without a window. Only the app writes to stdout, so that its last
// line can be read by a program; setup and Chromium write to stderr.

import './setup/node-version.mjs';
import { runApp } from './app.mjs';
import { bootstrap } from './bootstrap.mjs';
import { buildIfChanged } from './build.mjs';
import { withDisplay } from './display.mjs';
import { runMain } from './setup/problem.mjs';

await runMain(async () => {
  await bootstrap();
  await buildIfChanged();
  return withDisplay((env) => runApp(process.argv.slice(2), { env }));
});
