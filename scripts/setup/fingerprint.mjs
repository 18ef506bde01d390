import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, readdir, readFile, rename, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';

/**
 * One hash of the names and contents of files and folders. What is missing counts as missing, and changes the hash.
 * @param {string} root
 * @param {readonly string[]} entries relative to root
 * @param {readonly string[]} [extra] further facts that the hash depends on
 */
export async function fingerprint(root, entries, extra = []) {
  const hash = createHash('sha256');
  for (const fact of extra) hash.update(`fact ${fact}\n`);
  for (const entry of entries) {
    for (const file of await filesOf(root, entry)) {
      const content = await readFile(join(root, file));
      hash.update(`file ${file} ${content.length}\n`).update(content);
    }
  }
  return hash.digest('hex');
}

/**
 * @param {string} root
 * @param {string} entry
 * @returns {Promise<string[]>}
 */
async function filesOf(root, entry) {
  const found = await stat(join(root, entry)).catch(() => null);
  if (found === null) return [];
  if (found.isFile()) return [entry];
  const names = await readdir(join(root, entry));
  const nested = await Promise.all(names.sort().map((name) => filesOf(root, `${entry}/${name}`)));
  return nested.flat();
}

/**
 * @param {string} file
 * @returns {Promise<string>} base64, as in npm's integrity fields
 */
export async function sha512OfFile(file) {
  const hash = createHash('sha512');
  await pipeline(createReadStream(file), hash);
  return hash.digest('base64');
}

/**
 * @param {string} stampFile
 * @param {string} hash
 */
export async function stampMatches(stampFile, hash) {
  const written = await readFile(stampFile, 'utf8').catch(() => '');
  return written.trim() === hash;
}

/**
 * Leaves either the old stamp or the new one, never half of it.
 * @param {string} stampFile
 * @param {string} hash
 */
export async function writeStamp(stampFile, hash) {
  await mkdir(dirname(stampFile), { recursive: true });
  const draft = `${stampFile}.${process.pid}`;
  await writeFile(draft, `${hash}\n`);
  await rename(draft, stampFile);
}
