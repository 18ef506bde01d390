import type { Transport } from '@modelcontextprotocol/sdk/shared/transport.js';
import type { Clock } from '../contract/clock';
import type { Failure } from '../contract/failure';
import type { McpServerConfig } from '../contract/mcp';
import type { CallAnswer } from './call-answer';
import { connectFailure, deathFailure, givenUpFailure } from './connect-failure';
import { type CallOptions, type Link, type LinkLimits, openLink } from './link';
import { listedTools } from './listed-tool';
import { createSaid, type Said } from './said';
import { isSettled, longLife, restBefore, type ServerState } from './server-state';

export interface ServerSetup {
  readonly config: McpServerConfig;
  /** The way to it; a new one each time. */
  readonly open: (said: Said) => Transport;
  readonly appVersion: string;
  readonly limits: LinkLimits;
  readonly clock: Clock;
  /** Takes secrets out of what the server said. */
  readonly hide: (text: string) => string;
  /** It stands elsewhere, has other tools, or said something. */
  readonly changed: () => void;
}

/** A server as it is kept running. */
export interface Server {
  readonly config: McpServerConfig;
  readonly state: ServerState;
  readonly said: readonly string[];
  /** Where it is off, or waits for its next start. One that has failed is left alone: see `restart`. */
  start(): void;
  restart(): void;
  /** Resolves once it is ready, has failed or is off; at once on an abort. */
  settled(signal: AbortSignal): Promise<void>;
  /** Waits for a server that is on its way. Whatever happens, the call is sent once at most. */
  call(tool: string, input: Record<string, unknown>, options: CallOptions): Promise<CallAnswer>;
  /** For good. */
  close(): Promise<void>;
}

export function createServer({
  config,
  open,
  appVersion,
  limits,
  clock,
  hide,
  changed,
}: ServerSetup): Server {
  const said = createSaid(hide, changed);
  const waiting = new Set<() => void>();
  let state: ServerState = { kind: 'off' };
  let transport: Transport | null = null;
  let deaths = 0;
  /** Counts connections: what an earlier one still says is not heard. */
  let current = 0;
  let isClosed = false;
  const note = (line: string) => said.note(line);

  function become(next: ServerState): void {
    if (state.kind === 'dead') state.forget();
    state = next;
    if (isSettled(next)) for (const wake of Array.from(waiting)) wake();
    changed();
  }

  async function connect(): Promise<void> {
    current += 1;
    const mine = current;
    const isMine = () => mine === current;
    become({ kind: 'connecting' });
    let link: Link | null = null;
    try {
      const opened = open(said);
      transport = opened;
      link = await openLink({
        transport: opened,
        remote: config.connection.kind === 'http',
        appVersion,
        limits,
        onGone: () => isMine() && died(),
        onToolsChanged: () => {
          if (isMine()) void list();
        },
        onOddity: (sentence) => isMine() && said.note(sentence),
      });
      const tools = listedTools(config.name, await link.tools(), note);
      if (!isMine()) {
        await link.close();
        return;
      }
      become({ kind: 'ready', link, tools, since: clock.now() });
    } catch (thrown) {
      await link?.close();
      if (isMine()) missed(connectFailure(config, thrown, limits.connectMs, said.lines));
    }
  }

  /** Its tools have changed; a list that cannot be had leaves the old one. */
  async function list(): Promise<void> {
    const before = state;
    if (before.kind !== 'ready') return;
    try {
      const declared = await before.link.tools();
      if (state.kind === 'ready' && state.link === before.link)
        become({ ...state, tools: listedTools(config.name, declared, note) });
    } catch {
      said.note('Its tools have changed, and it would not say how.');
    }
  }

  function died(): void {
    if (state.kind !== 'ready') return;
    if (clock.now() - state.since >= longLife) deaths = 0;
    rest(deathFailure(config, said.lines));
  }

  /** One that was never ready is left alone; one that was is tried again. */
  function missed(failure: Failure): void {
    if (deaths === 0) become({ kind: 'failed', failure: hidden(failure) });
    else rest(failure);
  }

  function rest(failure: Failure): void {
    deaths += 1;
    current += 1;
    const ms = restBefore(deaths);
    if (ms === null)
      return become({ kind: 'failed', failure: hidden(givenUpFailure(config, deaths, failure)) });
    become({ kind: 'dead', failure: hidden(failure), forget: clock.after(ms, () => void connect()) });
  }

  function hidden({ code, sentence, next }: Failure): Failure {
    return { code, sentence: hide(sentence), next: hide(next) };
  }

  function settled(signal: AbortSignal): Promise<void> {
    if (isSettled(state) || signal.aborted) return Promise.resolve();
    return new Promise((resolve) => {
      const wake = () => {
        waiting.delete(wake);
        signal.removeEventListener('abort', wake);
        resolve();
      };
      waiting.add(wake);
      signal.addEventListener('abort', wake);
    });
  }

  async function leave(): Promise<void> {
    current += 1;
    const left = transport;
    transport = null;
    await left?.close();
  }

  return {
    config,
    get state() {
      return state;
    },
    get said() {
      return said.lines;
    },
    start() {
      if (!isClosed && (state.kind === 'off' || state.kind === 'dead')) void connect();
    },
    restart() {
      deaths = 0;
      void leave();
      if (!isClosed) void connect();
    },
    settled,
    async call(tool, input, options) {
      if (state.kind === 'dead') void connect();
      await settled(options.signal);
      if (options.signal.aborted) return { kind: 'cancelled' };
      if (state.kind === 'ready') return state.link.call(tool, input, options);
      return { kind: 'unsent', why: state.kind === 'failed' ? state.failure.sentence : 'it is switched off' };
    },
    async close() {
      isClosed = true;
      const leaving = leave();
      become({ kind: 'off' });
      await leaving;
    },
  };
}
