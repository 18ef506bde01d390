import { z } from 'zod';
import { Snapshot } from './accessibility';
import { ApprovalAnswer } from './approval';
import { Crew } from './crew';
import { Failure, type Result } from './failure';
import { BlobId, RunId } from './ids';
import { McpReport, McpServerId, WantedServer } from './mcp';
import { PermissionName, PermissionReport } from './permission';
import { Program } from './program';
import { Approvals, DemoName, OverrideChange, RunRequest } from './run-options';
import { KeyOwner, KeySource, Settings } from './settings';
import { RunSummary } from './summary';
import { Target } from './target';
import { StopSource, ToolInfo, TraceEvent } from './trace-event';

/** A row of the runs list. `summary` is null where the trace can't be read; `failure` then says why. */
export const RunEntry = z.object({
  id: RunId,
  name: z.string(),
  task: z.string(),
  /** Milliseconds since 1970. */
  startedAt: z.number(),
  /** null where the trace can't be read. */
  target: Target.nullable(),
  summary: RunSummary.nullable(),
  failure: Failure.nullable(),
});
export type RunEntry = z.infer<typeof RunEntry>;

export const OpenedTrace = z.object({
  id: RunId,
  name: z.string(),
  /** `library`: one of our recordings. `file`: opened from elsewhere; nothing of it is changed. */
  origin: z.enum(['library', 'file']),
  events: z.array(TraceEvent),
  live: z.boolean(),
  /** What its reading came upon and its events do not tell; a sentence each, mostly none. */
  notes: z.array(z.string()),
});
export type OpenedTrace = z.infer<typeof OpenedTrace>;

export const DemoInfo = z.object({
  name: DemoName,
  title: z.string(),
  task: z.string(),
  /** What it shows, in a sentence. */
  shows: z.string(),
  tools: z.array(z.string()),
  /** Where it takes place. */
  target: z.enum(['practice', 'private']),
  /** Who works on it. */
  crew: Crew,
  approvals: Approvals,
});
export type DemoInfo = z.infer<typeof DemoInfo>;

/** What the window needs once, at its start. */
export const Bootstrap = z.object({
  appVersion: z.string(),
  platform: z.enum(['darwin', 'linux', 'win32']),
  settings: Settings,
  keySources: z.record(KeyOwner, KeySource),
  tools: z.array(ToolInfo),
  demos: z.array(DemoInfo),
  /** The names that are offered; any other may be typed. */
  models: z.record(KeyOwner, z.array(z.string())),
  /** What can be worked on here, beside the practice window. */
  targets: z.array(z.enum(['practice', 'program', 'desktop', 'private'])),
  /** The run that is under way, so that a window that is loaded again finds it. */
  activeRun: RunId.nullable(),
  /** What the command line asked for. */
  launch: z.object({ run: RunRequest.nullable(), open: z.string().nullable() }),
});
export type Bootstrap = z.infer<typeof Bootstrap>;

const Nothing = z.null();
const OneRun = z.object({ id: RunId });
const OneServer = z.object({ id: McpServerId });

