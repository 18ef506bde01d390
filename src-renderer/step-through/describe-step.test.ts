import { reduce } from '@contract/reduce';
import type { Override } from '@contract/run-options';
import { next, supervisedRun } from '@contract/supervised-run.fixture';
import type { TraceEvent } from '@contract/trace-event';
import { emptyModel } from '@contract/trace-model';
import { expect, it } from 'vitest';
import { sampleTrace } from '../../bench/sample-trace';
import { read, runOf, skipped, write } from '../timeline/layout/trace.fixture';
import { describeStep } from './describe-step';

function told(events: readonly TraceEvent[]): string[] {
  let model = emptyModel;
  return events.map((event) => {
    model = reduce(model, event);
    return describeStep(event, model);
  });
}

it('tells a turn step by step', () => {
  const second = { ...write, needs: [], waitsFor: [0], started: 250, ended: 260 };
  expect(told(runOf([read, second, skipped]))).toEqual([
    'The run started',
    'Turn 1 started',
    'Turn 1: the model was asked',
    'Turn 1: the model began to write',
    'Turn 1: the model answered',
    'http_get was asked for',
    'click was asked for',
    'click was asked for',
    'http_get is ready to start',
    'http_get started',
    'click waits for 1 call',
    'click is ready to start',
    'click was skipped',
    'http_get succeeded after 100 ms',
    'click started',
    'click succeeded after 10 ms',
  ]);
});

it('has one line for every event', () => {
  for (const mode of ['batch', 'sequential', 'mixed'] as const) {
    for (const line of told(sampleTrace({ events: 900, mode, seed: 2, ended: true }))) {
      expect(line).toMatch(/^\S.*[^\s]$/);
      expect(line).not.toMatch(/undefined|null|NaN|\n/);
    }
  }
});

it('tells what the person said of a tool in mid-run', () => {
  const before = runOf([read]);
  const said = (override: Override | null, remembered: boolean) =>
    told([...before, next(before, { type: 'override-changed', tool: 'click', override, remembered })]).at(-1);
  expect([said('alone', false), said('ask', true), said(null, false)]).toEqual([
    'You set click to run alone, for this run',
    'You set click to ask you first, for all runs',
    'You set click to count as it declares, for this run',
  ]);
});

it('tells what waited for the person, what they said, and for how long they had taken over', () => {
  const lines = told(supervisedRun);
  const of = (type: TraceEvent['type']) => lines[supervisedRun.findIndex((event) => event.type === type)];
  expect([of('approval-asked'), of('approval-answered'), of('run-held'), of('run-resumed')]).toEqual([
    'click Delete draft.txt waits for you: Press the button "Delete draft.txt" in Thunar.',
    'click Delete draft.txt was allowed once after 3.78 s',
    'The run holds its writes back. The pointer moved in Mousepad.',
    'The run goes on: handed back after 2.29 s',
  ]);
});
