import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import type { Transport } from '@modelcontextprotocol/sdk/shared/transport.js';
import {
  CallToolResultSchema,
  ErrorCode,
  McpError,
  type Progress,
  ToolListChangedNotificationSchema,
} from '@modelcontextprotocol/sdk/types.js';
import { z } from 'zod';
import { thrownSentence } from '../contract/failure';
import { answerOf, type CallAnswer } from './call-answer';

/** Milliseconds. A call has none of its own: the run's limit aborts it. */
export interface LinkLimits {
  readonly connectMs: number;
  readonly listMs: number;
  readonly probeMs: number;
}

export interface LinkSetup {
  readonly transport: Transport;
  /** Whether nobody will say that the server is gone, as over HTTP: then it is asked, whenever something went wrong. */
  readonly remote: boolean;
  readonly appVersion: string;
  readonly limits: LinkLimits;
  /** The connection has ended without being closed from here. */
  readonly onGone: () => void;
  readonly onToolsChanged: () => void;
  /** What came that is not of the protocol, or went wrong with no call to blame. */
  readonly onOddity: (sentence: string) => void;
}

export interface CallOptions {
  readonly signal: AbortSignal;
  readonly onProgress: (progress: Progress) => void;
}

/** One connection to a server, from its handshake to its end. */
export interface Link {
  /** As it declares them now. Rejects where it does not say. */
  tools(): Promise<readonly unknown[]>;
  /** Never rejects. An abort is told to the server, and nobody waits for it any longer. */
  call(tool: string, input: Record<string, unknown>, options: CallOptions): Promise<CallAnswer>;
  close(): Promise<void>;
}

/** As long as a timer of Node can be. */
const noTimeout = 2 ** 31 - 1;
const mostPages = 50;
const mostTools = 500;

/** Each tool is judged on its own later: one that makes no sense must not cost the others. */
const Listing = z.object({ tools: z.array(z.unknown()), nextCursor: z.string().optional() });

/** Connects and shakes hands. Rejects with what the SDK throws where that fails. */
export async function openLink(setup: LinkSetup): Promise<Link> {
  const { transport, appVersion, limits } = setup;
  // No roots, no sampling, no questions: a server has nothing to ask of us.
  const client = new Client({ name: 'Interlock', version: appVersion }, { capabilities: {} });
  let end: 'open' | 'gone' | 'closed' = 'open';
  let probing = false;
  let isThere = false;
  // oxlint-disable-next-line unicorn/prefer-add-event-listener -- the SDK's client has no listeners
  client.onclose = () => {
    if (end !== 'open') return;
    end = 'gone';
    setup.onGone();
  };
  // oxlint-disable-next-line unicorn/prefer-add-event-listener -- the same
  client.onerror = (error) => {
    setup.onOddity(oddity(error));
    void probe();
  };
  client.setNotificationHandler(ToolListChangedNotificationSchema, () => setup.onToolsChanged());

  async function probe(): Promise<void> {
    if (!setup.remote || !isThere || probing || end !== 'open') return;
    probing = true;
    try {
      await client.ping({ timeout: limits.probeMs });
    } catch (thrown) {
      if (!isWord(thrown)) await client.close();
    } finally {
      probing = false;
    }
  }

  await client.connect(transport, { timeout: limits.connectMs });
  isThere = true;
  return {
    async tools() {
      if (client.getServerCapabilities()?.tools === undefined) return [];
      const declared: unknown[] = [];
      let cursor: string | undefined;
      for (let page = 0; page < mostPages && declared.length < mostTools; page += 1) {
        const params = cursor === undefined ? {} : { cursor };
        const listing = await client.request({ method: 'tools/list', params }, Listing, {
          timeout: limits.listMs,
        });
        declared.push(...listing.tools);
        cursor = listing.nextCursor;
        if (cursor === undefined) break;
      }
      return declared.slice(0, mostTools);
    },
    async call(name, input, { signal, onProgress }) {
      try {
        const params = { name, arguments: input };
        const options = { signal, onprogress: onProgress, timeout: noTimeout };
        // Not `callTool`: it throws a result away that does not fit the server's own output schema, when all is done.
        const result = await client.request({ method: 'tools/call', params }, CallToolResultSchema, options);
        return { kind: 'answered', result };
      } catch (thrown) {
        return signal.aborted ? { kind: 'cancelled' } : answerOf(thrown, end !== 'open');
      }
    },
    async close() {
      end = 'closed';
      await client.close();
    },
  };
}

function oddity(error: Error): string {
  if (error instanceof SyntaxError) return `It printed a line that is not MCP: ${error.message}`;
  return error.name === 'ZodError' ? 'It sent a message that is not MCP.' : thrownSentence(error);
}

/** Whether a server said it, and not the SDK in its place. */
function isWord(thrown: unknown): boolean {
  const ours: readonly number[] = [ErrorCode.RequestTimeout, ErrorCode.ConnectionClosed];
  return thrown instanceof McpError && !ours.includes(thrown.code);
}