/** What the window may ask of the main process. Each answers with a Result of `output`. */
export const requests = {
  bootstrap: { input: Nothing, output: Bootstrap },
  'run:start': { input: RunRequest, output: OneRun },
  'run:stop': { input: z.object({ by: StopSource }), output: Nothing },
  /** The person uses the desktop themselves until `run:resume`. Failure `not_found` where no run is under way. */
  'run:take-over': { input: Nothing, output: Nothing },
  /** After `run-held`: the person is done with the desktop. */
  'run:resume': { input: Nothing, output: Nothing },
  /** Another word on a tool, from its next call on. Failure `not_found` where no run is under way. */
  'run:override': { input: OverrideChange, output: Nothing },
  /** Failure `not_found` where nobody waits for this answer any more. */
  'approval:answer': { input: ApprovalAnswer, output: Nothing },
  'programs:list': { input: Nothing, output: z.array(Program) },
  'permissions:check': { input: Nothing, output: PermissionReport },
  /** Opens the pane of the system's settings in which it is given. */
  'permissions:open-settings': { input: z.object({ name: PermissionName }), output: Nothing },
  'runs:list': { input: Nothing, output: z.array(RunEntry) },
  'runs:open': { input: OneRun, output: OpenedTrace },
  'runs:rename': { input: z.object({ id: RunId, name: z.string().trim().min(1).max(200) }), output: Nothing },
  /** Moved aside; `runs:restore` brings it back until the app quits. */
  'runs:delete': { input: OneRun, output: Nothing },
  'runs:restore': { input: OneRun, output: Nothing },
  'runs:reveal': { input: OneRun, output: Nothing },
  'trace:open-file': { input: z.object({ path: z.string().min(1) }), output: OpenedTrace },
  /** Shows the system's file dialog; null where the person cancelled. */
  'trace:choose-file': { input: Nothing, output: OpenedTrace.nullable() },
  'blob:snapshot': { input: z.object({ run: RunId, blob: BlobId }), output: Snapshot },
  /** Base64 of the picture's bytes. */
  'blob:picture': { input: z.object({ run: RunId, blob: BlobId }), output: z.object({ base64: z.string() }) },
  'settings:change': { input: Settings, output: Settings },
  'key:store': {
    input: z.object({ of: KeyOwner, key: z.string().trim().min(1).max(500) }),
    output: KeySource,
  },
  'key:forget': { input: z.object({ of: KeyOwner }), output: KeySource },
  'practice:show': { input: Nothing, output: Nothing },
  'mcp:report': { input: Nothing, output: McpReport },
  'mcp:add': { input: WantedServer, output: Nothing },
  /** A server that is on is started again with what has changed. */
  'mcp:change': { input: z.object({ id: McpServerId, wanted: WantedServer }), output: Nothing },
  /** `mcp:restore` brings it back, secrets and all, until the app quits. */
  'mcp:remove': { input: OneServer, output: Nothing },
  'mcp:restore': { input: OneServer, output: Nothing },
  'mcp:enable': { input: z.object({ id: McpServerId, on: z.boolean() }), output: Nothing },
  'mcp:restart': { input: OneServer, output: Nothing },
  /** Onto the clipboard, which a page may not write itself. */
  'text:copy': { input: z.object({ text: z.string() }), output: Nothing },
} as const satisfies Record<string, { input: z.ZodType; output: z.ZodType }>;

export type RequestName = keyof typeof requests;
export type RequestInput<N extends RequestName> = z.infer<(typeof requests)[N]['input']>;
export type RequestOutput<N extends RequestName> = z.infer<(typeof requests)[N]['output']>;

export const MenuCommand = z.enum([
  'new-run',
  'run',
  'stop',
  'open-trace',
  'settings',
  'find',
  'commands',
  'shortcuts',
  'step-first',
  'step-previous',
  'step-next',
  'step-last',
  'play',
  'zoom-in',
  'zoom-out',
  'fit',
  'reveal',
  'practice',
  'mode-sequential',
  'mode-batch',
  'mode-mixed',
  'mode-planned',
  'theme-system',
  'theme-light',
  'theme-dark',
  'text-larger',
  'text-smaller',
  'text-normal',
]);
export type MenuCommand = z.infer<typeof MenuCommand>;

/** What the main process tells the window unasked. Trace events come in order, gathered for up to 16 ms. */
export const notices = {
  'trace:events': z.object({ id: RunId, events: z.array(TraceEvent).min(1) }),
  /** Which run is under way now, if any; after all its events. */
  'run:active': z.object({ id: RunId.nullable() }),
  'runs:changed': Nothing,
  'menu:command': MenuCommand,
  'mcp:changed': McpReport,
  'launch:open': z.object({ path: z.string() }),
  /** Something went wrong that nobody had asked for. Told once. */
  problem: Failure,
} as const satisfies Record<string, z.ZodType>;

export type NoticeName = keyof typeof notices;
export type NoticePayload<N extends NoticeName> = z.infer<(typeof notices)[N]>;

/** A `File` of the DOM, as far as this side needs to know it. */
export interface DroppedFile {
  readonly name: string;
  readonly size: number;
}

/** What the preload puts on `window.interlock`. */
export interface Interlock {
  request<N extends RequestName>(name: N, input: RequestInput<N>): Promise<Result<RequestOutput<N>>>;
  /** @returns how to stop listening */
  listen<N extends NoticeName>(name: N, heard: (payload: NoticePayload<N>) => void): () => void;
  /** The path of a file that was dropped on the window; empty where it has none. */
  pathOf(file: DroppedFile): string;
}
