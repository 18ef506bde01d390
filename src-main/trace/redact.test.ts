import { describe, expect, it } from 'vitest';
import { CallId, RunId } from '../contract/ids';
import type { TraceBody } from '../contract/trace-event';
import { redactBody, redactor } from './redact';
import { streamRedaction } from './redact-stream';
import { startOf } from './run.fixture';

const redact = redactor(() => ['my-configured-key']);

describe('redactor', () => {
  it.each([
    ['the key is sk-ant-api03-abcDEF0123456789xyz.', 'the key is [redacted].'],
    ['sk-proj-abcdefghijklmnop1234', '[redacted]'],
    ['ghp_0123456789abcdefABCDEF0123456789abcd', '[redacted]'],
    ['AKIAIOSFODNN7EXAMPLE in a file', '[redacted] in a file'],
    ['Authorization: Bearer abc123.def456-ghi789', 'Authorization: Bearer [redacted]'],
    ['eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0In0.sig-nature', '[redacted]'],
    ['api_key=hunter2hunter2&x=1', 'api_key=[redacted]&x=1'],
    ['"password": "correct horse"', '"password": "[redacted] horse"'],
    ['postgres://ada:s3cret@db/x', 'postgres://ada:[redacted]@db/x'],
    ['-----BEGIN RSA PRIVATE KEY-----\nMIIE\nabc\n-----END RSA PRIVATE KEY-----\nok', '[redacted]\nok'],
    ['it says my-configured-key here', 'it says [redacted] here'],
  ])('%s', (text, clean) => expect(redact(text)).toBe(clean));

  it.each([
    'Bearer of good news, basic troubleshooting',
    'Ticket #1301 created',
    'a'.repeat(64),
    'toolu_01A09q90qw90lq917835lq9',
    'risk-assessment-of-the-year',
    'ask-me-anything-you-like-today',
  ])('leaves %s alone', (text) => expect(redact(text)).toBe(text));
});

describe('redactBody', () => {
  it('takes secrets out of a task and out of an input, by shape and by field name, and keeps ids', () => {
    const started = startOf(RunId.parse('run-1'), 'log in with sk-ant-api03-abcDEF0123456789xyz');
    expect(redactBody(started, redact)).toMatchObject({
      runId: 'run-1',
      request: { task: 'log in with [redacted]' },
    });
    const id = CallId.parse('sk-ant-not-a-key-but-an-id-0001');
    const input = {
      headers: { authorization: 'x', cookie: ['a=1', 'b=2'] },
      password: 20260415,
      token: { value: 'abc' },
      secret: null,
      'has-password': true,
      id: 'sk-ant-api03-abcDEF0123456789xyz',
      text: 'plain',
    };
    const proposed: TraceBody = {
      type: 'call-proposed',
      turn: 1,
      callId: id,
      index: 0,
      tool: 'http_get',
      input,
    };
    expect(redactBody(proposed, redact)).toEqual({
      ...proposed,
      input: {
        headers: { authorization: '[redacted]', cookie: '[redacted]' },
        password: '[redacted]',
        token: '[redacted]',
        secret: null,
        'has-password': true,
        id: '[redacted]',
        text: 'plain',
      },
    });
  });
});

describe('streamRedaction', () => {
  const text = (piece: string, block = 0): TraceBody => ({ type: 'model-text', turn: 1, block, text: piece });
  const failed: TraceBody = {
    type: 'model-failed',
    turn: 1,
    failure: { code: 'cancelled', sentence: 'Cancelled.', next: 'Run again.' },
  };
  const through = (pieces: readonly string[]) => {
    const stream = streamRedaction(redact);
    const passed = [...pieces.map((piece) => text(piece)), failed].flatMap((body) => stream.pass(body));
    expect(passed.at(-1)).toEqual(failed);
    return passed.flatMap((body) => (body.type === 'model-text' ? [body.text] : [])).join('');
  };

  it.each([
    ['use sk-ant-api03-abcDEF0123456789xyz now', 'use [redacted] now'],
    ['password: hunter2hunter2 and more', 'password: [redacted] and more'],
    ['header Bearer  abc123.def456-ghi789 sent', 'header Bearer  [redacted] sent'],
    ['-----BEGIN PRIVATE KEY-----\nMIIE abc\n-----END PRIVATE KEY----- done', '[redacted] done'],
    ['a plain text,\nwith  spaces, at the end ', 'a plain text,\nwith  spaces, at the end '],
  ])('hides a secret wherever the stream is cut: %s', (whole, clean) => {
    for (let cut = 1; cut < whole.length; cut += 1)
      expect(through([whole.slice(0, cut), whole.slice(cut)])).toBe(clean);
    expect(through(whole.split(''))).toBe(clean);
  });

  it('forgets what a lost attempt had begun', () => {
    const stream = streamRedaction(redact);
    stream.pass(text('half'));
    const retrying: TraceBody = {
      type: 'model-retrying',
      turn: 1,
      attempt: 1,
      delayMs: 0,
      failure: { code: 'model_overloaded', sentence: 'Busy.', next: 'Wait.' },
    };
    expect([retrying, failed].flatMap((body) => stream.pass(body))).toEqual([retrying, failed]);
  });
});
