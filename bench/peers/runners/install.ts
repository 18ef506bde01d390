import { spawn } from 'node:child_process';
import { copyFile, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { withProgress } from '../../../scripts/progress.mjs';
import { loaderFile, packagesFolder } from './contenders/load';

const source = 'bench/peers/runners/packages';
const lock = 'package-lock.json';
const stamp = 'installed';

/**
 * Installs the runners' packages by their own lock, where that was not done before.
 * @returns why they could not be; null where they are there
 */
export async function installRunners(): Promise<string | null> {
  const wanted = await readFile(join(source, lock), 'utf8');
  const there = await readFile(join(packagesFolder, stamp), 'utf8').catch(() => null);
  if (there === wanted) return null;
  await rm(packagesFolder, { recursive: true, force: true });
  await mkdir(packagesFolder, { recursive: true });
  for (const file of ['package.json', lock]) await copyFile(join(source, file), join(packagesFolder, file));
  const failure = await withProgress('Installing the runners to compare with', () =>
    npm(['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error']),
  );
  if (failure !== null) return failure;
  await writeFile(join(packagesFolder, loaderFile), 'export const load = (name) => import(name);\n');
  await writeFile(join(packagesFolder, stamp), wanted);
  return null;
}

/** @returns the last line of what it said, where it failed */
function npm(args: readonly string[]): Promise<string | null> {
  const cli = process.env['npm_execpath'];
  const command = cli?.endsWith('npm-cli.js') === true ? [process.execPath, cli] : ['npm'];
  const [program = 'npm', ...before] = command;
  return new Promise((resolve) => {
    let said = '';
    const child = spawn(program, [...before, ...args], {
      cwd: packagesFolder,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const hear = (part: Buffer) => {
      said += part.toString();
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    child.once('error', ({ message }) => resolve(message));
    child.once('close', (code) => resolve(code === 0 ? null : lastLine(said)));
  });
}

function lastLine(text: string): string {
  const lines = text.split('\n').filter((line) => line.trim() !== '' && !line.includes('A complete log'));
  return lines[0] ?? 'npm failed without a word';
}
