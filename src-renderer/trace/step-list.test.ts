import { stepCursors } from '@contract/steps';
import { supervisedRun } from '@contract/supervised-run.fixture';
import { expect, it } from 'vitest';
import { longRun } from './long-run.fixture';
import { stepList, stepsDone, stepsOf } from './step-list';

const events = longRun(200);

it('says the same as looking at all events, while they grow', () => {
  const list = stepList();
  for (const known of [0, 1, 5, 50, 51, 200]) {
    expect(list.of(events.slice(0, known))).toEqual(stepCursors(events.slice(0, known)));
  }
  expect(list.of(events)).toBe(list.of(events));
});

it('counts the steps that lie behind a cursor', () => {
  expect([0, 2, 3, 5, 6, 99].map((cursor) => stepsDone([3, 6, 9], cursor))).toEqual([0, 0, 1, 1, 2, 3]);
});

it('keeps a list for each opened trace', () => {
  const [one, other] = [{}, {}];
  expect(stepsOf(one, events.slice(0, 50))).toEqual(stepCursors(events.slice(0, 50)));
  expect(stepsOf(other, events)).toEqual(stepCursors(events));
});

it('stops at what waited for the person, at what they said, and where they took over and gave back', () => {
  const stops = stepCursors(supervisedRun).map((cursor) => supervisedRun[cursor - 1]?.type);
  expect(stops.filter((type) => type?.startsWith('approval') === true || type?.startsWith('run-'))).toEqual([
    'approval-asked',
    'approval-answered',
    'run-held',
    'run-resumed',
    'approval-asked',
    'approval-asked',
  ]);
});
