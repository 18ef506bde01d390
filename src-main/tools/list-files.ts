import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { quoted, quotedShort } from '../contract/quoted';
import { cutLines } from './cut';
import { defineTool } from './define-tool';
import { fileFootprint, Path } from './file-footprint';
import { answer, refusal } from './outcome';
import type { Tool } from './tool';
import { ioFailed, type Workspace } from './workspace';

const Input = z.object({
  path: Path.default('.'),
  from: z.int().min(1).default(1).describe('The line to begin with, where an earlier list was cut'),
});

export function listFilesTool(workspace: Workspace): Tool {
  return defineTool({
    name: 'list_files',
    description: `Lists a folder of the workspace: a line for each file, with its size, and for each folder inside it. Names are relative to the folder listed.`,
    input: Input,
    effect: 'read',
    reach: { reads: [`file:${workspace.root}`], writes: [] },
    footprint: ({ path }) => fileFootprint(workspace, path, 'read'),
    program: () => null,
    inWords: ({ path }) => `List the folder ${quotedShort(path)}`,
    async run({ path, from }) {
      const located = workspace.locate(path);
      if (!located.ok) return refusal(located.failure);
      const told = workspace.tell(located.value);
      try {
        const entries = await linesOf(located.value, workspace);
        const { lines, next } = cutLines(entries, from);
        const cut = next === null ? [] : [`(cut: to go on, call list_files with from: ${next}.)`];
        return answer([`folder ${told}, ${entries.length} entries`, ...lines, ...cut].join('\n'));
      } catch (thrown) {
        return refusal(ioFailed(`Listing ${told}`, thrown).failure);
      }
    },
  });
}

async function linesOf(folder: string, workspace: Workspace): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  const lines: string[] = [];
  for (const entry of entries) {
    const path = join(folder, entry.name);
    const name = quoted(entry.name);
    if (entry.isDirectory()) lines.push(`${name} folder`);
    else if (entry.isSymbolicLink())
      lines.push(`${name} ${workspace.locate(path).ok ? 'link' : 'link that leads outside'}`);
    else lines.push(`${name} ${(await stat(path)).size} bytes`);
  }
  return lines;
}
