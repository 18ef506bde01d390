import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { z } from 'zod';

/** Where the packages of the runners are installed: apart from the project's own. */
export const packagesFolder = 'node_modules/.cache/peers';
export const loaderFile = 'load.mjs';

/** A package that only this bench has. @typeParam T what is used of it, as its documentation tells it */
export async function load<T>(name: string): Promise<T> {
  const loader = pathToFileURL(resolve(packagesFolder, loaderFile)).href;
  const packages = (await import(/* @vite-ignore */ loader)) as {
    load(name: string): Promise<T>;
  };
  return packages.load(name);
}

export async function versionOf(name: string): Promise<string> {
  const manifest = await readFile(join(packagesFolder, 'node_modules', name, 'package.json'), 'utf8');
  return z.object({ version: z.string() }).parse(JSON.parse(manifest)).version;
}
