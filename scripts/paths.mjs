import { homedir } from 'node:os';
import { join, resolve } from 'node:path';

/** The checkout. */
export const ROOT = resolve(import.meta.dirname, '..');

export const NODE_MODULES = join(ROOT, 'node_modules');

/**
 * A package's command as a path to run with this Node, so that no shell and no PATH is involved.
 * @param {string} path inside node_modules
 */
export const inModules = (path) => join(NODE_MODULES, path);

/**
 * The user's cache folder for this project, outside the checkout and shared by all checkouts.
 * @param {NodeJS.ProcessEnv} env
 * @param {NodeJS.Platform} platform
 */
export function cacheFolder(env = process.env, platform = process.platform) {
  if (env['XDG_CACHE_HOME']) return join(env['XDG_CACHE_HOME'], 'interlock');
  if (platform === 'darwin') return join(homedir(), 'Library', 'Caches', 'interlock');
  if (platform === 'win32')
    return join(env['LOCALAPPDATA'] ?? join(homedir(), 'AppData', 'Local'), 'interlock');
  return join(homedir(), '.cache', 'interlock');
}
