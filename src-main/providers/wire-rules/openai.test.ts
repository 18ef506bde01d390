import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chatObjection, responsesObjection } from './index';

describe('the Chat Completions API', () => {
  const user = { role: 'user', content: 'do it' };
  const call = (id: string, args = '{}') => ({
    id,
    type: 'function',
    function: { name: 'read', arguments: args },
  });
  const calls = (...ids: string[]) => ({
    role: 'assistant',
    content: null,
    tool_calls: ids.map((id) => call(id)),
  });
  const tool = (id: string) => ({ role: 'tool', tool_call_id: id, content: 'so' });
  const body = (...messages: unknown[]) => ({ model: 'm', messages });

  it.each([
    ['every call answered, in another order', body(user, calls('a', 'b'), tool('b'), tool('a'))],
    ['the same id in a later turn', body(user, calls('a'), tool('a'), calls('a'), tool('a'))],
    ['an empty answer of a tool', body(user, calls('a'), { ...tool('a'), content: '' })],
    ['an assistant last', body(user, { role: 'assistant', content: 'so' })],
  ])('takes %s', (_, request) => {
    expect(chatObjection(request)).toBeNull();
  });

  it.each([
    ['no message', body(), 'messages: Too small'],
    ['a role that is not known', body({ role: 'wizard', content: 'so' }), 'messages.0'],
    ['a call without an answer', body(user, calls('a', 'b'), tool('a')), 'no answer to b'],
    ['a user before the answer', body(user, calls('a'), user, tool('a')), 'messages.2: no answer to a'],
    ['an answer to nothing', body(user, tool('a')), 'messages.1: an answer to a'],
    [
      'an answer to a call of an earlier turn',
      body(user, calls('a'), tool('a'), calls('b'), tool('a')),
      'messages.4: an answer to a',
    ],
    ['two answers to one call', body(user, calls('a'), tool('a'), tool('a')), 'answered twice'],
    ['an id that comes twice', body(user, calls('a', 'a'), tool('a')), 'comes twice'],
    ['an id that is too long', body(user, calls('a'.repeat(41))), 'tool_calls.0.id: Too big'],
    ['no calls in a list of calls', body(user, { ...calls(), content: 'so' }), 'tool_calls: Too small'],
    ['nothing said and nothing called', body(user, { role: 'assistant', content: '' }), 'says nothing'],
    [
      'arguments cut off',
      body(user, { ...calls(), tool_calls: [call('a', '{"pa')] }, tool('a')),
      'no JSON object',
    ],
  ])('refuses %s', (_, request, why) => {
    expect(chatObjection(request)).toContain(why);
  });
});

describe('the Responses API', () => {
  const user = { role: 'user', content: 'do it' };
  const call = (call_id: string, more = {}) => ({
    type: 'function_call',
    call_id,
    name: 'read',
    arguments: '{}',
    ...more,
  });
  const output = (call_id: string) => ({ type: 'function_call_output', call_id, output: 'so' });
  const body = (...input: unknown[]) => ({ model: 'm', input });

  it.each([
    ['a text alone', { model: 'm', input: 'do it' }],
    [
      'outputs in another order, and behind a message',
      body(user, call('a'), call('b'), user, output('b'), output('a')),
    ],
    ['items of a kind that is not known', body(user, { type: 'reasoning', id: 'r', summary: [] }, user)],
  ])('takes %s', (_, request) => {
    expect(responsesObjection(request)).toBeNull();
  });

  it.each([
    ['nothing', { model: 'm', input: '' }, 'input: is empty'],
    ['a call without an output', body(user, call('a')), 'no output for a'],
    ['an output without its call', body(user, output('a')), 'was not called before it'],
    ['an output before its call', body(user, output('a'), call('a')), 'input.1: an output for a'],
    ['two outputs of one call', body(call('a'), output('a'), output('a')), 'answered twice'],
    ['a call that comes twice', body(call('a'), call('a'), output('a')), 'comes twice'],
    [
      'an item that comes twice',
      body(call('a', { id: 'fc' }), output('a'), call('b', { id: 'fc' }), output('b')),
      'the item fc comes twice',
    ],
    ['arguments that are no object', body(call('a', { arguments: '[]' }), output('a')), 'no JSON object'],
    ['a call without a name', body(call('a', { name: undefined }), output('a')), 'input.0: name'],
  ])('refuses %s', (_, request, why) => {
    expect(responsesObjection(request)).toContain(why);
  });

  it('knows the calls of the response that is gone on with', () => {
    expect(responsesObjection(body(output('a')), [user, call('a')])).toBeNull();
    expect(responsesObjection(body(user), [call('a')])).toBe('no output for a');
  });

  it('takes outputs anywhere behind their calls, and refuses them when one is left out', () => {
    const ids = fc.uniqueArray(fc.stringMatching(/^[a-z]{1,6}$/), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(ids, fc.nat(), (all, at) => {
        const items = all.flatMap((id) => [call(id), output(id)]);
        expect(responsesObjection(body(...items))).toBeNull();
        const without = items.filter((_, place) => place !== 1 + 2 * (at % all.length));
        expect(responsesObjection(body(...without))).toBe(`no output for ${all[at % all.length]}`);
      }),
    );
  });
});
