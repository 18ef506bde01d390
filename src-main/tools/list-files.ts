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
    description: `Lists a folder of the workspace: a line for each file, with its size, and for each folder inside it. Names are relative to the folder listed. Gives [{name, kind, bytes}], kind being file, folder, link or link_outside.`,
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
        const entries = await entriesOf(located.value, workspace);
        const { lines, next } = cutLines(entries.map(lineOf), from);
        const cut = next === null ? [] : [`(cut: to go on, call list_files with from: ${next}.)`];
        const text = [`folder ${told}, ${entries.length} entries`, ...lines, ...cut].join('\n');
        return answer(text, entries);
      } catch (thrown) {
        return refusal(ioFailed(`Listing ${told}`, thrown).failure);
      }
    },
  });
}

interface Entry {
  readonly [field: string]: string | number | null;
  readonly name: string;
  readonly kind: 'file' | 'folder' | 'link' | 'link_outside';
  /** null where it is no file. */
  readonly bytes: number | null;
}

/** By name. */
async function entriesOf(folder: string, workspace: Workspace): Promise<Entry[]> {
  const found = await readdir(folder, { withFileTypes: true });
  found.sort((a, b) => (a.name < b.name ? -1 : 1));
  const entries: Entry[] = [];
  for (const entry of found) {
    const { name } = entry;
    const path = join(folder, name);
    if (entry.isDirectory()) entries.push({ name, kind: 'folder', bytes: null });
    else if (entry.isSymbolicLink())
      entries.push({ name, kind: workspace.locate(path).ok ? 'link' : 'link_outside', bytes: null });
    else entries.push({ name, kind: 'file', bytes: (await stat(path)).size });
  }
  return entries;
}

function lineOf({ name, kind, bytes }: Entry): string {
  const words = {
    file: `${bytes} bytes`,
    folder: 'folder',
    link: 'link',
    link_outside: 'link that leads outside',
  };
  return `${quoted(name)} ${words[kind]}`;
}
