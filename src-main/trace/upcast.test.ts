import { expect, test } from 'vitest';
import { upcast } from './upcast';

test('version 1 named its one target by a word', () => {
  const request = { task: 'x', target: 'practice', mode: 'mixed' };
  expect(upcast({ type: 'run-started', version: 1, request }, 1)).toEqual({
    type: 'run-started',
    version: 1,
    request: { ...request, target: { kind: 'practice' }, crew: { kind: 'alone' }, approvals: 'sensitive' },
  });
});

test('version 1 did not say which program a call was about', () => {
  expect(upcast({ type: 'call-queued', turn: 1 }, 1)).toEqual({
    type: 'call-queued',
    turn: 1,
    program: null,
    needs: [],
  });
});

test('version 3 had no crews', () => {
  const request = { task: 'x', mode: 'mixed' };
  const event = { type: 'run-started', version: 3, request };
  expect(upcast(event, 3)).toEqual({
    ...event,
    request: { ...request, crew: { kind: 'alone' }, approvals: 'sensitive' },
  });
});

test('version 4 knew no change of an override, and says all else as we do', () => {
  const event = { type: 'call-queued', turn: 1, override: 'ask' };
  expect(upcast(event, 4)).toBe(event);
});

test('the rest of version 1, and what makes no sense, is left as it is', () => {
  for (const event of [{ type: 'call-ended', turn: 1 }, null, 3, { type: 'run-started' }]) {
    expect(upcast(event, 1)).toBe(event);
  }
});
