import { CallId, firstActor } from '@contract/ids';
import type { Call, Turn } from '@contract/trace-model';
import { expect, it } from 'vitest';
import { callLabel } from './subject';

function call(turn: number, index: number, tool: string, input: unknown, text: string): Call {
  return {
    id: CallId.parse(`t${turn}c${index}`),
    turn,
    index,
    tool,
    input,
    proposedAt: 0,
    admission: null,
    progress: null,
    editedAt: null,
    approvals: [],
    startedAt: 0,
    ended: { at: 1, outcome: 'succeeded', content: [{ type: 'text', text }], failure: null, delivery: null },
  };
}

function turn(number: number, ...calls: Call[]): Turn {
  return { number, actor: firstActor, startedAt: 0, model: null, calls };
}

const seen = turn(
  1,
  call(
    1,
    0,
    'snapshot',
    {},
    'snapshot s1 of practice "Support desk", 40 elements\n  - textbox "Customer name" s1:e12 = "Ada"\n  - button "Clear form" s1:e1\n  - separator "" s1:e3',
  ),
);
const label = (tool: string, input: unknown) => callLabel(call(2, 0, tool, input, ''), [seen, turn(2)]);

it('names an element as an earlier result called it', () => {
  expect(label('set_value', { ref: 's1:e12', value: 'Ada Lovelace' })).toBe('set_value Customer name');
  expect(label('click', { ref: 's1:e1' })).toBe('click Clear form');
  expect(label('click', { ref: 's1:e3' })).toBe('click separator');
});

it('reads the name from a diff too', () => {
  const diff = 'changes from s1 to s2: 1 added, 0 removed, 0 changed, 0 moved\n+ - button "Confirm" s2:e8';
  const turns = [seen, turn(2, call(2, 0, 'click', {}, diff)), turn(3)];
  expect(callLabel(call(3, 0, 'click', { ref: 's2:e8' }, ''), turns)).toBe('click Confirm');
});

it('falls back to what the input says, shortened', () => {
  expect(label('click', { ref: 's9:e9' })).toBe('click s9:e9');
  expect(label('http_get', { url: 'http://127.0.0.1:4801/tickets?open=1' })).toBe('http_get /tickets?open=1');
  expect(label('read_file', { path: '/home/user/notes/prices.csv' })).toBe('read_file prices.csv');
  expect(label('clipboard_write', { text: 'two\n  lines' })).toBe('clipboard_write two lines');
  expect(label('snapshot', {})).toBe('snapshot');
  expect(label('odd', null)).toBe('odd');
});
