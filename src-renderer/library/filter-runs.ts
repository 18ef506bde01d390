import type { RunEntry } from '@contract/ipc';
import { modeLabel } from '../composer/modes';
import { statusOf, statusWords } from './status-words';

/** Every word has to be found in the run's name, task, mode or status. The newest run first. */
export function filterRuns(runs: readonly RunEntry[], query: string): RunEntry[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  return runs
    .filter((run) => {
      const text = textOf(run);
      return words.every((word) => text.includes(word));
    })
    .toSorted((a, b) => b.startedAt - a.startedAt);
}

function textOf({ name, task, summary }: RunEntry): string {
  const mode = summary === null ? '' : modeLabel[summary.mode];
  return `${name} ${task} ${mode} ${statusWords[statusOf(summary)].label}`.toLowerCase();
}
