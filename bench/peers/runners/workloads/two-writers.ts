import { mkdtempSync, writeFileSync } from 'node:fs';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { calls } from '../server/reply';
import { type BenchTool, takes } from '../tool';
import { onceThenDone } from './reading';
import type { Workload } from './workload';

const editMs = 30;
const lines = ['first', 'second'] as const;
const Input = z.object({ line: z.string() });

/** Two edits of one file in one response: each reads it, takes a moment, and writes it back with a line more. */
export const twoWriters: Workload = {
  title: `two writers on one file, ${editMs} ms each`,
  limitMs: () => lines.length * editMs,
  atStake: `of ${lines.length} updates`,
  ways: ['level'],
  rounds: (asked) => asked,
  scene() {
    const folder = mkdtempSync(join(tmpdir(), 'interlock-writers-'));
    const path = join(folder, 'notes.txt');
    writeFileSync(path, '');
    const append: BenchTool = {
      name: 'append_line',
      description: 'Adds a line to notes.txt.',
      input: Input,
      effect: 'write',
      footprint: () => ({ reads: [], writes: [`file:${path}`] }),
      async run(input, signal) {
        const before = await readFile(path, 'utf8');
        await takes(editMs, signal);
        await writeFile(path, `${before}${Input.parse(input).line}\n`);
        return 'Added.';
      },
    };
    const blocks = lines.map((line, n) => calls(`call_${n}`, append.name, { line }));
    return {
      tools: [append],
      script: onceThenDone({ waitMs: 0, blocks }),
      async inspect() {
        const left = (await readFile(path, 'utf8')).split('\n').filter((line) => line !== '');
        await rm(folder, { recursive: true });
        const inOrder = lines.filter((line) => left.includes(line));
        return {
          lost: lines.length - left.length,
          outOfOrder: inOrder.filter((line, at) => left[at] !== line).length,
        };
      },
    };
  },
};
