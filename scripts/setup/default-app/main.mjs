// What `electron <path>` runs when Electron comes from the fallback: it starts the app at <path> the way Electron's
// own default app does. `-r file` (Playwright's loader) runs before the app; the first bare argument is the app.

import { existsSync, readFileSync } from 'node:fs';
import Module, { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { app } from 'electron';

const require = createRequire(import.meta.url);

/**
 * What Electron's own default app uses too, and the public types leave out.
 * @type {typeof app & { setVersion(version: string): void, setAppPath(path: string): void }}
 */
const host = /** @type {any} */ (app);

/** @type {(files: readonly string[]) => void} */
const preloadModules = /** @type {any} */ (Module)._preloadModules;

/** @param {readonly string[]} args */
function parse(args) {
  /** @type {string[]} */
  const preloads = [];
  for (let index = 0; index < args.length; index += 1) {
    const arg = args[index] ?? '';
    if (arg === '-r' || arg === '--require') {
      index += 1;
      preloads.push(args[index] ?? '');
    } else if (arg === '--version' || arg === '-v') {
      return { preloads, version: true, path: undefined };
    } else if (!arg.startsWith('-')) {
      return { preloads, version: false, path: arg };
    }
  }
  return { preloads, version: false, path: undefined };
}

/**
 * @param {string} path a folder with a package.json, or a file
 * @returns {string} the file to run
 */
function adopt(path) {
  Object.defineProperty(process, 'defaultApp', { configurable: false, enumerable: true, value: true });
  const packageFile = join(path, 'package.json');
  if (existsSync(packageFile)) {
    /** @type {{ name?: string, productName?: string, version?: string, desktopName?: string }} */
    const info = JSON.parse(readFileSync(packageFile, 'utf8'));
    const name = info.productName ?? info.name;
    if (info.version) host.setVersion(info.version);
    if (name) app.setName(name);
    app.setDesktopName(info.desktopName ?? `${app.name}.desktop`);
    if (!app.commandLine.hasSwitch('user-data-dir')) {
      app.setPath('userData', join(app.getPath('appData'), app.name));
    }
  }
  const main = require.resolve(path);
  host.setAppPath(existsSync(packageFile) ? path : dirname(main));
  return main;
}

const { preloads, version, path } = parse(process.argv.slice(1));
if (version) {
  console.log(`v${process.versions.electron}`);
  process.exit(0);
}
preloadModules(preloads.map((file) => resolve(file)));
if (path === undefined) {
  console.error('This Electron starts an app: electron <path of the app> [arguments]');
  process.exit(1);
}
try {
  await import(pathToFileURL(adopt(resolve(path))).href);
} catch (error) {
  console.error(error);
  process.exit(1);
}
