import { describe, expect, it } from 'vitest';
import { Snapshot } from '../contract/accessibility';
import { parseDiff } from '../contract/diff-outline';
import type { ElementRef } from '../contract/ids';
import { deskAtWork, refOf } from './desk-at-work.fixture';
import { SimulatedDesktop } from './simulated-desktop.fixture';

const press = { kind: 'press' } as const;
const setTo = (value: string) => ({ kind: 'set_value', value }) as const;

describe('a write that works', () => {
  it('is carried out once, observed, and told as changes since what the model knew', async () => {
    const sim = new SimulatedDesktop();
    const name = sim.add('textbox', 'Name', { value: '' });
    const work = deskAtWork(sim, 'mixed');
    const first = await work.snapshot();
    const report = await work.desk.act(refOf(first, name), setTo('Ada'), work.caller('w1'));
    expect(report).toMatchObject({ failure: null, delivery: 'observed', picture: { kind: 'taken' } });
    expect(report.seen).toBe(
      'changes from s1 to s2: 0 added, 0 removed, 1 changed, 0 moved\n~ - textbox "Name" s2:e2 = "Ada" (value was "")',
    );
    expect(sim.hits).toEqual([
      {
        uid: name.uid,
        within: [sim.root.uid, name.uid],
        role: 'textbox',
        name: 'Name',
        deed: setTo('Ada'),
        allowed: true,
      },
    ]);
    expect(work.told()).toEqual(['snapshot-taken', 'epoch-advanced', 'snapshot-taken', 'screenshot-taken']);
    expect(sim.steps).toEqual(['tree', 'tree', 'look', 'act', 'untilQuiet', 'tree', 'screenshot']);
  });

  it('keeps every snapshot as a blob that parses back, with the epoch it was taken in', async () => {
    const sim = new SimulatedDesktop();
    const name = sim.add('textbox', 'Name', { value: '' });
    const work = deskAtWork(sim, 'sequential');
    const first = await work.snapshot();
    await work.desk.act(refOf(first, name), setTo('Ada'), work.caller('w1'));
    const kept = work.events.flatMap((event) =>
      event.type === 'snapshot-taken'
        ? [[event.cause, event.snapshot.epoch, readSnapshot(work.blobs.get(event.snapshot.blob))] as const]
        : [],
    );
    expect(kept.map(([cause, epoch, { id, nodes }]) => [cause, epoch, id, nodes.at(-1)?.value])).toEqual([
      ['asked', 0, 's1', ''],
      ['after_write', 1, 's2', 'Ada'],
    ]);
  });

  it('goes on with an older ref where the element is still the same', async () => {
    const sim = new SimulatedDesktop();
    const name = sim.add('textbox', 'Name', { value: '' });
    const email = sim.add('textbox', 'Email', { value: '' });
    const work = deskAtWork(sim, 'mixed');
    const first = await work.snapshot();
    await work.desk.act(refOf(first, name), setTo('Ada'), work.caller('w1'));
    sim.root.children.unshift(sim.widget('banner', 'New'));
    const report = await work.desk.act(refOf(first, email), setTo('a@b.c'), work.caller('w2'));
    expect(report).toMatchObject({ failure: null, delivery: 'observed' });
    expect(work.events.filter((each) => each.type === 'snapshot-taken').map((each) => each.cause)).toEqual([
      'asked',
      'after_write',
      'preflight',
      'after_write',
    ]);
    expect(parseDiff(report.seen)).toMatchObject({ from: 's2', to: 's4', added: [{ name: 'New' }] });
  });

  it('in batch looks at nothing but the element, and takes nothing afterwards', async () => {
    const sim = new SimulatedDesktop();
    const name = sim.add('textbox', 'Name', { value: '' });
    const work = deskAtWork(sim, 'batch');
    const first = await work.snapshot();
    const report = await work.desk.act(refOf(first, name), setTo('Ada'), work.caller('w1'));
    expect(report).toEqual({
      failure: null,
      delivery: 'observed',
      seen: '',
      picture: { kind: 'not_asked' },
    });
    expect(sim.steps).toEqual(['tree', 'look', 'act', 'untilQuiet', 'look']);
    expect(work.told()).toEqual(['snapshot-taken', 'epoch-advanced']);
  });
});

