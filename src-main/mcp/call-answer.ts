import { StreamableHTTPError } from '@modelcontextprotocol/sdk/client/streamableHttp.js';
import { type CallToolResult, ErrorCode, McpError } from '@modelcontextprotocol/sdk/types.js';
import { thrownSentence } from '../contract/failure';
import { plainLine } from './plain-text';

/** How a call of a server's tool came out; what is known of a write follows from it. */
export type CallAnswer =
  | { readonly kind: 'answered'; readonly result: CallToolResult }
  /** The server never worked on it. `why` goes on after "because". */
  | { readonly kind: 'unsent'; readonly why: string }
  /** The server refused it before any work: its name or its input. */
  | { readonly kind: 'refused'; readonly why: string }
  /** It failed, or was answered beyond understanding: it may have been done. */
  | { readonly kind: 'broke'; readonly why: string }
  /** The server went away before it answered: it may have been done. */
  | { readonly kind: 'lost'; readonly why: string }
  | { readonly kind: 'cancelled' };

const longestWhy = 300;
const refusals: readonly number[] = [ErrorCode.InvalidParams, ErrorCode.MethodNotFound];
/** Ways in which a request ends before its first byte is out. */
const neverConnected: ReadonlySet<unknown> = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
]);

/** What it means that a call was not answered with a result. @param gone whether the connection has ended */
export function answerOf(thrown: unknown, gone: boolean): CallAnswer {
  const why = plainLine(causeSentence(thrown), longestWhy);
  if (thrown instanceof StreamableHTTPError) {
    const { code = 0 } = thrown;
    return code >= 400 && code < 500
      ? { kind: 'unsent', why: `it answered ${code}` }
      : { kind: 'broke', why };
  }
  if (neverConnected.has(causeCode(thrown))) return { kind: 'unsent', why };
  if (gone) return { kind: 'lost', why: 'it ended' };
  if (thrown instanceof McpError) {
    return { kind: refusals.includes(thrown.code) ? 'refused' : 'broke', why };
  }
  if (thrown instanceof Error && thrown.message === 'Not connected')
    return { kind: 'unsent', why: 'it is not there' };
  if (thrown instanceof TypeError) return { kind: 'lost', why };
  return { kind: 'broke', why: 'its answer is not a tool result of MCP' };
}

/** `fetch failed` says nothing; what caused it does. */
export function causeSentence(thrown: unknown): string {
  const cause = thrown instanceof Error ? thrown.cause : undefined;
  const said = cause instanceof Error && cause.message !== '' ? cause : thrown;
  return thrownSentence(said).replace(/^MCP error -?\d+: /, '');
}

export function causeCode(thrown: unknown): unknown {
  const cause = thrown instanceof Error && thrown.cause !== undefined ? thrown.cause : thrown;
  return typeof cause === 'object' && cause !== null && 'code' in cause ? cause.code : null;
}
