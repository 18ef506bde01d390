import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startRun } from '../src-main/agent/run';
import { createPerson } from '../src-main/consent/person';
import { ApprovalId } from '../src-main/contract/approval';
import { pauseOn } from '../src-main/contract/clock';
import { RunId } from '../src-main/contract/ids';
import { traceLegality } from '../src-main/contract/legality';
import { type DemoName, defaultLimits, type Mode } from '../src-main/contract/run-options';
import { defaultSettings } from '../src-main/contract/settings';
import type { TraceBody, TraceEvent } from '../src-main/contract/trace-event';
import type { TraceModel } from '../src-main/contract/trace-model';
import { demos } from '../src-main/demos/index';
import type { ReadingService } from '../src-main/demos/reading-service';
import { crewAtWork } from '../src-main/orchestration/crew-at-work';
import { scriptedProvider } from '../src-main/providers/scripted/scripted-provider';
import { systemClock } from '../src-main/system-clock';
import { type Clipboard, clipboardReadTool, clipboardWriteTool } from '../src-main/tools/clipboard';
import { httpGetTool } from '../src-main/tools/http-get';
import { readFileTool } from '../src-main/tools/read-file';
import { openWorkspace } from '../src-main/tools/workspace';
import { writeFileTool } from '../src-main/tools/write-file';

export interface DemoRun {
  readonly events: readonly TraceEvent[];
  readonly model: TraceModel;
}

/**
 * A demo that needs no screen, run to its end by the real driver, scheduler and tools in a folder of its own. Only the clipboard
 * is a stand-in: the system's would be everybody's.
 *
 * @throws where the run's events break the law of a trace
 */
export async function runDemo(
  name: DemoName,
  mode: Mode,
  thinkingMs: number,
  { origin }: Pick<ReadingService, 'origin'>,
): Promise<DemoRun> {
  const folder = await mkdtemp(join(tmpdir(), 'interlock-demo-'));
  const { program, prepare, verify, info } = demos[name];
  const { task, cleanup } = await prepare({ workspace: folder, readings: origin });
  const workspace = openWorkspace(folder);
  const clipboard = memoryClipboard();
  const crew = crewAtWork({ crew: info.crew, mode, task });
  const law = traceLegality();
  const events: TraceEvent[] = [];
  const person = createPerson({
    answering: 'all',
    saying: null,
    newId: () => ApprovalId.parse(randomUUID()),
    settings: () => defaultSettings,
  });
  const begun = performance.now();
  const emit = (body: TraceBody): void => {
    const at = { wall: Date.now(), mono: performance.now() - begun, provenance: 'recorded' } as const;
    const event: TraceEvent = { ...body, seq: events.length + 1, at };
    const illegal = law.accept(event);
    if (illegal !== null) throw new Error(illegal);
    events.push(event);
  };
  try {
    await startRun({
      id: RunId.parse(`${name}-${mode}`),
      request: {
        task,
        target: { kind: 'practice' },
        model: { provider: 'scripted', demo: name, thinkingMs },
        mode,
        limits: defaultLimits,
        overrides: {},
        crew: info.crew,
        approvals: 'sensitive',
      },
      appVersion: '0.0.0',
      provider: scriptedProvider(name, program, { thinkingMs, pieceMs: 0 }, pauseOn(systemClock)),
      tools: (scope) =>
        crew.tools(scope, [
          httpGetTool(fetch),
          readFileTool(workspace),
          writeFileTool(workspace),
          clipboardReadTool(clipboard),
          clipboardWriteTool(clipboard),
        ]),
      succession: crew.succession,
      consent: person.attend(emit, null),
      clock: systemClock,
      emit,
      signal: null,
      verify: async () =>
        verify({
          practice: [],
          printed: new Map(),
          workspace: workspace.root,
          clipboard: await clipboard.read(),
          model: law.model,
          snapshotOf: () => null,
        }),
    }).done;
    return { events, model: law.model };
  } finally {
    await cleanup();
    await rm(folder, { recursive: true, force: true });
  }
}

function memoryClipboard(): Clipboard {
  let held = '';
  return {
    read: async () => held,
    write: async (text) => {
      held = text;
    },
  };
}
