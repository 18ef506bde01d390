import { mkdir, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { heldModel } from '../agent/held-model.fixture';
import { unaskedPerson } from '../bridge/consent.fixture';
import { SimulatedDesktop } from '../bridge/simulated-desktop.fixture';
import { inThisThread } from '../code/thread.fixture';
import { Crew } from '../contract/crew';
import { defaultCrews } from '../contract/default-crews';
import { failed, ok } from '../contract/failure';
import { RunId } from '../contract/ids';
import { defaultLimits, type RunRequest } from '../contract/run-options';
import { systemClock } from '../system-clock';
import { prepareRun } from './prepare-run';
import { readyOn } from './ready-target.fixture';
import type { World } from './world';

let home: string;
beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'interlock-prepare-'));
});
afterEach(() => rm(home, { recursive: true }));

const request: RunRequest = {
  task: 'Write',
  target: { kind: 'practice' },
  model: { provider: 'scripted', demo: 'two-writers', thinkingMs: 0 },
  mode: 'mixed',
  limits: defaultLimits,
  overrides: {},
  crew: { kind: 'alone' },
  approvals: 'sensitive',
};

const reader = { name: 'reader', instructions: 'Read.', tools: null, mode: null, turns: 5 };

/** A world on the disk whose target counts how often it was let go. */
function world() {
  let closed = 0;
  const adapter = {
    ...new SimulatedDesktop().adapter,
    close: async () => {
      closed += 1;
    },
  };
  const of: World = {
    appVersion: '0.0.0',
    recordingFolder: (id) => join(home, id),
    workspace: home,
    readings: 'http://127.0.0.1:1',
    readyTarget: async () => ok(readyOn(adapter)),
    attend: () => ({ ...unaskedPerson, reconsider: () => {}, end: () => {} }),
    provider: () => ok(heldModel({ heedsAbort: true })),
    gatherMcp: async () => ({ ready: [], missing: [] }),
    clipboard: { read: async () => '', write: async () => {} },
    clock: systemClock,
    fetch: globalThis.fetch,
    sandbox: inThisThread,
    redact: (text) => text,
    heard: () => {},
    problem: ({ sentence }) => expect.unreachable(sentence),
  };
  return { world: of, closed: () => closed };
}

it('lets the target go where nothing can be recorded', async () => {
  await mkdir(join(home, 'run-1'));
  const prepared = world();
  await expect(prepareRun(prepared.world, RunId.parse('run-1'), request)).rejects.toThrow('run-1');
  expect(prepared.closed()).toBe(1);
});

it('makes no target ready for a demo that cannot be prepared', async () => {
  await mkdir(join(home, 'notes.txt'));
  const { world: of } = world();
  const readyTarget = () => expect.unreachable('there is nothing to be done on it');
  await expect(prepareRun({ ...of, readyTarget }, RunId.parse('run-1'), request)).rejects.toThrow(
    'notes.txt',
  );
});

it('takes away what a demo put in place where there is no target for it', async () => {
  const { world: of } = world();
  const readyTarget = async () => failed('unsupported', 'There is none.', 'Choose another.');
  const model = { provider: 'scripted', demo: 'gather-then-act', thinkingMs: 0 } as const;
  const refused = await prepareRun({ ...of, readyTarget }, RunId.parse('run-1'), { ...request, model });
  expect(refused).toMatchObject({ failure: { sentence: 'There is none.' } });
  expect(await readdir(home)).toEqual([]);
});

it('keeps a demo to its own target', async () => {
  const { world: of } = world();
  const wanted = { ...request, target: { kind: 'desktop' } } as const;
  expect(await prepareRun(of, RunId.parse('run-1'), wanted)).toMatchObject({
    failure: {
      code: 'unsupported',
      sentence: 'The demo "Two writers" takes place elsewhere: Practice window.',
    },
  });
});

it('refuses a crew that is to work with a tool which the run does not have', async () => {
  const { world: of } = world();
  const crew = Crew.parse({
    ...defaultCrews.sub_agents,
    members: [{ ...reader, tools: ['read_file', 'fly'] }],
  });
  expect(await prepareRun(of, RunId.parse('run-1'), { ...request, crew })).toMatchObject({
    failure: {
      code: 'invalid_input',
      sentence: 'reader is to work with a tool that this run does not have: fly.',
    },
  });
});

it('offers the first agent what its crew gives it', async () => {
  const { world: of } = world();
  const offered: string[] = [];
  const heard: World['heard'] = (_id, event) => {
    if (event.type === 'run-started') offered.push(...event.tools.map(({ name }) => name));
  };
  const wanted = { ...request, crew: defaultCrews.manager };
  const run = await prepareRun({ ...of, heard }, RunId.parse('run-1'), wanted);
  if (!run.ok) throw new Error(run.failure.sentence);
  await run.value.begin(AbortSignal.abort('button'));
  expect(offered).toEqual(['assign', 'send_back', 'accept']);
});

it('lets the target go once, when the run is over', async () => {
  const prepared = world();
  const run = await prepareRun(prepared.world, RunId.parse('run-1'), request);
  if (!run.ok) throw new Error(run.failure.sentence);
  expect(prepared.closed()).toBe(0);
  await run.value.begin(AbortSignal.abort('button'));
  expect(prepared.closed()).toBe(1);
});
