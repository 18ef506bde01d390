import { type McpServer, WantedServer } from '@contract/mcp';

/** A server as it is typed: lists are lines of text. */
export interface ServerDraft {
  readonly name: string;
  readonly kind: 'stdio' | 'http';
  readonly command: string;
  /** One argument a line. */
  readonly args: string;
  /** `NAME=value` a line; nothing after the sign keeps what is kept already. */
  readonly env: string;
  readonly url: string;
  /** `Name: value` a line; nothing after the colon keeps what is kept already. */
  readonly headers: string;
}

export const emptyDraft: ServerDraft = {
  name: '',
  kind: 'stdio',
  command: '',
  args: '',
  env: '',
  url: '',
  headers: '',
};

/** Of a secret the window knows the name alone. */
export function draftOf({ name, connection }: McpServer): ServerDraft {
  return connection.kind === 'stdio'
    ? {
        ...emptyDraft,
        name,
        command: connection.command,
        args: connection.args.join('\n'),
        env: connection.env.map((each) => `${each}=`).join('\n'),
      }
    : {
        ...emptyDraft,
        name,
        kind: 'http',
        url: connection.url,
        headers: connection.headers.map((each) => `${each}: `).join('\n'),
      };
}

export type DraftField = keyof ServerDraft;

export type ReadDraft =
  | { readonly ok: true; readonly wanted: WantedServer }
  | { readonly ok: false; readonly field: DraftField; readonly sentence: string };

export function readDraft(draft: ServerDraft): ReadDraft {
  const parsed = WantedServer.safeParse({ name: draft.name.trim(), connection: connectionOf(draft) });
  if (parsed.success) return { ok: true, wanted: parsed.data };
  const [issue] = parsed.error.issues;
  const [first, second, third] = issue?.path ?? [];
  const field = fieldOf(first === 'name' ? first : second);
  const inner = issue?.code === 'invalid_key' ? issue.issues[0] : issue;
  const about = typeof third === 'string' ? `${third}: ` : '';
  return {
    ok: false,
    field,
    sentence: empties[field](draft) ?? `${about}${inner?.message ?? 'not a server'}`,
  };
}

/** What is said where nothing was typed, rather than what is wrong about nothing. */
const empties: Readonly<Record<DraftField, (draft: ServerDraft) => string | null>> = {
  name: ({ name }) => (name.trim() === '' ? 'Give it a name.' : null),
  command: ({ command }) => (command.trim() === '' ? 'Say which program it is.' : null),
  url: ({ url }) => (url.trim() === '' ? 'Say where it is.' : null),
  kind: () => null,
  args: () => null,
  env: () => null,
  headers: () => null,
};

function fieldOf(name: unknown): DraftField {
  const fields: readonly DraftField[] = ['command', 'args', 'env', 'url', 'headers'];
  return fields.find((each) => each === name) ?? 'name';
}

function connectionOf(draft: ServerDraft): unknown {
  if (draft.kind === 'http')
    return { kind: 'http', url: draft.url.trim(), headers: pairs(draft.headers, ':') };
  const args = linesOf(draft.args);
  return { kind: 'stdio', command: draft.command.trim(), args, env: pairs(draft.env, '=') };
}

function linesOf(text: string): string[] {
  return text.split('\n').flatMap((line) => (line.trim() === '' ? [] : [line.trim()]));
}

function pairs(text: string, sign: ':' | '='): Record<string, string | null> {
  return Object.fromEntries(
    linesOf(text).map((line) => {
      const at = line.indexOf(sign);
      const [name, value] = at < 0 ? [line, ''] : [line.slice(0, at), line.slice(at + 1)];
      return [name.trim(), value.trim() === '' ? null : value.trim()];
    }),
  );
}
