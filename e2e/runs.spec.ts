import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import type { ActorId } from '../src-main/contract/ids';
import { DemoName, modes } from '../src-main/contract/run-options';
import type { EventOf, TraceEvent, TraceEventType } from '../src-main/contract/trace-event';
import { runToEnd, type Told } from './command-line';
import { desktopLacks } from './desktop-lacks';

test.setTimeout(180_000);

let home: string;
const told = new Map<string, Told>();

test.beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'interlock-runs-'));
});
test.afterAll(() => rm(home, { recursive: true, force: true, maxRetries: 3 }));

function of(demo: string, mode: string): Told {
  const found = told.get(`${demo} ${mode}`);
  if (found === undefined) throw new Error(`${demo} has not run ${mode}`);
  return found;
}

function every<T extends TraceEventType>({ recording }: Told, type: T): EventOf<T>[] {
  return recording.events.filter((event: TraceEvent): event is EventOf<T> => event.type === type);
}

/** The turns of each conversation in which a model was asked; one that was handed over goes on under its next agent. */
function conversations(run: Told) {
  const turns = every(run, 'turn-started').map(({ turn, actor }) => ({
    actor,
    requested: every(run, 'model-requested').filter((event) => event.turn === turn),
    responded: every(run, 'model-responded').filter((event) => event.turn === turn),
    calls: every(run, 'call-proposed').filter((event) => event.turn === turn),
  }));
  const begins = new Map(every(run, 'actor-started').map(({ actor, origin }) => [actor, origin]));
  const whose = (actor: ActorId): ActorId => {
    const origin = begins.get(actor);
    if (origin?.kind !== 'handoff') return actor;
    const before = turns.find(({ calls }) => calls.some(({ callId }) => callId === origin.call));
    return before === undefined ? actor : whose(before.actor);
  };
  const asked = turns.filter(({ requested }) => requested.length > 0);
  return [...new Set(asked.map(({ actor }) => whose(actor)))].map((first) =>
    asked.filter(({ actor }) => whose(actor) === first),
  );
}

function hazardKinds(run: Told): string[] {
  return every(run, 'hazard-found').map(({ hazard }) => hazard.kind);
}

/** What a person would have said. */
function words(demo: DemoName): readonly string[] {
  return demo === 'approval' ? ['--approve', 'all', '--answer', 'The airport, please.'] : [];
}

for (const demo of DemoName.options) {
  for (const mode of modes) {
    test(`${demo}, ${mode}: completes without ever writing to a wrong element`, async () => {
      const lacking = demo === 'linux-form' ? await desktopLacks('zenity', 'mousepad') : null;
      test.skip(lacking !== null, lacking ?? '');
      const trace = join(home, 'exported', `${demo}-${mode}.jsonl`);
      const run = await runToEnd(home, [
        '--demo',
        demo,
        '--mode',
        mode,
        '--thinking',
        '20',
        '--trace',
        trace,
        ...words(demo),
      ]);
      told.set(`${demo} ${mode}`, run);
      const { outcome, recording, code } = run;
      expect(outcome).toMatchObject({
        status: 'completed',
        mode,
        wrongElementWrites: 0,
        failure: null,
        trace,
      });
      expect(recording.torn).toBe(false);
      expect(recording.events.every(({ at }) => at.provenance === 'recorded')).toBe(true);
      expect(code).toBe(outcome.verified === true ? 0 : 1);
      if (mode !== 'batch') expect(outcome).toMatchObject({ verified: true, hazards: 0, staleRefs: 0 });
      if (mode === 'sequential') expect(outcome.maxConcurrency).toBe(1);
    });

    test(`${demo}, ${mode}: every call gets one result, in the model's order`, () => {
      for (const turns of conversations(of(demo, mode))) {
        const asked = turns.flatMap(({ responded }) =>
          responded.map(({ content }) =>
            content.flatMap((block) => (block.type === 'tool_call' ? [block.id] : [])),
          ),
        );
        const answered = turns.flatMap(({ requested }) =>
          requested.map(({ messages }) =>
            messages.flatMap(({ content }) =>
              content.flatMap((block) => (block.type === 'tool_result' ? [block.id] : [])),
            ),
          ),
        );
        expect(answered).toEqual([[], ...asked.slice(0, -1)]);
        expect(asked.at(-1)).toEqual([]);
      }
    });
  }
}

test('form-fill: mixed takes at most half of the turns of sequential', () => {
  const [one, several] = [of('form-fill', 'sequential'), of('form-fill', 'mixed')];
  expect(several.outcome.turns).toBeLessThanOrEqual(one.outcome.turns / 2);
});

test('form-fill: batch is not let off: it breaks on its own writes, and says so', () => {
  const { outcome } = of('form-fill', 'batch');
  expect(outcome.verified === false || outcome.hazards > 0).toBe(true);
});

test('four-reads: four at once where they may, one where not', () => {
  expect(modes.map((mode) => of('four-reads', mode).outcome.maxConcurrency)).toEqual([1, 4, 4, 4]);
});

