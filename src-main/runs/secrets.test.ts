import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { answer, heldModel, toolCall } from '../agent/held-model.fixture';
import { SimulatedDesktop } from '../bridge/simulated-desktop.fixture';
import { inThisThread } from '../code/thread.fixture';
import { createPerson } from '../consent/person';
import { ApprovalId } from '../contract/approval';
import { ok } from '../contract/failure';
import { RunId } from '../contract/ids';
import { defaultLimits } from '../contract/run-options';
import { defaultSettings } from '../contract/settings';
import type { TraceEvent } from '../contract/trace-event';
import { systemClock } from '../system-clock';
import { prepareRun } from './prepare-run';
import { readyOn } from './ready-target.fixture';

const secret = 'correct horse battery';
let home: string;
beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'interlock-secret-'));
});
afterEach(() => rm(home, { recursive: true }));

/** A run on a login form in memory, whose model and whose person say only what the test lets them. */
function loginRun() {
  const sim = new SimulatedDesktop();
  sim.add('textbox', 'Password', { states: ['secure'] });
  // A program that shows in clear what was typed.
  sim.onSecret = (field) => field.states.delete('secure');
  const model = heldModel();
  const events: TraceEvent[] = [];
  const waiting: { readonly type: string; readonly heard: () => void }[] = [];
  const person = createPerson({
    answering: 'person',
    saying: null,
    newId: () => ApprovalId.parse('q1'),
    settings: () => defaultSettings,
  });
  const prepared = prepareRun(
    {
      appVersion: '0.0.0',
      recordingFolder: (id) => join(home, id),
      workspace: home,
      readings: 'http://127.0.0.1:1',
      readyTarget: async () => ok(readyOn(sim.adapter)),
      attend: (emit, watch) => person.attend(emit, watch),
      provider: () => ok(model),
      gatherMcp: async () => ({ ready: [], missing: [] }),
      clipboard: { read: async () => '', write: async () => {} },
      clock: systemClock,
      fetch: globalThis.fetch,
      sandbox: inThisThread,
      redact: (text) => text,
      heard: (_id, event) => {
        events.push(event);
        for (const each of waiting) if (each.type === event.type) each.heard();
      },
      problem: ({ sentence }) => expect.unreachable(sentence),
    },
    RunId.parse('run-1'),
    {
      task: 'Log in',
      target: { kind: 'practice' },
      model: { provider: 'anthropic', name: 'held' },
      mode: 'mixed',
      limits: defaultLimits,
      overrides: {},
      crew: { kind: 'alone' },
      approvals: 'sensitive',
    },
  );
  return {
    sim,
    model,
    person,
    events,
    prepared,
    next: (type: TraceEvent['type']) =>
      new Promise<void>((resolve) => waiting.push({ type, heard: resolve })),
  };
}

async function everyByteOf(folder: string): Promise<string> {
  const files = await readdir(folder, { recursive: true, withFileTypes: true });
  const texts = files
    .filter((file) => file.isFile())
    .map((file) => readFile(join(file.parentPath, file.name), 'latin1'));
  return (await Promise.all(texts)).join('\n');
}

it('keeps a secret out of every byte of the recording and of all that the model is sent', async () => {
  const { sim, model, person, events, prepared, next } = loginRun();
  const run = await prepared;
  if (!run.ok) throw new Error(run.failure.sentence);
  const requested = next('model-requested');
  const over = run.value.begin(new AbortController().signal);
  await requested;
  const looked = next('model-requested');
  model.say(answer([toolCall('look', 'snapshot')]));
  await looked;
  const asked = next('approval-asked');
  model.say(answer([toolCall('fill', 'fill_secure_field', { ref: 's1:e2' })]));
  await asked;
  const filled = next('model-requested');
  expect(person.answer({ id: ApprovalId.parse('q1'), verdict: 'once', typed: secret }).ok).toBe(true);
  await filled;
  const read = next('model-requested');
  model.say(answer([toolCall('read', 'read_element', { ref: 's1:e2' }), toolCall('again', 'snapshot')]));
  await read;
  model.say(answer(['Done.']));
  await over;
  expect(sim.arrivals).toEqual([{ kind: 'set_secret', value: secret }]);
  const ended = events.filter((event) => event.type === 'call-ended');
  expect(ended.map(({ outcome, delivery }) => [outcome, delivery])).toEqual([
    ['succeeded', null],
    ['succeeded', 'accepted'],
    ['succeeded', null],
    ['succeeded', null],
  ]);
  const recording = await everyByteOf(join(home, 'run-1'));
  expect(recording).toContain('approval-answered');
  expect(recording).toContain('[secure]');
  for (const told of [recording, JSON.stringify(events), JSON.stringify(model.requests)])
    expect(told).not.toContain(secret);
});
