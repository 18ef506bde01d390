import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildSimulator } from './build';

describe.runIf(process.platform === 'linux')('building the simulator', () => {
  let cache = '';

  beforeAll(async () => {
    cache = await mkdtemp(join(tmpdir(), 'simulator-'));
  });
  afterAll(() => rm(cache, { recursive: true, force: true }));

  it('names the packages where there is no compiler', async () => {
    expect(await buildSimulator('no-such-compiler', cache)).toMatchObject({
      ok: false,
      failure: { code: 'no_compiler', packages: ['gcc', 'libc6-dev', 'util-linux'] },
    });
  });

  it('fails where the compiler does, and leaves nothing behind', async () => {
    expect(await buildSimulator('false', cache)).toMatchObject({
      ok: false,
      failure: { code: 'does_not_compile' },
    });
    expect(await readdir(cache)).toEqual(['lock']);
  });

  it('builds once, however many ask for it', async () => {
    const compiler = join(cache, 'compiler');
    const script = `#!/bin/sh\necho compiled >> '${cache}/count'\nwhile [ "$1" != -o ]; do shift; done\necho library > "$2"\n`;
    await writeFile(compiler, script, { mode: 0o755 });
    const built = await Promise.all([1, 2, 3].map(() => buildSimulator(compiler, cache)));
    expect(new Set(built.map((one) => (one.ok ? one.library : one.failure.code))).size).toBe(1);
    expect(await readFile(join(cache, 'count'), 'utf8')).toBe('compiled\n');
    expect(await buildSimulator('no-such-compiler', cache)).toEqual(built[0]);
  });
});
