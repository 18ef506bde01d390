import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * The description that a bench file exports, without running it.
 * @param {string} source `export const description = '...'`
 */
export function descriptionIn(source) {
  return /export const description\s*=\s*(['"`])(.*?)\1;/s.exec(source)?.[2] ?? null;
}

/**
 * The files of `folder` that export a description; helpers beside them do not.
 * @param {string} folder
 * @returns {Promise<{ name: string, description: string }[]>} by name
 */
export async function benchesIn(folder) {
  const files = (await readdir(folder).catch(() => [])).filter((file) => /^[\w-]+\.ts$/.test(file)).sort();
  const found = await Promise.all(
    files.map(async (file) => ({
      name: file.slice(0, -'.ts'.length),
      description: descriptionIn(await readFile(join(folder, file), 'utf8')),
    })),
  );
  return found.flatMap(({ name, description }) => (description === null ? [] : [{ name, description }]));
}
