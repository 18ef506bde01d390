import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fingerprint, sha512OfFile, stampMatches, writeStamp } from './fingerprint.mjs';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'fingerprint-'));
  await mkdir(join(folder, 'src'));
  await writeFile(join(folder, 'src', 'a.ts'), 'one');
});
afterEach(() => rm(folder, { recursive: true, force: true }));

describe('fingerprint', () => {
  const now = () => fingerprint(folder, ['src', 'package.json'], ['linux']);

  it('stays the same while nothing changes', async () => {
    expect(await now()).toBe(await now());
  });

  it('changes with a content, a name, a new file and a further fact', async () => {
    const seen = new Set([await now()]);
    await writeFile(join(folder, 'src', 'a.ts'), 'two');
    seen.add(await now());
    await rename(join(folder, 'src', 'a.ts'), join(folder, 'src', 'b.ts'));
    seen.add(await now());
    await writeFile(join(folder, 'package.json'), '{}');
    seen.add(await now());
    seen.add(await fingerprint(folder, ['src', 'package.json'], ['darwin']));
    expect(seen.size).toBe(5);
  });
});

describe('a stamp', () => {
  it('matches what was written, and nothing before that', async () => {
    const stamp = join(folder, 'deep', 'stamp');
    expect(await stampMatches(stamp, 'abc')).toBe(false);
    await writeStamp(stamp, 'abc');
    expect(await stampMatches(stamp, 'abc')).toBe(true);
    expect(await stampMatches(stamp, 'abd')).toBe(false);
  });
});

it('sums a file as npm does', async () => {
  expect(await sha512OfFile(join(folder, 'src', 'a.ts'))).toBe(
    'BfcDQQeKz2oG1CPSFyD5ZD1flTYm2IoCY23DqeeVgq6wyCCFf9P43FAqqDYNLI+pephf2ltim4CcrRj/ti04mQ==',
  );
});
