import type { PersonsWord } from '../consent/person';
import { Snapshot } from '../contract/accessibility';
import { failed, ok, type Result } from '../contract/failure';
import type { BlobId, RunId } from '../contract/ids';
import type { Bootstrap } from '../contract/ipc';
import type { McpReport } from '../contract/mcp';
import type { KeyOwner, Settings } from '../contract/settings';
import type { McpServers } from '../mcp/index';
import type { Programs } from '../programs/programs';
import type { Runs } from '../runs/runs';
import type { KeyVault } from '../settings/key-vault';
import type { SettingsStore } from '../settings/settings-store';
import type { Library } from '../trace/library';
import type { OpenedFiles } from '../trace/opened-files';
import type { Handlers } from './answer';

/** What the system's own dialogs and windows do for the app. */
export interface Desktop {
  reveal(path: string): void;
  /** The path that the person chose; null where they cancelled. */
  chooseFile(): Promise<string | null>;
  showPractice(): Promise<Result<null>>;
  copy(text: string): Promise<void>;
}

export interface HandlerParts {
  readonly bootstrap: () => Bootstrap;
  readonly runs: Runs;
  readonly library: Library;
  readonly files: OpenedFiles;
  readonly settings: SettingsStore;
  readonly settingsChanged: (settings: Settings) => void;
  readonly keys: Readonly<Record<KeyOwner, KeyVault>>;
  readonly desktop: Desktop;
  readonly person: PersonsWord;
  readonly programs: Programs;
  readonly mcp: McpServers;
  readonly mcpReport: () => McpReport;
  /** The list of runs is no longer what it was. */
  readonly runsChanged: () => void;
}

/** The contract's requests, each answered by the part that owns it. */
export function createHandlers(parts: HandlerParts): Handlers {
  const { runs, library, files, settings, keys, desktop } = parts;

  async function changing(work: Promise<Result<null>>): Promise<Result<null>> {
    const done = await work;
    if (done.ok) parts.runsChanged();
    return done;
  }

  const untouched = (id: RunId, work: () => Promise<Result<null>>) =>
    id === runs.live
      ? failed('run_active', 'This run is still going on.', 'Stop it first, or wait for its end.')
      : changing(work());

  return {
    bootstrap: () => ok(parts.bootstrap()),
    'run:start': (request) => runs.start(request),
    'run:stop': ({ by }) => runs.stop(by),
    'run:take-over': () => parts.person.takeOver(),
    'run:resume': () => parts.person.resume(),
    'run:override': (change) => runs.override(change),
    'approval:answer': (answer) => parts.person.answer(answer),
    'programs:list': () => parts.programs.list(),
    'permissions:check': () => parts.programs.permissions(),
    'permissions:open-settings': ({ name }) => parts.programs.openPermissionSettings(name),
    'runs:list': () => library.list(runs.live),
    'runs:open': ({ id }) => library.open(id, runs.live),
    'runs:rename': ({ id, name }) => changing(library.rename(id, name)),
    'runs:delete': ({ id }) => untouched(id, () => library.remove(id)),
    'runs:restore': ({ id }) => changing(library.restore(id)),
    'runs:reveal': ({ id }) => {
      desktop.reveal(library.folderOf(id));
      return ok(null);
    },
    'trace:open-file': ({ path }) => files.open(path, runs.live),
    'trace:choose-file': async () => {
      const path = await desktop.chooseFile();
      return path === null ? ok(null) : files.open(path, runs.live);
    },
    'blob:snapshot': ({ run, blob }) => snapshotOf(files, run, blob),
    'blob:picture': async ({ run, blob }) => {
      const bytes = await files.blob(run, blob);
      return bytes.ok ? ok({ base64: bytes.value.toString('base64') }) : bytes;
    },
    'settings:change': async (wanted) => {
      const changed = await settings.change(wanted);
      if (changed.ok) parts.settingsChanged(changed.value);
      return changed;
    },
    'key:store': ({ of, key }) => keys[of].store(key),
    'key:forget': ({ of }) => keys[of].forget(),
    'mcp:report': () => ok(parts.mcpReport()),
    'mcp:add': (wanted) => parts.mcp.add(wanted),
    'mcp:change': ({ id, wanted }) => parts.mcp.change(id, wanted),
    'mcp:remove': ({ id }) => parts.mcp.remove(id),
    'mcp:restore': ({ id }) => parts.mcp.restore(id),
    'mcp:enable': ({ id, on }) => parts.mcp.enable(id, on),
    'mcp:restart': ({ id }) => parts.mcp.restart(id),
    'practice:show': () => desktop.showPractice(),
    'text:copy': async ({ text }) => {
      await desktop.copy(text);
      return ok(null);
    },
  };
}

async function snapshotOf(files: OpenedFiles, run: RunId, blob: BlobId): Promise<Result<Snapshot>> {
  const bytes = await files.blob(run, blob);
  if (!bytes.ok) return bytes;
  try {
    return ok(Snapshot.parse(JSON.parse(bytes.value.toString('utf8'))));
  } catch {
    return failed(
      'blob_missing',
      'The stored snapshot is not one of ours.',
      'The rest of the recording can still be read.',
    );
  }
}
