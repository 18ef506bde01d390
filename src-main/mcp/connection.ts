import { setTimeout } from 'node:timers/promises';
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js';
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js';
import type { Transport } from '@modelcontextprotocol/sdk/shared/transport.js';
import type { McpConnection } from '../contract/mcp';
import type { Said } from './said';
import type { Secrets } from './store';

/** An answer that is longer ends the connection: bytes of one line. */
export const longestAnswer = 32 * 1024 * 1024;

/**
 * The way to a server, not yet opened. A program gets no shell, and of our environment only what every program needs
 * (the SDK's list: HOME, PATH, USER...) beside what the person entered for it. HTTP goes to the address that the person
 * entered and to no other origin.
 * @param home where a program begins to work
 */
export function openTransport(
  connection: McpConnection,
  secrets: Secrets,
  home: string,
  said: Said,
): Transport {
  switch (connection.kind) {
    case 'stdio': {
      const { command, args } = connection;
      const transport = new StdioClientTransport({
        command,
        args,
        env: { ...secrets },
        cwd: home,
        stderr: 'pipe',
        maxBufferSize: longestAnswer,
      });
      const decoder = new TextDecoder();
      transport.stderr?.on('data', (piece: Buffer) => said.hear(decoder.decode(piece, { stream: true })));
      return transport;
    }
    case 'http':
      return httpTransport(new URL(connection.url), secrets);
  }
}

/** Milliseconds in which a server may hear that its session is over. */
const farewellMs = 1_000;

function httpTransport(url: URL, headers: Secrets): Transport {
  const transport = new StreamableHTTPClientTransport(url, { requestInit: { headers: { ...headers } } });
  const close = transport.close.bind(transport);
  transport.close = async () => {
    const farewell = transport.terminateSession().catch(() => undefined);
    await Promise.race([farewell, setTimeout(farewellMs, null, { ref: false })]);
    await close();
  };
  // The SDK's own class does not fit its own interface where optional is told apart from undefined.
  return transport;
}
