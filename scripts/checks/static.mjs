import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { runCommand } from '../command.mjs';
import { inModules, ROOT } from '../paths.mjs';

/** The longest that a static check may take before it counts as hung. */
const LIMIT_MS = 5 * 60_000;

/**
 * A stage that is one command: it passes when the command exits with 0.
 * @param {string} name
 * @param {string} program path inside node_modules of the file to run with this Node
 * @param {readonly string[]} args
 * @returns {import('./run-stages.mjs').Stage}
 */
const commandStage = (name, program, args) => ({
  name,
  run: async () => {
    const result = await runCommand(process.execPath, [inModules(program), ...args], {
      cwd: ROOT,
      timeoutMs: LIMIT_MS,
    });
    const late = result.timedOut
      ? `\n${name} did not end within ${LIMIT_MS / 60_000} minutes and was stopped.\n`
      : '';
    return result.code === 0
      ? { passed: 1, failed: 0, output: result.output }
      : { passed: 0, failed: 1, output: result.output + late };
  },
});

/** Every program of the checkout, main a second time against the oldest Electron that is supported. */
export const types = commandStage('types', 'typescript-native/bin/tsc', ['-b', '--pretty', 'false']);

export const lint = commandStage('lint', 'oxlint/bin/oxlint', ['--format=unix']);

export const format = commandStage('format', '@biomejs/biome/bin/biome', [
  'check',
  '--linter-enabled=false',
  '--max-diagnostics=20',
  '--colors=off',
]);

const SOURCE_FOLDERS = ['src-main', 'src-renderer', 'native', 'e2e', 'bench', 'scripts'].filter((folder) =>
  existsSync(join(ROOT, folder)),
);

/** Who may import whom. */
export const imports = commandStage('imports', 'dependency-cruiser/bin/dependency-cruise.mjs', [
  '--config',
  '.dependency-cruiser.cjs',
  '--output-type',
  'err',
  '--no-progress',
  ...SOURCE_FOLDERS,
]);
