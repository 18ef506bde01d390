import { actorId } from '@contract/ids';
import { reduce } from '@contract/reduce';
import { emptyModel } from '@contract/trace-model';
import { expect, it } from 'vitest';
import { cursorAfter, supportRun } from '../support-run.fixture';
import { conversation, textOf } from './conversation';
import { findIn, splitAt } from './find';

const talk = (cursor: number) => conversation(supportRun.slice(0, cursor).reduce(reduce, emptyModel));
const short = (cursor: number) =>
  talk(cursor).map((entry) => `${entry.turn} ${entry.kind} ${textOf(entry).slice(0, 24)}`);

it('tells who was sent what and who said what, in order, results under the name of their tool', () => {
  expect(short(supportRun.length)).toEqual([
    '0 system You work through the acc',
    '1 turn turn 1',
    '1 sent Create a ticket for Ada ',
    '1 said I look at the window, it',
    '1 call snapshot {}',
    '1 call screenshot {}',
    '1 call read_file {"path":"/home',
    '2 turn turn 2',
    '2 result snapshot snapshot s1 of ',
    '2 result screenshot ',
    '2 result read_file <b>id</b>,cust',
    '2 call set_value {"ref":"s1:e48',
    '2 call press {"ref":"s1:e490"}',
    '2 call press {"ref":"s1:e12"}',
  ]);
});

it('says whose turn it is where there are several agents', () => {
  const { run, turns, actors } = supportRun.reduce(reduce, emptyModel);
  const [first] = actors;
  if (first === undefined) throw new Error('a run begins with an agent');
  const second = { ...first, id: actorId(2), name: 'reader' };
  const shared = turns.map((turn) => (turn.number === 2 ? { ...turn, actor: second.id } : turn));
  const told = conversation({ run, turns: shared, actors: [first, second] });
  const heads = told.filter(({ kind }) => kind === 'turn').map(textOf);
  expect(heads).toEqual(['turn 1 Agent', 'turn 2 reader']);
});

it('stops at the cursor, in the middle of what is still arriving', () => {
  const cursor = cursorAfter((event) => event.type === 'model-text');
  expect(talk(cursor).at(-1)).toMatchObject({ kind: 'said', streaming: true });
  expect(short(cursor - 2)).toEqual([
    '0 system You work through the acc',
    '1 turn turn 1',
    '1 sent Create a ticket for Ada ',
  ]);
});

it('keeps the key of an entry while the run grows', () => {
  const cursor = cursorAfter((event) => event.type === 'call-started');
  const all = talk(supportRun.length).map((entry) => entry.key);
  expect(all.slice(0, talk(cursor).length)).toEqual(talk(cursor).map((entry) => entry.key));
  expect(new Set(all).size).toBe(all.length);
});

it('finds words in any case, in what is shown', () => {
  const entries = talk(supportRun.length);
  expect(findIn(entries, 'ADA LOVELACE').map((at) => entries[at]?.kind)).toEqual(['sent', 'call']);
  expect([findIn(entries, '  '), findIn(entries, 'zebra')]).toEqual([[], []]);
});

it('splits a text around what was found and loses nothing of it', () => {
  expect(splitAt('Ada and ada', 'ada').map((part) => [part.text, part.found])).toEqual([
    ['Ada', true],
    [' and ', false],
    ['ada', true],
  ]);
  const turkish = 'İ ada';
  expect(splitAt(turkish, 'ada')).toEqual([{ text: turkish, found: false, at: 0 }]);
});
