import { describe, expect, it } from 'vitest';
import type { Asked, AxFailure, WriteRequest, Written } from '../../../native/macos';
import { refusedBeforehand } from '../adapter';
import { delivered, unanswered, unread } from './failures';

const here = { running: true, asked: 'element' } as const;
const answered = (reply: Written): Asked<WriteRequest> => ({ kind: 'answered', reply });
const codeOf = (asked: Asked<WriteRequest>, running = true) => {
  const result = delivered(asked, 'accepted', { running });
  return result.ok ? result.value : result.failure.code;
};

describe('what came of a write', () => {
  it('is what the lane says, and never more', () => {
    expect(codeOf(answered({ kind: 'accepted' }))).toBe('accepted');
    expect(delivered(answered({ kind: 'accepted' }), 'sent', here)).toEqual({ ok: true, value: 'sent' });
  });

  it.each([
    ['gone', 'stale_ref'],
    ['changed', 'stale_ref'],
    ['unsupported', 'unsupported'],
    ['secret', 'secure_field'],
    ['not_secret', 'invalid_input'],
    ['not_frontmost', 'not_frontmost'],
    ['secure_input', 'secure_field'],
    ['not_a_chord', 'invalid_input'],
    ['not_a_value', 'invalid_input'],
    ['failed', 'unsupported'],
  ] as const)('that was refused as %s is %s, and nothing was done', (reason, code) => {
    expect(codeOf(answered({ kind: 'refused', reason }))).toBe(code);
    expect(refusedBeforehand.has(code)).toBe(true);
  });

  it.each([
    answered({ kind: 'unknown', why: 'CannotComplete' }),
    { kind: 'unknown', loss: 'hung', said: 'The program did not answer in time.' },
    { kind: 'unknown', loss: 'died', said: 'The process of the lane ended.' },
    { kind: 'unknown', loss: 'cancelled', said: 'It was cancelled after it had begun.' },
  ] as const)('that may have been done is never told as undone: %j', (asked) => {
    expect(codeOf(asked)).toBe('delivery_unknown');
    expect(refusedBeforehand.has('delivery_unknown')).toBe(false);
  });

  it('tells why it was never begun', () => {
    const said = 'Why.';
    expect(codeOf({ kind: 'not_begun', reason: 'own_pid', said })).toBe('program_denied');
    expect(codeOf({ kind: 'not_begun', reason: 'cancelled', said })).toBe('cancelled');
    expect(codeOf({ kind: 'not_begun', reason: 'cannot_start', said })).toBe('internal');
    expect(codeOf(answered({ kind: 'refused', reason: 'not_permitted' }))).toBe('permission_missing');
  });

  it('tells a program that is gone from one that hangs', () => {
    const silent = answered({ kind: 'refused', reason: 'no_answer' });
    expect([codeOf(silent), codeOf(silent, false)]).toEqual(['program_hung', 'target_gone']);
    expect(codeOf({ kind: 'unknown', loss: 'died', said: '' }, false)).toBe('target_gone');
  });
});

describe('what could not be read', () => {
  const gone: AxFailure = { problem: 'gone', error: 'InvalidUIElement' };

  it('is an element that is gone, or all of the program', () => {
    expect(unread(gone, here).code).toBe('stale_ref');
    expect(unread(gone, { ...here, asked: 'program' }).code).toBe('target_gone');
    expect(unread(gone, { ...here, running: false }).code).toBe('target_gone');
  });

  it('is for want of an answer, of permission, or for a reason of its own', () => {
    expect(unread({ problem: 'no_answer', error: 'CannotComplete' }, here).code).toBe('program_hung');
    expect(unread({ problem: 'not_permitted', error: 'APIDisabled' }, here).code).toBe('permission_missing');
    expect(unread({ problem: 'failed', error: 'Failure' }, here).code).toBe('internal');
  });

  it.each([
    ['hung', 'program_hung'],
    ['died', 'internal'],
    ['broke', 'internal'],
    ['cancelled', 'cancelled'],
  ] as const)('where the lane %s, is %s', (loss, code) => {
    expect(unanswered({ kind: 'no_answer', loss, said: 'Why.' }, here).code).toBe(code);
  });
});
