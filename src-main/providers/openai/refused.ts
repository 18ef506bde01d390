import { APIError } from 'openai';
import { toldIn } from './trouble';

/** What a request can do without, where a server or a model does not take it. */
const dispensable = [
  'parallel_tool_calls',
  'stream_options',
  'max_completion_tokens',
  'max_tokens',
  'max_output_tokens',
  'include',
  'store',
  'reasoning_content',
  'reasoning',
] as const;
export type Dispensable = (typeof dispensable)[number];

/** The parts that this server or model refused so far; a run learns each once. */
export type Refused = ReadonlySet<Dispensable>;

/**
 * What of the request was refused, where it can be left out.
 *
 * @param sent the names of all that was in the request
 */
export function refusedIn(thrown: unknown, sent: ReadonlySet<string>): Dispensable | null {
  if (!(thrown instanceof APIError) || (thrown.status !== 400 && thrown.status !== 422)) return null;
  const { message, param } = toldIn((thrown as APIError).error ?? '');
  const named = dispensable.find((name) => sent.has(name) && param.split(/[.[\]]/).includes(name));
  if (named !== undefined) return named;
  if (param !== '') return null;
  return dispensable.find((name) => sent.has(name) && isNamed(name, message)) ?? null;
}

/** A name that is also a plain word counts in quotes alone. */
function isNamed(name: string, message: string): boolean {
  const quoted = `['"\`]${name}['"\`]`;
  return new RegExp(name.includes('_') ? `\\b${name}\\b` : quoted).test(message);
}
