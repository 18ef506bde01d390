import { RunId } from '@contract/ids';
import type { RunEntry } from '@contract/ipc';
import type { RunSummary } from '@contract/summary';
import { expect, it } from 'vitest';
import { filterRuns } from './filter-runs';

const summary: RunSummary = {
  status: 'completed',
  mode: 'mixed',
  turns: 4,
  calls: 9,
  maxConcurrency: 2,
  wallMs: 1200,
  hazards: 0,
  staleRefs: 0,
  skipped: 0,
  writesDelivered: 6,
  wrongElementWrites: 0,
  verified: true,
};

function run(id: string, startedAt: number, change: Partial<RunEntry>): RunEntry {
  return {
    id: RunId.parse(id),
    name: id,
    task: 'Fill the form',
    startedAt,
    target: { kind: 'practice' },
    summary,
    failure: null,
    ...change,
  };
}

const runs = [
  run('older', 1, {}),
  run('newer', 2, { summary: { ...summary, mode: 'batch', status: 'stopped' } }),
  run('broken', 3, { summary: null, task: '' }),
];

const found = (query: string) => filterRuns(runs, query).map((each) => each.name);

it('puts the newest first', () => {
  expect(found('')).toEqual(['broken', 'newer', 'older']);
});

it('finds by every word, wherever it stands', () => {
  expect(found('FORM')).toEqual(['newer', 'older']);
  expect(found('form batch')).toEqual(['newer']);
  expect(found('stopped')).toEqual(['newer']);
  expect(found('cannot be read')).toEqual(['broken']);
  expect(found('form sequential')).toEqual([]);
});
