import { randomUUID } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { shortInfo } from '../agent/tool-info';
import type { Answering } from '../consent/answering';
import { createPerson, type PersonsWord, type WatchPerson } from '../consent/person';
import { ApprovalId } from '../contract/approval';
import { pauseOn } from '../contract/clock';
import type { Failure, Result } from '../contract/failure';
import type { RunId } from '../contract/ids';
import type { DemoInfo } from '../contract/ipc';
import { type McpReport, McpServerId } from '../contract/mcp';
import type { KeyOwner } from '../contract/settings';
import type { Target, TargetKind } from '../contract/target';
import type { EventSink, ToolInfo, TraceEvent } from '../contract/trace-event';
import type { DemoProgram } from '../demos/demo';
import { demoInfos, demos } from '../demos/index';
import { startReadingService } from '../demos/reading-service';
import { createMcpServers, defaultLinkLimits, type McpServers } from '../mcp/index';
import type { PracticeWindowOptions } from '../practice/practice-window';
import { accessTo, denial } from '../programs/access';
import { type AccessNow, guardedPlatform } from '../programs/guarded-platform';
import { createPrograms, type Programs } from '../programs/programs';
import { offeredTools } from '../runs/offered-tools';
import { prepareRun } from '../runs/prepare-run';
import { providerChooser } from '../runs/providers';
import { newRunId } from '../runs/run-id';
import { createRuns, type Runs } from '../runs/runs';
import { createTargets } from '../runs/targets';
import { type KeyVault, openKeyVault } from '../settings/key-vault';
import { openMcpStore } from '../settings/mcp-store';
import { openSettings, type SettingsStore } from '../settings/settings-store';
import { systemClock } from '../system-clock';
import { type Library, openLibrary } from '../trace/library';
import { redactor } from '../trace/redact';
import { systemCipher } from './cipher';
import { systemClipboard } from './clipboard';
import { openPlatform } from './platform';
import { createPracticeTarget } from './practice-target';
import { readyPrivateDesktop } from './private-target';
import { spawnScriptSandbox } from './script-sandbox';

export interface EngineOptions {
  /** Holds recordings, settings and the workspace. */
  readonly home: string;
  readonly appVersion: string;
  /** Whether the person is at Interlock's own window, so that they use no other program. */
  readonly isOwnWindowInUse: () => boolean;
  /** Who answers what a run asks. */
  readonly answering: Answering;
  /** What is said to a question of the agent's where the person is not there; null: nothing. */
  readonly saying: string | null;
  readonly practice: PracticeWindowOptions;
  readonly heard: (id: RunId, event: TraceEvent) => void;
  /** A run has become active, or is over. */
  readonly changed: (active: RunId | null) => void;
  /** The person's MCP servers are not as they were told last. */
  readonly mcpChanged: () => void;
  /** How long a run that begins waits for MCP servers that are on their way, in milliseconds. */
  readonly mcpWaitMs: number;
  readonly problem: (failure: Failure) => void;
}

/** Everything behind a window or a command line. */
export interface Engine {
  readonly library: Library;
  readonly settings: SettingsStore;
  readonly keys: Readonly<Record<KeyOwner, KeyVault>>;
  readonly runs: Runs;
  readonly demos: readonly DemoInfo[];
  readonly tools: readonly ToolInfo[];
  readonly targets: readonly TargetKind[];
  readonly person: PersonsWord;
  readonly programs: Programs;
  readonly mcp: McpServers;
  readonly mcpReport: () => McpReport;
  readonly showPractice: () => Promise<Result<null>>;
  /** After the last run. */
  close(): Promise<void>;
}

/** Only once the app is ready. */
export async function startEngine(options: EngineOptions): Promise<Engine> {
  const { home, appVersion, heard, changed, problem } = options;
  const library = openLibrary(home, (demo) => demos[demo].info.title);
  const settings = await openSettings(join(home, 'settings.json'), () => new Date());
  const opening = { home, cipher: systemCipher(), environment: process.env };
  const [anthropic, openai] = await Promise.all([
    openKeyVault('anthropic', opening),
    openKeyVault('openai', opening),
  ]);
  const keys = { anthropic: anthropic.vault, openai: openai.vault };
  const servers = { servers: join(home, 'mcp-servers.json'), secrets: join(home, 'mcp-secrets') };
  const mcpStore = await openMcpStore(servers, systemCipher());
  for (const failure of [settings.problem, anthropic.problem, openai.problem, ...mcpStore.problems])
    if (failure !== null) problem(failure);
  const redact = redactor(() => [...keys.anthropic.literals(), ...keys.openai.literals(), ...mcp.literals()]);
  const mcp = createMcpServers({
    store: mcpStore.store,
    newId: () => McpServerId.parse(randomUUID()),
    home: homedir(),
    appVersion,
    limits: defaultLinkLimits,
    clock: systemClock,
    hide: (text) => redact(text),
    changed: options.mcpChanged,
  });
  const workspace = join(home, 'workspace');
  await mkdir(workspace, { recursive: true });
  const readings = await startReadingService(pauseOn(systemClock));
  const practice = createPracticeTarget(options.practice);
  const ourselves = { pid: process.pid, name: 'Interlock' };
  const accessNow: AccessNow = (program) => accessTo(program, settings.store.current.programs, ourselves);
  const opened = await openPlatform();
  const platform = opened === null ? null : guardedPlatform(opened, accessNow, options.isOwnWindowInUse);
  const person = createPerson({
    answering: options.answering,
    saying: options.saying,
    newId: () => ApprovalId.parse(randomUUID()),
    settings: () => settings.store.current,
  });
  const targets = createTargets({
    practice: () => practice.ready(),
    platform,
    privateDesktop: process.platform === 'linux' ? readyPrivateDesktop : null,
    denialOf: (program) => denial(program, accessNow(program)),
  });
  const world = {
    appVersion,
    recordingFolder: (id: RunId) => library.folderOf(id),
    workspace,
    readings: readings.origin,
    readyTarget: (target: Target, programs: readonly DemoProgram[]) => targets.ready(target, programs),
    attend: (emit: EventSink, watch: WatchPerson | null) => person.attend(emit, watch),
    provider: providerChooser(keys, settings.store, systemClock),
    gatherMcp: () => mcp.gather(options.mcpWaitMs),
    clock: systemClock,
    clipboard: systemClipboard,
    fetch: globalThis.fetch,
    sandbox: spawnScriptSandbox,
    redact,
    heard,
    problem,
  };

  const ownTools = offeredTools(world);
  const mcpReport = (): McpReport => {
    const told = mcp.report();
    const theirs = told.servers.flatMap(({ state }) =>
      state.kind === 'ready' ? state.tools.map((tool) => shortInfo(tool, 'foreign')) : [],
    );
    return { ...told, tools: [...ownTools, ...theirs] };
  };

  return {
    library,
    settings: settings.store,
    keys,
    runs: createRuns({
      prepare: (id, request) => prepareRun(world, id, request),
      newId: () => newRunId(new Date()),
      changed,
      broke: problem,
    }),
    person,
    programs: createPrograms(platform, accessNow),
    demos: demoInfos({ readings: readings.origin, workspace }).filter(({ target }) =>
      targets.kinds.includes(target),
    ),
    get tools() {
      return mcpReport().tools;
    },
    mcp,
    mcpReport,
    targets: targets.kinds,
    showPractice: () => practice.show(),
    async close() {
      await mcp.close();
      practice.close();
      await platform?.close();
      await readings.close();
    },
  };
}
