import { expect, it } from 'vitest';
import type { Selection } from '../../trace/trace-store';
import { emptyLayout, layoutOf } from '../layout/layout';
import { idOf, modelOf, read, runOf, write } from '../layout/trace.fixture';
import { callBeside, rowBeside } from './navigate';

const second = { ...write, started: 200, ended: 300 };
const layout = layoutOf(modelOf(runOf([write, read, second], [], [read])), emptyLayout);
const none: Selection = { kind: 'none' };
const call = (turn: number, index: number): Selection => ({ kind: 'call', turn, callId: idOf(turn, index) });
const model = (turn: number): Selection => ({ kind: 'model', turn });

function walk(beside: typeof callBeside, from: Selection, by: 1 | -1): Selection[] {
  const way: Selection[] = [];
  for (let at = beside(layout, from, by); at !== null; at = beside(layout, at, by)) way.push(at);
  return way;
}

const calls = [call(1, 0), call(1, 1), call(1, 2), call(3, 0)];
const rows = [model(1), call(1, 0), call(1, 2), call(1, 1), model(2), model(3), call(3, 0)];

it("goes through all calls in the model's order, over turns without any", () => {
  expect(walk(callBeside, none, 1)).toEqual(calls);
  expect(walk(callBeside, none, -1)).toEqual(calls.toReversed());
  expect(callBeside(layout, model(2), 1)).toEqual(call(3, 0));
  expect(callBeside(layout, model(3), -1)).toEqual(call(1, 2));
});

it('goes through all rows from top to bottom, lane by lane', () => {
  expect(walk(rowBeside, none, 1)).toEqual(rows);
  expect(walk(rowBeside, none, -1)).toEqual(rows.toReversed());
});
