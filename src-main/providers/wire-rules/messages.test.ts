import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { messagesObjection } from './index';

const use = (id: string) => ({ type: 'tool_use', id, name: 'read', input: {} });
const result = (id: string) => ({ type: 'tool_result', tool_use_id: id, content: 'so' });
const text = (said = 'so') => ({ type: 'text', text: said });
const user = (...content: unknown[]) => ({ role: 'user', content });
const assistant = (...content: unknown[]) => ({ role: 'assistant', content });
const body = (...messages: unknown[]) => ({
  model: 'm',
  max_tokens: 10,
  tools: [{ name: 'read' }],
  messages,
});
const asked = user(text('do it'));

describe('a request that the Messages API takes', () => {
  it.each([
    ['a text alone', body({ role: 'user', content: 'do it' })],
    ['results in another order', body(asked, assistant(use('a'), use('b')), user(result('b'), result('a')))],
    ['a text behind the results', body(asked, assistant(text(), use('a')), user(result('a'), text()))],
    ['blocks of a kind that is not known', body(asked, assistant({ type: 'new' }, text()), asked)],
    [
      'a result without content, or with an empty text',
      body(
        asked,
        assistant(use('a'), use('b')),
        user({ type: 'tool_result', tool_use_id: 'a' }, { ...result('b'), content: '' }),
      ),
    ],
  ])('%s', (_, request) => {
    expect(messagesObjection(request)).toBeNull();
  });
});

describe('a request that the Messages API refuses', () => {
  it.each([
    ['nothing', null, ': Invalid input'],
    ['no message', body(), 'messages: Too small'],
    ['no output allowed', { ...body(asked), max_tokens: 0 }, 'max_tokens: Too small'],
    ['an assistant first', body(assistant(text()), asked), 'the first message is not of the user'],
    ['an assistant last', body(asked, assistant(text())), 'the last message is not of the user'],
    ['an empty message', body(asked, assistant(), asked), 'messages.1.content'],
    ['a blank text', body(user(text(' \n'))), 'messages.0.content.0.text: is blank'],
    [
      'a call without its result',
      body(asked, assistant(use('a'), use('b')), user(result('a'))),
      'no result for b',
    ],
    ['a text instead of a result', body(asked, assistant(use('a')), asked), 'no result for a'],
    [
      'a result in the message after the next',
      body(asked, assistant(use('a'), use('b')), user(result('a')), user(result('b'))),
      'messages.2: no result for b',
    ],
    [
      'an assistant before the result',
      body(asked, assistant(use('a')), assistant(text()), asked),
      'no result for a',
    ],
    [
      'a call answered twice',
      body(asked, assistant(use('a')), user(result('a'), result('a'))),
      'a is answered twice',
    ],
    ['a result for no call', body(user(result('a'))), 'which the message before does not call'],
    [
      'a result for a call of long ago',
      body(asked, assistant(use('a')), user(result('a')), assistant(text()), user(result('a'))),
      'messages.4: a result for a',
    ],
    [
      'a text before a result',
      body(asked, assistant(use('a')), user(text(), result('a'))),
      'after another block',
    ],
    ['an id that comes twice', body(asked, assistant(use('a'), use('a')), user(result('a'))), 'comes twice'],
    [
      'an id that comes again later',
      body(asked, assistant(use('a')), user(result('a')), assistant(use('a')), user(result('a'))),
      'messages.3: the call id a comes twice',
    ],
    [
      'an id with a space',
      body(asked, assistant(use('a b')), asked),
      'messages.1.content.0.id: is not a name',
    ],
    [
      'an input that is a text',
      body(asked, assistant({ ...use('a'), input: 'x' }), user(result('a'))),
      'messages.1.content.0.input',
    ],
    ['a call of the user', body(user(use('a'))), "a tool_use can't be of the user"],
    ['thinking alone', body(asked, assistant({ type: 'thinking' }), asked), 'only thinks'],
    [
      'calls without tools',
      { ...body(asked, assistant(use('a')), user(result('a'))), tools: [] },
      'no tools',
    ],
    ['a tool twice', { ...body(asked), tools: [{ name: 'read' }, { name: 'read' }] }, 'read comes twice'],
    [
      'five cache marks',
      body(user(...Array.from({ length: 5 }, () => ({ ...text(), cache_control: { type: 'ephemeral' } })))),
      'cache mark',
    ],
  ])('%s', (_, request, why) => {
    expect(messagesObjection(request)).toContain(why);
  });
});

/** Turns of so many calls each, all answered. */
const conversation = fc.array(fc.integer({ min: 1, max: 6 }), { minLength: 1, maxLength: 5 }).map((turns) => {
  let next = 0;
  const messages: { role: string; content: { type: string }[] }[] = [asked as never];
  for (const count of turns) {
    const ids = Array.from({ length: count }, () => `c${(next += 1)}`);
    messages.push(assistant(...ids.map(use)) as never, user(...ids.map(result)) as never);
  }
  return messages;
});

describe('any conversation', () => {
  it('is taken where every call is answered, in whatever order', () => {
    fc.assert(
      fc.property(conversation, fc.integer(), (messages, seed) => {
        const turned = messages.map(({ role, content }) => ({
          role,
          content: role === 'user' && seed % 2 === 0 ? content.toReversed() : content,
        }));
        expect(messagesObjection(body(...turned))).toBeNull();
      }),
    );
  });

  it('is refused where one result is missing, doubled, or under another name', () => {
    const harm = fc.constantFrom('missing', 'doubled', 'renamed');
    fc.assert(
      fc.property(conversation, fc.nat(), fc.nat(), harm, (messages, turn, at, how) => {
        const place = 2 + 2 * (turn % ((messages.length - 1) / 2));
        const harmed = messages.map(({ role, content }, index) => {
          const hit = at % content.length;
          if (index !== place) return { role, content };
          if (how === 'renamed') return { role, content: content.with(hit, result('nobody')) };
          const times = how === 'missing' ? 0 : 2;
          return {
            role,
            content: content.flatMap((block, n) =>
              n === hit ? Array.from({ length: times }, () => block) : [block],
            ),
          };
        });
        expect(messagesObjection(body(...harmed))).not.toBeNull();
      }),
    );
  });
});
