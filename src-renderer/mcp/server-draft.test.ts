import { McpServerId } from '@contract/mcp';
import { expect, it } from 'vitest';
import { draftOf, emptyDraft, readDraft } from './server-draft';

const here = { ...emptyDraft, name: ' files ', command: 'npx', args: '-y\n\n  server --root /x ' };

it('reads lines as arguments, and pairs as names with values', () => {
  expect(readDraft({ ...here, env: 'TOKEN=a=b\nKEPT=\nALSO_KEPT' })).toEqual({
    ok: true,
    wanted: {
      name: 'files',
      connection: {
        kind: 'stdio',
        command: 'npx',
        args: ['-y', 'server --root /x'],
        env: { TOKEN: 'a=b', KEPT: null, ALSO_KEPT: null },
      },
    },
  });
  const http = { ...emptyDraft, name: 'all', kind: 'http' as const, url: 'http://127.0.0.1:1/mcp' };
  expect(readDraft({ ...http, headers: 'Authorization: Bearer abc' })).toMatchObject({
    wanted: { connection: { kind: 'http', headers: { Authorization: 'Bearer abc' } } },
  });
});

it.each([
  [{ ...here, name: '' }, 'name', 'Give it a name.'],
  [{ ...here, name: 'a b' }, 'name', 'a name has letters and digits, with single - or _ between them'],
  [{ ...here, command: ' ' }, 'command', 'Say which program it is.'],
  [{ ...emptyDraft, name: 'x', kind: 'http' as const }, 'url', 'Say where it is.'],
  [
    { ...emptyDraft, name: 'x', kind: 'http' as const, url: 'http://me:secret@x/' },
    'url',
    'put user and password in a header',
  ],
  [{ ...here, env: '1X=y' }, 'env', '1X: not a name of a variable'],
])('says what is wrong, at the field that it is about', (draft, field, sentence) => {
  const read = readDraft(draft);
  expect(read).toMatchObject({ ok: false, field });
  expect(read.ok ? '' : read.sentence).toContain(sentence);
});

it('shows a server again by all but its secrets', () => {
  const server = {
    id: McpServerId.parse('abc'),
    name: 'all',
    enabled: true,
    connection: { kind: 'stdio' as const, command: 'npx', args: ['-y', 'x'], env: ['TOKEN'] },
    state: { kind: 'off' as const },
    said: [],
  };
  const draft = draftOf(server);
  expect(draft).toMatchObject({ name: 'all', kind: 'stdio', args: '-y\nx', env: 'TOKEN=' });
  expect(readDraft(draft)).toMatchObject({ wanted: { connection: { env: { TOKEN: null } } } });
});