test('two-writers: batch races and says so; mixed keeps the order of the model', () => {
  expect(hazardKinds(of('two-writers', 'batch'))).toContain('write_after_write');
  const mixed = of('two-writers', 'mixed');
  expect(hazardKinds(mixed)).toEqual([]);
  const writes = every(mixed, 'call-proposed').filter(({ tool }) => tool === 'write_file');
  const started = every(mixed, 'call-started').map(({ callId }) => callId);
  const ended = every(mixed, 'call-ended').map(({ callId }) => callId);
  const [first, second] = writes.map(({ callId }) => callId);
  expect(writes).toHaveLength(2);
  expect(started.indexOf(first!)).toBeLessThan(started.indexOf(second!));
  const seqOf = (events: { callId: string; seq: number }[], id: string) =>
    events.find(({ callId }) => callId === id)?.seq ?? Number.NaN;
  expect(seqOf(every(mixed, 'call-ended'), first!)).toBeLessThan(
    seqOf(every(mixed, 'call-started'), second!),
  );
  expect(ended).toEqual(expect.arrayContaining([first, second]));
});

test('code: each call of a script is a call like any other, in an order that the mode keeps', () => {
  const run = of('code', 'mixed');
  const [script] = every(run, 'call-proposed').filter(({ tool }) => tool === 'run_script');
  const [actor] = every(run, 'actor-started').filter(({ kind }) => kind === 'script');
  expect(actor?.origin).toEqual({ kind: 'call', call: script?.callId });
  const nested = every(run, 'turn-started').filter(({ actor: by }) => by === actor?.actor);
  const tools = every(run, 'call-proposed')
    .filter(({ turn }) => turn === nested[0]?.turn)
    .map(({ tool }) => tool);
  expect(tools).toEqual([...Array.from({ length: 5 }, () => 'http_get'), 'write_file', 'clipboard_write']);
  expect(of('code', 'sequential').outcome.maxConcurrency).toBe(1);
  expect(run.outcome.maxConcurrency).toBe(4);
});

test('planned-research: one plan, whose tasks run while it is still arriving', () => {
  const run = of('planned-research', 'planned');
  const [plan] = every(run, 'call-proposed').filter(({ tool }) => tool === 'plan');
  expect(every(run, 'actor-started')).toMatchObject([{ kind: 'plan', origin: { call: plan?.callId } }]);
  const responded = every(run, 'model-responded')[0]?.seq ?? 0;
  const tasks = every(run, 'call-started').filter(({ turn }) => turn === 2);
  expect(tasks).toHaveLength(10);
  expect(tasks[0]!.seq).toBeLessThan(responded);
  expect(run.outcome.turns).toBeLessThan(of('planned-research', 'mixed').outcome.turns);
});

test('dialog-race: mixed gets through the dialog that batch stumbles over', () => {
  expect(of('dialog-race', 'mixed').outcome.verified).toBe(true);
  const { outcome } = of('dialog-race', 'batch');
  expect(outcome.verified === false || outcome.hazards > 0).toBe(true);
});

test('the exported recordings stand beside one folder of blobs, and lack none of them', async () => {
  const blobs = new Set(await readdir(join(home, 'exported', 'blobs')));
  const named = [...told.values()].flatMap((run) =>
    every(run, 'snapshot-taken').map((each) => each.snapshot.blob),
  );
  expect(named.length).toBeGreaterThan(20);
  expect(named.filter((blob) => !blobs.has(blob))).toEqual([]);
});

test('subagents: four that only read work at the same time, under the call that each came with', () => {
  const run = of('subagents', 'mixed');
  const agents = every(run, 'actor-started');
  expect(agents.map(({ name, origin }) => [name, origin.kind])).toEqual([
    ...Array.from({ length: 4 }, () => ['reader', 'call']),
    ['writer', 'call'],
  ]);
  const ends = every(run, 'actor-ended').map(({ seq }) => seq);
  expect(agents[3]!.seq).toBeLessThan(Math.min(...ends));
  expect(run.outcome.maxConcurrency).toBe(4);
  expect(of('subagents', 'sequential').outcome.wallMs).toBeGreaterThan(run.outcome.wallMs);
});

test('handoff, process: each agent begins once the one before it has ended', () => {
  for (const [demo, kind] of [
    ['handoff', 'handoff'],
    ['process', 'after'],
  ] as const) {
    const run = of(demo, 'mixed');
    const turnsOfPeople = every(run, 'actor-started');
    expect(turnsOfPeople.map(({ origin }) => origin.kind)).toEqual([kind, kind]);
    const ended = every(run, 'actor-ended').map(({ actor, seq }) => ({ actor, seq }));
    expect(ended.map(({ actor }) => actor)).toEqual(['a1', 'a2', 'a3']);
    expect(ended[0]!.seq).toBeLessThan(turnsOfPeople[0]!.seq);
    expect(ended[1]!.seq).toBeLessThan(turnsOfPeople[1]!.seq);
  }
});

test('manager: what was sent back is worked on again, and is accepted', () => {
  const run = of('manager', 'mixed');
  const tools = every(run, 'call-proposed').flatMap(({ tool, turn }) =>
    every(run, 'turn-started').some((each) => each.turn === turn && each.actor === 'a1') ? [tool] : [],
  );
  expect(tools).toEqual(['assign', 'send_back', 'accept', 'assign', 'accept']);
});