describe('a ref', () => {
  it('of no snapshot, or beyond its last element, is unknown', async () => {
    const sim = new SimulatedDesktop();
    const work = deskAtWork(sim, 'mixed');
    await work.snapshot();
    const nowhere = await work.desk.act('s9:e1' as ElementRef, press, work.caller('w1'));
    expect(nowhere).toMatchObject({ delivery: null, seen: '', failure: { code: 'unknown_ref' } });
    expect(nowhere.failure?.sentence).toBe(
      'There is no snapshot s9 in this run, so s9:e1 points to nothing.',
    );
    const beyond = await work.desk.act('s1:e7' as ElementRef, press, work.caller('w2'));
    expect(beyond.failure?.sentence).toBe('Snapshot s1 has 1 elements, so there is no s1:e7.');
    expect([sim.hits, work.hazards()]).toEqual([[], []]);
  });

  it('outlives its element where the author named it: the new one is acted on, and read', async () => {
    const sim = new SimulatedDesktop();
    const row = sim.add('row', 'Ada');
    const button = sim.add('button', 'Save', {}, row);
    button.identifier = 'save';
    const work = deskAtWork(sim, 'mixed');
    const first = await work.snapshot();
    const ref = refOf(first, button);
    const made = sim.rerender(button);
    const report = await work.desk.act(ref, press, work.caller('w1'));
    expect(report).toMatchObject({ failure: null });
    expect(sim.hits.map(({ uid }) => uid)).toEqual([made.uid]);
    made.value = 'saved';
    expect(await work.desk.read(ref, work.caller('r1'))).toMatchObject({
      ok: true,
      value: { value: 'saved' },
    });
    const part = await work.desk.subtree(ref, work.caller('r2'));
    expect(part.ok && part.value.snapshot.nodes[part.value.root]).toMatchObject({ identity: made.identity });
    await work.desk.input(ref, { kind: 'key', chord: 'a' }, work.caller('w2'));
    expect([sim.hits.at(-1)?.uid, work.hazards()]).toEqual([made.uid, []]);
  });

  it('does not outlive it in batch, or where two bear the name', async () => {
    for (const mode of ['batch', 'mixed'] as const) {
      const sim = new SimulatedDesktop();
      const button = sim.add('button', 'Save');
      button.identifier = 'save';
      const work = deskAtWork(sim, mode);
      const first = await work.snapshot();
      sim.rerender(button);
      if (mode === 'mixed') sim.add('button', 'Other').identifier = 'save';
      const report = await work.desk.act(refOf(first, button), press, work.caller('w1'));
      expect([report.failure?.code, sim.arrivals]).toEqual(['stale_ref', []]);
    }
  });

  it('is refused where a new element with the same words stands in its place, which is named', async () => {
    const sim = new SimulatedDesktop();
    const row = sim.add('row', 'Ticket 7');
    const work = deskAtWork(sim, 'mixed');
    const first = await work.snapshot();
    sim.rerender(row);
    const report = await work.desk.act(refOf(first, row), press, work.caller('w1'));
    expect(report.failure).toEqual({
      code: 'stale_ref',
      sentence:
        's1:e2 was the row "Ticket 7". It is no longer there; the row "Ticket 7" (s2:e2) looks the same with 55% confidence, which is too little to act on.',
      next: 'Use s2:e2 if that is the one you mean; the changes follow.',
    });
    expect(parseDiff(report.seen)).toMatchObject({
      from: 's1',
      to: 's2',
      added: [{ ref: 's2:e2' }],
      removed: [{ ref: 's1:e2' }],
    });
    expect(work.hazards()).toEqual([
      {
        kind: 'stale_ref',
        turn: 1,
        call: 'w1',
        ref: 's1:e2',
        endedBy: null,
        pointedTo: 'row "Ticket 7"',
        standsNow: 'row "Ticket 7"',
        sentence: report.failure?.sentence,
      },
    ]);
    expect(sim.hits).toEqual([]);
  });

  it('is refused where the same element has turned into another', async () => {
    const sim = new SimulatedDesktop();
    const button = sim.add('button', 'Send');
    const work = deskAtWork(sim, 'mixed');
    const first = await work.snapshot();
    button.name = 'Delete';
    const report = await work.desk.act(refOf(first, button), press, work.caller('w1'));
    expect(report.failure?.sentence).toBe(
      's1:e2 was the button "Send". The same element is now the button "Delete" (s2:e2).',
    );
    expect(sim.hits).toEqual([]);
  });

  it('is refused where it is gone, and the write that ended its epoch is named', async () => {
    const sim = new SimulatedDesktop();
    const list = sim.add('list', 'Items');
    const doomed = sim.add('button', 'Doomed', {}, list);
    const clear = sim.add('button', 'Clear', { onPress: () => sim.remove(doomed) });
    const work = deskAtWork(sim, 'mixed');
    const first = await work.snapshot();
    await work.desk.act(refOf(first, clear), press, work.caller('w1'));
    const report = await work.desk.act(refOf(first, doomed), press, work.caller('w2'));
    expect(report.failure).toMatchObject({
      sentence: 's1:e3 was the button "Doomed". It is no longer there, and nothing stands in its place.',
      next: 'Choose again from the changes that follow, or take a snapshot.',
    });
    expect(work.hazards()).toMatchObject([{ endedBy: 'w1', standsNow: null, pointedTo: 'button "Doomed"' }]);
  });

  it('in batch is refused for its age alone, though the element is still there', async () => {
    const sim = new SimulatedDesktop();
    const name = sim.add('textbox', 'Name', { value: '' });
    const email = sim.add('textbox', 'Email', { value: '' });
    const work = deskAtWork(sim, 'batch');
    const first = await work.snapshot();
    const reports = await Promise.all([
      work.desk.act(refOf(first, name), setTo('Ada'), work.caller('w1')),
      work.desk.act(refOf(first, email), setTo('a@b.c'), work.caller('w2')),
    ]);
    expect(reports.map((each) => [each.delivery, each.seen])).toEqual([
      ['observed', ''],
      [null, ''],
    ]);
    expect(reports[1]?.failure).toEqual({
      code: 'stale_ref',
      sentence:
        's1:e3 (textbox "Email") is from before the write of call w1, which may have changed the screen.',
      next: 'Take a snapshot, and use a ref from it.',
    });
    expect(work.hazards()).toMatchObject([{ call: 'w2', endedBy: 'w1', standsNow: 'textbox "Email"' }]);
    expect(work.told()).toEqual(['snapshot-taken', 'epoch-advanced', 'hazard-found']);
  });
});

function readSnapshot(bytes: Uint8Array | undefined): Snapshot {
  return Snapshot.parse(JSON.parse(new TextDecoder().decode(bytes)));
}
