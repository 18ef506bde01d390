import { join } from 'node:path';
import type { RunScope } from '../agent/loop';
import { startRun } from '../agent/run';
import type { Consent } from '../bridge/consent';
import { createDesk } from '../bridge/create-desk';
import { deskPolicies } from '../bridge/desk';
import { numberingFromOne } from '../bridge/snapshot-book';
import { runScriptTool } from '../code/run-script-tool';
import { type Failure, failed, ok, type Result } from '../contract/failure';
import type { BlobId, RunId } from '../contract/ids';
import type { RunRequest } from '../contract/run-options';
import { targetInWords } from '../contract/target';
import type { Verification } from '../contract/trace-model';
import type { Demo, Prepared } from '../demos/demo';
import { demos } from '../demos/index';
import { type Gathered, mcpTools } from '../mcp/index';
import { crewAtWork } from '../orchestration/crew-at-work';
import { knownTools } from '../orchestration/known-tools';
import { createTools, openWorkspace } from '../tools/index';
import type { Tool } from '../tools/tool';
import { readBlob } from '../trace/blob-folder';
import { createRecorder, type Recorder, recordingFiles } from '../trace/recorder';
import { offeredTools } from './offered-tools';
import type { PreparedRun } from './runs';
import { snapshotsOf } from './snapshots-of';
import type { ReadyTarget, World } from './world';

/** Puts a run together: who answers, what is worked on, with which tools, where it is recorded, and who verifies it. */
export async function prepareRun(world: World, id: RunId, request: RunRequest): Promise<Result<PreparedRun>> {
  const demo = request.model.provider === 'scripted' ? demos[request.model.demo] : null;
  if (demo !== null && request.target.kind !== demo.info.target) return elsewhere(demo);
  const gathered = demo === null ? await world.gatherMcp() : noServers;
  const known = knownTools(request.crew, namesOf(world, gathered));
  if (!known.ok) return known;
  const provider = world.provider(request.model, (blob) => loadBlob(world.recordingFolder(id), blob));
  if (!provider.ok) return provider;
  const prepared: Prepared | null = demo === null ? null : await demo.prepare(world);
  const target = await readyTarget(world, request, prepared);
  if (!target.ok) return target;
  for (const failure of gathered.missing) world.problem(failure);
  const broken = new AbortController();
  const letGo = async (): Promise<void> => {
    await target.value.close();
    await prepared?.cleanup();
  };

  try {
    const recorder = record(world, id, broken);
    const parts: RunParts = { world, request, recorder, target: target.value, gathered };
    let say: PreparedRun['override'] = () => undefined;
    return ok({
      override: (change) => say(change),
      async begin(stop) {
        const crew = crewAtWork(request);
        const attention = world.attend(recorder.emit, target.value.watchPerson);
        try {
          const run = startRun({
            id,
            request,
            appVersion: world.appVersion,
            provider: provider.value,
            tools: (scope) => crew.tools(scope, toolsOf(parts, attention, scope)),
            succession: crew.succession,
            consent: attention,
            clock: world.clock,
            emit: recorder.emit,
            signal: AbortSignal.any([stop, broken.signal]),
            verify: demo === null ? null : () => verify(parts, demo),
          });
          say = (change) => {
            attention.reconsider(change.tool);
            run.override(change);
          };
          await run.done;
        } finally {
          attention.end();
          await recorder.close();
          await letGo();
        }
      },
    });
  } catch (thrown) {
    await letGo();
    throw thrown;
  }
}

async function readyTarget(
  world: World,
  request: RunRequest,
  prepared: Prepared | null,
): Promise<Result<ReadyTarget>> {
  let ready: Result<ReadyTarget> | null = null;
  try {
    ready = await world.readyTarget(request.target, prepared?.programs ?? []);
    return ready;
  } finally {
    if (ready?.ok !== true) await prepared?.cleanup();
  }
}

function elsewhere({ info }: Demo): Result<never> {
  const place = targetInWords({ kind: info.target });
  return failed(
    'unsupported',
    `The demo "${info.title}" takes place elsewhere: ${place}.`,
    `Choose ${place} as the target.`,
  );
}

function namesOf(world: World, { ready }: Gathered): string[] {
  const theirs = ready.flatMap(({ tools }) => tools);
  return [...offeredTools(world), ...theirs].map(({ name }) => name);
}

/** A demo is a program: it knows its own tools alone. */
const noServers: Gathered = { ready: [], missing: [] };

interface RunParts {
  readonly world: World;
  readonly request: RunRequest;
  readonly recorder: Recorder;
  readonly target: ReadyTarget;
  readonly gathered: Gathered;
}

function record(world: World, id: RunId, broken: AbortController): Recorder {
  return createRecorder({
    folder: world.recordingFolder(id),
    clock: world.clock,
    redact: world.redact,
    heard: (event) => world.heard(id, event),
    onBroken: (failure) => {
      world.problem(failure);
      broken.abort(failure);
    },
    onIllegal: (why, body) => world.problem(illegal(why, body.type)),
  });
}

function toolsOf(parts: RunParts, consent: Consent, scope: RunScope): Tool[] {
  const { world, request, recorder, target, gathered } = parts;
  const keepBlob = (bytes: Uint8Array) => recorder.keepBlob(bytes);
  const desk = createDesk({
    adapter: target.adapter,
    doors: target.doors,
    policy: deskPolicies[request.mode],
    consent,
    keepBlob,
    numbering: numberingFromOne(),
    clock: world.clock,
  });
  const { clipboard, fetch, clock, redact, sandbox: spawn } = world;
  const tools = [
    ...createTools({ desk, consent, workspace: openWorkspace(world.workspace), clipboard, fetch }),
    ...mcpTools(gathered.ready, { keepBlob, redact, clock }),
  ];
  const { crew, mode } = request;
  return crew.kind === 'scripts' ? [...tools, runScriptTool({ scope, mode, spawn, tools })] : tools;
}

/** Looks at what is left of the run, as it really is. */
async function verify({ world, recorder, target }: RunParts, demo: Demo): Promise<Verification> {
  const record = await target.record();
  if (!record.ok) throw new Error(record.failure.sentence);
  const { model } = recorder;
  return demo.verify({
    ...record.value,
    workspace: world.workspace,
    clipboard: await world.clipboard.read(),
    model,
    snapshotOf: await snapshotsOf(model, recorder.folder),
  });
}

async function loadBlob(folder: string, id: BlobId): Promise<Uint8Array> {
  const bytes = await readBlob(join(folder, recordingFiles.blobs), id);
  if (!bytes.ok) throw new Error(bytes.failure.sentence);
  return bytes.value;
}

function illegal(why: string, type: string): Failure {
  return {
    code: 'internal',
    sentence: `An event was left out of the recording: ${why} (${type}).`,
    next: 'Report this with the recording of the run.',
  };
}
