import { StreamableHTTPError } from '@modelcontextprotocol/sdk/client/streamableHttp.js';
import { ErrorCode, McpError } from '@modelcontextprotocol/sdk/types.js';
import type { Failure } from '../contract/failure';
import type { McpServerConfig } from '../contract/mcp';
import { causeCode, causeSentence } from './call-answer';
import { plainLine } from './plain-text';

const longest = 300;

/** Why a server could not be connected to, and what to do. @param said what it printed, oldest first */
export function connectFailure(
  { name, connection }: McpServerConfig,
  thrown: unknown,
  connectMs: number,
  said: readonly string[],
): Failure {
  const timedOut: number = ErrorCode.RequestTimeout;
  if (thrown instanceof McpError && thrown.code === timedOut) {
    return unavailable(`"${name}" had not answered after ${connectMs / 1_000} s.`, lastWords(said));
  }
  if (connection.kind === 'http') return httpFailure(name, connection.url, thrown);
  const { command } = connection;
  switch (causeCode(thrown)) {
    case 'ENOENT':
      return unavailable(
        `There is no program "${command}".`,
        'Check the command, or give the whole path of the program.',
      );
    case 'EACCES':
      return unavailable(
        `"${command}" may not be started.`,
        'Make it executable, or choose another program.',
      );
    case ErrorCode.ConnectionClosed:
      return unavailable(`"${name}" ended before it had answered.`, lastWords(said));
    default:
      return unavailable(`"${name}" could not be started: ${sentenceOf(thrown)}.`, lastWords(said));
  }
}

/** A server that was ready and is gone. */
export function deathFailure({ name }: McpServerConfig, said: readonly string[]): Failure {
  return unavailable(`"${name}" ended by itself, and is started again.`, lastWords(said));
}

/** A server that does not stay. */
export function givenUpFailure({ name }: McpServerConfig, deaths: number, last: Failure): Failure {
  return unavailable(`"${name}" ended ${deaths} times in a row. ${last.sentence}`, last.next);
}

export function unavailable(sentence: string, next: string): Failure {
  return { code: 'mcp_unavailable', sentence, next };
}

function httpFailure(name: string, url: string, thrown: unknown): Failure {
  const { origin } = new URL(url);
  if (!(thrown instanceof StreamableHTTPError) || thrown.code === undefined || thrown.code < 0) {
    return unavailable(
      `"${name}" could not be reached at ${origin}: ${sentenceOf(thrown)}.`,
      'Start it, or check the address.',
    );
  }
  const answered = `"${name}" at ${origin} answered ${thrown.code}.`;
  switch (thrown.code) {
    case 401:
    case 403:
      return unavailable(answered, 'Enter the header by which it knows you, such as Authorization.');
    case 404:
    case 405:
      return unavailable(answered, 'Check the path of the address: it often ends in /mcp.');
    default:
      return unavailable(
        `${answered} ${sentenceOf(thrown)}`,
        'Check the address, and look at what the server itself says.',
      );
  }
}

function lastWords(said: readonly string[]): string {
  const last = said.at(-1);
  return last === undefined
    ? 'It said nothing. Try its command in a terminal.'
    : `The last that it said: ${last}`;
}

function sentenceOf(thrown: unknown): string {
  return plainLine(causeSentence(thrown), longest).replace(/\.$/, '');
}
