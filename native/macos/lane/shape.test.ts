import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseFromLane, ToLane } from './messages';
import { parseReply } from './replies';
import { isWrite, LaneRequest } from './requests';
import { parse } from './shape';

const expected = { role: 'AXButton', subrole: '', title: 'Send', description: '' };
const press: LaneRequest = { kind: 'act', identity: 'l1.e2', action: 'AXPress', expected };

test.each([
  [press, true],
  [{ kind: 'snapshot', root: null, budget: { nodes: 1, depth: 1, children: 1, milliseconds: 1 } }, false],
  [{ kind: 'type', text: 'hi', to: 'program' }, true],
  [{ kind: 'wake' }, false],
  [{ kind: 'until_quiet', quietMs: 1, limitMs: 2 }, false],
] satisfies readonly (readonly [LaneRequest, boolean])[])('%j is a request', (request, writes) => {
  expect(parse(LaneRequest, JSON.parse(JSON.stringify(request)))).toEqual(request);
  expect(isWrite(request)).toBe(writes);
});

test.each([
  null,
  'act',
  {},
  { ...press, action: 'AXDelete' },
  { ...press, more: 1 },
  { kind: 'act', identity: 'l1.e2', action: 'AXPress' },
  { kind: 'type', text: 'hi', to: 'everyone' },
  { kind: 'until_quiet', quietMs: Number.NaN, limitMs: 2 },
])('%j is none', (value) => {
  expect(parse(LaneRequest, value)).toBeNull();
});

test('whatever comes, it is a message or told apart from one', () => {
  fc.assert(
    fc.property(fc.anything(), (value) => {
      expect(parse(ToLane, value)).toBeNull();
      expect(parseFromLane(value)).toBeNull();
      expect(parseFromLane({ kind: 'answer', id: 1, reply: value })).not.toBeNull();
    }),
  );
});

test('an answer is parsed as the one to its request', () => {
  expect(parseReply(press, { kind: 'accepted' })).toEqual({ kind: 'accepted' });
  expect(parseReply(press, 'quiet')).toBeNull();
  expect(parseReply({ kind: 'until_quiet', quietMs: 1, limitMs: 2 }, 'quiet')).toBe('quiet');
});
