// Runs one bundled bench in a process of its own: `export async function run(args)`.

import { pathToFileURL } from 'node:url';

const [file = '', ...args] = process.argv.slice(2);
/** @type {{ run: (args: readonly string[]) => Promise<void> | void }} */
const bench = await import(pathToFileURL(file).href);
await bench.run(args);
