import { z } from 'zod';
import { Failure } from './failure';
import { Effect } from './footprint';
import { ToolInfo } from './trace-event';

/** One MCP server of the person's, whatever it is called now. */
export const McpServerId = z
  .string()
  .regex(/^[0-9a-z][0-9a-z-]{2,63}$/)
  .brand<'McpServerId'>();
export type McpServerId = z.infer<typeof McpServerId>;

/** Stands before the names of its tools: nothing in it that a model API refuses, and nowhere the `__` that ends it there. */
export const McpServerName = z
  .string()
  .max(24, 'a name has 24 characters at most')
  .regex(
    /^[A-Za-z0-9]+(?:[_-][A-Za-z0-9]+)*$/,
    'a name has letters and digits, with single - or _ between them',
  );
export type McpServerName = z.infer<typeof McpServerName>;

const word = (most: number) =>
  z
    .string()
    .max(most)
    .refine((text) => !text.includes('\0'), 'no word holds a zero byte');

export const McpVariable = z
  .string()
  .max(128)
  .regex(/^[A-Za-z_][A-Za-z0-9_]*$/, 'not a name of a variable');
export const McpHeader = z
  .string()
  .max(128)
  .regex(/^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/, 'not a name of a header');
const Url = z
  .url({ protocol: /^https?$/ })
  .max(4_000)
  .refine((url) => !/^[^/]*\/\/[^/?#]*@/.test(url), 'put user and password in a header');

const Command = { command: word(4_000).min(1), args: z.array(word(8_000)).max(200) };

/** Where a server is found. Of what is secret, only the names: the values never leave the main process. */
export const McpConnection = z.discriminatedUnion('kind', [
  /** A program that speaks over its standard input and output. Started without a shell. */
  z.object({ kind: z.literal('stdio'), ...Command, env: z.array(McpVariable) }),
  z.object({ kind: z.literal('http'), url: Url, headers: z.array(McpHeader) }),
]);
export type McpConnection = z.infer<typeof McpConnection>;

/** A secret on its way from the window; null: the one that is kept under this name already. */
const Entered = z
  .string()
  .min(1)
  .max(8_000)
  .regex(/^[^\0\r\n]*$/, 'a value is one line')
  .nullable();

export const WantedConnection = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('stdio'), ...Command, env: z.record(McpVariable, Entered) }),
  z.object({ kind: z.literal('http'), url: Url, headers: z.record(McpHeader, Entered) }),
]);
export type WantedConnection = z.infer<typeof WantedConnection>;

/** A server as the person enters it. */
export const WantedServer = z.object({ name: McpServerName, connection: WantedConnection });
export type WantedServer = z.infer<typeof WantedServer>;

/** A server as it is kept. */
export const McpServerConfig = z.object({
  id: McpServerId,
  name: McpServerName,
  enabled: z.boolean(),
  connection: McpConnection,
});
export type McpServerConfig = z.infer<typeof McpServerConfig>;

export const McpTool = z.object({
  /** As models and overrides know it. */
  name: z.string(),
  /** As its server calls it. */
  own: z.string(),
  /** In the server's words: data, not to be trusted. */
  description: z.string(),
  effect: Effect,
});
export type McpTool = z.infer<typeof McpTool>;

export const McpServerState = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('off') }),
  z.object({ kind: z.literal('connecting') }),
  z.object({ kind: z.literal('ready'), tools: z.array(McpTool) }),
  /** It stays so until the person does something about it. */
  z.object({ kind: z.literal('failed'), failure: Failure }),
  /** It was ready and is gone; it is started again by itself. */
  z.object({ kind: z.literal('dead'), failure: Failure }),
]);
export type McpServerState = z.infer<typeof McpServerState>;

export const McpServer = McpServerConfig.extend({
  state: McpServerState,
  /** The last lines of its standard error, and what else it printed that is not MCP. */
  said: z.array(z.string()),
});
export type McpServer = z.infer<typeof McpServer>;

/** Everything that the window knows of MCP. */
export const McpReport = z.object({
  servers: z.array(McpServer),
  /** What a run could use now: our own tools and theirs. */
  tools: z.array(ToolInfo),
  /** Why secrets are forgotten when Interlock quits; null where they are kept, encrypted. */
  secretsForgotten: z.string().nullable(),
});
export type McpReport = z.infer<typeof McpReport>;
