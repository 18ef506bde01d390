import { execFile } from 'node:child_process';
import { createHash, randomUUID } from 'node:crypto';
import { access, mkdir, readdir, readFile, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const SOURCES = dirname(fileURLToPath(import.meta.url));
const CACHE = join(SOURCES, '../../../node_modules/.cache/macos-simulator');
const FLAGS = [
  '-std=gnu11',
  '-O1',
  '-g',
  '-fPIC',
  '-shared',
  '-fvisibility=hidden',
  '-Wall',
  '-Wextra',
  '-Werror',
];
const LIBRARIES = ['-lpthread', '-lm'];

const run = promisify(execFile);

export type BuildFailure =
  | { readonly code: 'no_compiler'; readonly sentence: string; readonly packages: readonly string[] }
  | { readonly code: 'does_not_compile'; readonly sentence: string }
  | { readonly code: 'unsupported_platform'; readonly sentence: string };

export type Build =
  | { readonly ok: true; readonly library: string }
  | { readonly ok: false; readonly failure: BuildFailure };

const NO_COMPILER: Build = {
  ok: false,
  failure: {
    code: 'no_compiler',
    sentence:
      'The simulated frameworks are C, and there is no C compiler: install gcc, libc6-dev and util-linux.',
    packages: ['gcc', 'libc6-dev', 'util-linux'],
  },
};

/** What `sh` answers where there is no such command. */
const NOT_FOUND = 127;

/**
 * Compiles the simulated frameworks with the system's `cc` (or `compiler`) unless exactly these sources already were:
 * a file named for their hash, put in its place in one step, so that nobody sees half a library. Of several builders
 * one compiles, and the others wait for it: the kernel frees the lock of one that died.
 */
export async function buildSimulator(compiler = 'cc', cache = CACHE): Promise<Build> {
  if (process.platform !== 'linux') {
    const sentence = 'The simulated frameworks run on Linux: a Mac has the real ones.';
    return { ok: false, failure: { code: 'unsupported_platform', sentence } };
  }
  const files = (await readdir(SOURCES)).filter((name) => /\.[ch]$/u.test(name)).sort();
  const library = join(cache, `${await hashOf(files)}.so`);
  if (await exists(library)) return { ok: true, library };
  await mkdir(cache, { recursive: true });
  const draft = join(cache, `${randomUUID()}.draft`);
  const units = files.filter((name) => name.endsWith('.c')).map((name) => join(SOURCES, name));
  try {
    const command = [compiler, ...FLAGS, ...units, '-o', draft, ...LIBRARIES];
    const once = 'test -e "$0" || { "$@" && mv "$DRAFT" "$0"; }';
    const env = { ...process.env, DRAFT: draft };
    await run('flock', [join(cache, 'lock'), 'sh', '-c', once, library, ...command], { env });
    return { ok: true, library };
  } catch (thrown) {
    await rm(draft, { force: true });
    return refused(thrown);
  }
}

async function hashOf(files: readonly string[]): Promise<string> {
  const hash = createHash('sha256').update([...FLAGS, ...LIBRARIES, process.arch].join(' '));
  for (const name of files) hash.update(`\0${name}\0`).update(await readFile(join(SOURCES, name)));
  return hash.digest('hex').slice(0, 20);
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}

function refused(thrown: unknown): Build {
  const { code, stderr } = thrown as { code?: unknown; stderr?: unknown };
  if (code === 'ENOENT' || code === NOT_FOUND) return NO_COMPILER;
  const sentence = `The simulated frameworks do not compile: ${typeof stderr === 'string' ? stderr : String(thrown)}`;
  return { ok: false, failure: { code: 'does_not_compile', sentence } };
}
