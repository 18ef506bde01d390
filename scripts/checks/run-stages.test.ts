import { describe, expect, it } from 'vitest';
import { runStages } from './run-stages.mjs';

const passing = (name: string, passed = 1) => ({
  name,
  run: () => Promise.resolve({ passed, failed: 0, output: 'quiet' }),
});
const failing = (name: string) => ({
  name,
  run: () => Promise.resolve({ passed: 2, failed: 1, output: `why ${name} failed` }),
});

async function linesOf(stages: Parameters<typeof runStages>[0]) {
  const lines: string[] = [];
  const code = await runStages(stages, { log: (line) => lines.push(line) });
  return { code, lines };
}

describe('runStages', () => {
  it('ends with the total, whatever the stages were', async () => {
    const { code, lines } = await linesOf([passing('types'), passing('unit', 41)]);
    expect(code).toBe(0);
    expect(lines.at(-1)).toBe('42 passed, 0 failed');
  });

  it('goes on after a failure, shows its output, and fails as a whole', async () => {
    const { code, lines } = await linesOf([failing('lint'), passing('unit')]);
    expect(code).toBe(1);
    expect(lines).toContain('why lint failed');
    expect(lines).not.toContain('quiet');
    expect(lines.at(-1)).toBe('3 passed, 1 failed');
  });

  it('counts a stage whose need failed as failed, without running it', async () => {
    let ran = false;
    const needy = {
      name: 'e2e',
      needs: 'build',
      run: () => {
        ran = true;
        return Promise.resolve({ passed: 1, failed: 0, output: '' });
      },
    };
    const { code, lines } = await linesOf([failing('build'), needy]);
    expect(ran).toBe(false);
    expect(code).toBe(1);
    expect(lines.at(-1)).toBe('2 passed, 2 failed');
  });

  it('counts a stage that throws as one failure', async () => {
    const broken = { name: 'unit', run: () => Promise.reject(new Error('no report')) };
    const { code, lines } = await linesOf([broken, passing('types')]);
    expect(code).toBe(1);
    expect(lines.join('\n')).toContain('no report');
    expect(lines.at(-1)).toBe('1 passed, 1 failed');
  });

  it('says below a stage what it has to say, and counts one that was skipped as no failure', async () => {
    const wordy = {
      name: 'desktop',
      run: () =>
        Promise.resolve({ passed: 0, failed: 0, output: '', note: 'skipped: needs x', lines: ['more'] }),
    };
    const { code, lines } = await linesOf([passing('unit'), wordy]);
    expect(code).toBe(0);
    expect(lines[1]).toMatch(/^ok {5}desktop .* 0 passed, skipped: needs x$/);
    expect(lines.slice(2)).toEqual(['more', '1 passed, 0 failed']);
  });

  it('is not a success when nothing passed', async () => {
    const { code } = await linesOf([passing('unit', 0)]);
    expect(code).toBe(1);
  });
});
