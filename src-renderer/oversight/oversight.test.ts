import { traceLegality } from '@contract/legality';
import { reduce } from '@contract/reduce';
import {
  callNamed,
  deleteAsked,
  next,
  passwordAsked,
  sendAsked,
  supervisedRun,
  upTo,
  upToQuestion,
} from '@contract/supervised-run.fixture';
import type { TraceEvent } from '@contract/trace-event';
import { emptyModel } from '@contract/trace-model';
import { describe, expect, it } from 'vitest';
import { driven } from './driven';
import { openApprovals } from './open-approvals';

const modelOf = (events: readonly TraceEvent[]) => events.reduce(reduce, emptyModel);
const asked = (events: readonly TraceEvent[]) =>
  openApprovals(modelOf(events)).map(({ approval }) => approval.id);

it('the run that these tests are told of is legal', () => {
  const law = traceLegality();
  expect(supervisedRun.map((event) => law.accept(event)).filter((why) => why !== null)).toEqual([]);
});

describe('what nobody has answered yet', () => {
  it('comes with its question and goes with its answer', () => {
    const open = upToQuestion(deleteAsked);
    expect(asked(open)).toEqual([deleteAsked]);
    expect(asked(open.slice(0, -1))).toEqual([]);
    expect(asked(upTo('approval-answered'))).toEqual([]);
  });

  it('waits in the order of asking, whatever the order of the calls', () => {
    expect(asked(supervisedRun)).toEqual([passwordAsked, sendAsked]);
  });

  it('is not asked any more once a stop was asked for', () => {
    const stop = next(supervisedRun, { type: 'stop-requested', by: 'button' });
    expect(asked([...supervisedRun, stop])).toEqual([]);
  });
});

describe('what a live run drives', () => {
  it('is the program of the write that runs, and between calls the last one', () => {
    expect(driven(modelOf(upToQuestion(deleteAsked)))).toMatchObject({
      name: 'Thunar',
      call: { id: callNamed('delete') },
    });
    const between = upTo('run-held');
    expect(driven(modelOf(between))).toEqual({ name: 'Thunar', call: null });
  });

  it('is the target before any program was touched', () => {
    expect(driven(modelOf(supervisedRun.slice(0, 1)))).toEqual({ name: 'Whole desktop', call: null });
  });

  it('is nothing before the run began', () => {
    expect(driven(emptyModel)).toBeNull();
  });
});
