import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from '@playwright/test';

/** A secret is in no file of a home that holds a recording, byte for byte. */
export async function expectNowhere(secret: string, folder: string): Promise<void> {
  const found = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = found.filter((each) => each.isFile()).map((each) => join(each.parentPath, each.name));
  expect(files.some((file) => file.endsWith('trace.jsonl'))).toBe(true);
  const holding = await Promise.all(files.map(async (file) => (await readFile(file)).includes(secret)));
  expect(files.filter((_, index) => holding[index])).toEqual([]);
}
