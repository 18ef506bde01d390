import type { RunEntry } from '@contract/ipc';
import { targetInWords } from '@contract/target';
import { modeLabel } from '../composer/modes';
import { statusOf, statusWords } from './status-words';

/** Every word has to be found in the run's name, task, mode, target or status. The newest run first. */
export function filterRuns(runs: readonly RunEntry[], query: string): RunEntry[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  return runs
    .filter((run) => {
      const text = textOf(run);
      return words.every((word) => text.includes(word));
    })
    .toSorted((a, b) => b.startedAt - a.startedAt);
}

function textOf({ name, task, summary, target }: RunEntry): string {
  const mode = summary === null ? '' : modeLabel[summary.mode];
  const where = target === null ? '' : targetInWords(target);
  return `${name} ${task} ${mode} ${where} ${statusWords[statusOf(summary)].label}`.toLowerCase();
}
