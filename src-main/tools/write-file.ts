import { randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { z } from 'zod';
import { thrownSentence } from '../contract/failure';
import { quotedShort } from '../contract/quoted';
import { defineTool } from './define-tool';
import { fileFootprint, Path } from './file-footprint';
import { refusal, written } from './outcome';
import type { Tool, ToolOutcome } from './tool';
import { ioFailed, type Workspace } from './workspace';

const Input = z.object({
  path: Path,
  text: z.string().max(1_000_000).describe('The whole new content of the file'),
});

export function writeFileTool(workspace: Workspace): Tool {
  return defineTool({
    name: 'write_file',
    description: `Writes a text file in the workspace folder, replacing all that it held, and makes the folders above it where they are missing. It is read back afterwards. To change a part of a file, read it first, then write it as a whole; never write one file twice in the same turn.`,
    input: Input,
    effect: 'write',
    reach: { reads: [], writes: [`file:${workspace.root}`] },
    footprint: ({ path }) => fileFootprint(workspace, path, 'write'),
    program: () => null,
    inWords: ({ path }) => `Write the file ${quotedShort(path)}`,
    async run({ path, text }) {
      const located = workspace.locate(path);
      if (!located.ok) return refusal(located.failure);
      return writeWhole(located.value, text, workspace);
    },
  });
}

/** Beside the file first, then in its place at one stroke: a failure leaves the old file as it was. */
async function writeWhole(path: string, text: string, workspace: Workspace): Promise<ToolOutcome> {
  const told = workspace.tell(path);
  const beside = join(dirname(path), `.${basename(path).slice(0, 100)}.${randomUUID()}.part`);
  const bytes = Buffer.from(text, 'utf8');
  try {
    await mkdir(dirname(path), { recursive: true });
    const still = workspace.locate(path);
    if (!still.ok) return refusal(still.failure);
    await writeFile(beside, bytes, { flag: 'wx' });
    await rename(beside, path);
  } catch (thrown) {
    const left = await removed(beside);
    return refusal(ioFailed(`Writing ${told}`, thrown).failure, left);
  }
  try {
    const held = await readFile(path);
    if (held.equals(bytes))
      return written('observed', `Wrote ${bytes.length} bytes to ${told}, and read them back.`);
    return written('contradicted', '', {
      code: 'contradicted',
      sentence: `${told} holds ${held.length} bytes that are not those that were written: something else writes it too.`,
      next: 'Read it before you write again.',
    });
  } catch (thrown) {
    return written('accepted', '', ioFailed(`Reading ${told} back`, thrown).failure);
  }
}

/** @returns what has to be said of an unfinished file that could not be taken away; empty where it was */
async function removed(path: string): Promise<string> {
  try {
    await rm(path, { force: true });
    return '';
  } catch (thrown) {
    return `An unfinished file was left behind at ${path}: ${thrownSentence(thrown)}`;
  }
}
