import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { refAt, type Snapshot } from '../contract/accessibility';
import { type ElementRef, refParts } from '../contract/ids';
import type { Mode } from '../contract/run-options';
import { Delivery } from '../contract/trace-event';
import type { Action, Input } from './adapter';
import type { WriteReport } from './desk';
import { deskAtWork } from './desk-at-work.fixture';
import { SimulatedDesktop } from './simulated-desktop.fixture';
import { SimulatedPlatform } from './simulated-platform.fixture';
import type { Widget } from './simulated-widgets.fixture';
import { wholeDesktop } from './whole-desktop/whole-desktop';

type Deed = Exclude<Action, { kind: 'set_secret' }> | Input;

/** What a random test does next; numbers pick among what there is at that moment. */
const Move = fc.oneof(
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('snapshot' as const) }) },
  {
    weight: 5,
    arbitrary: fc.record({
      kind: fc.constant('write' as const),
      snapshot: fc.nat(3),
      element: fc.nat(),
      deed: fc.constantFrom<Deed['kind']>('press', 'set_value', 'select', 'scroll', 'focus', 'type', 'key'),
    }),
  },
  { weight: 12, arbitrary: fc.record({ kind: fc.constant('answer' as const), which: fc.nat() }) },
  {
    weight: 5,
    arbitrary: fc.record({
      kind: fc.constant('world' as const),
      widget: fc.nat(),
      change: fc.constantFrom(
        'rerender',
        'rename',
        'remove',
        'add',
        'open modal',
        'close modal',
        'cover',
        'uncover',
        'disable',
        'enable',
        'hide',
        'swallow',
        'die after',
        'die before',
        'steal the focus',
        'make secure',
        'change role',
        'show another program',
        'show it again',
      ),
    }),
  },
);
type Move = typeof Move extends fc.Arbitrary<infer T> ? T : never;

interface Write {
  readonly ref: ElementRef;
  readonly deed: Deed;
  readonly report: WriteReport;
}

/** Runs the moves with every answer of the desktop held back until a move lets it go. */
async function play(setting: Setting, mode: Mode, moves: readonly Move[]) {
  const sim = new SimulatedDesktop();
  const platform = new SimulatedPlatform();
  const program = platform.start('Simulated', sim);
  const other = platform.start('Another');
  platform.toFront(program);
  for (const name of ['Ada', 'Bob', 'Cleo']) {
    const row = sim.add('row', name);
    sim.add('button', 'Open', {}, row);
  }
  sim.add('textbox', 'Name', { value: '' });
  sim.add('checkbox', 'Notify');
  const desktop = wholeDesktop(platform.platform, () => null);
  if (setting === 'whole desktop') await desktop.doors.open('Simulated', new AbortController().signal);
  const work = deskAtWork(setting === 'whole desktop' ? desktop : sim, mode);
  const identityOf = ({ identity }: Widget) =>
    setting === 'whole desktop' ? `${program.id.pid}:${identity}` : identity;
  const snapshots: Snapshot[] = [await work.snapshot()];
  const identities = new Map(sim.all().map((widget) => [identityOf(widget), widget.uid]));
  const epochAtArrival = new Map<Action | Input, number>();
  const waiting: (() => void)[] = [];
  sim.gate = (step) => {
    const latest = sim.arrivals.at(-1);
    if ((step === 'act' || step === 'input') && latest !== undefined)
      epochAtArrival.set(latest, epochs(work.told()));
    return new Promise((resolve) => waiting.push(resolve));
  };
  const open: Promise<unknown>[] = [];
  const writes: Write[] = [];
  let calls = 0;

  const begin = (move: Move) => {
    calls += 1;
    const caller = work.caller(`c${calls}`);
    if (move.kind === 'snapshot') {
      open.push(work.desk.snapshot(caller).then((taken) => taken.ok && snapshots.push(taken.value)));
    }
    if (move.kind === 'write') {
      const from = snapshots.at(-1 - (move.snapshot % snapshots.length)) ?? snapshots[0]!;
      const ref = refAt(from, move.element % from.nodes.length);
      const deed = deedOf(move.deed, calls);
      const done =
        deed.kind === 'type' || deed.kind === 'key'
          ? work.desk.input(ref, deed, caller)
          : work.desk.act(ref, deed, caller);
      open.push(done.then((report) => writes.push({ ref, deed, report })));
    }
    if (move.kind === 'answer' && waiting.length > 0) waiting.splice(move.which % waiting.length, 1)[0]?.();
    if (move.kind === 'world') {
      if (move.change === 'show another program') platform.toFront(other);
      if (move.change === 'show it again') platform.toFront(program);
      changeWorld(sim, move.change, move.widget);
      for (const widget of sim.all()) identities.set(identityOf(widget), widget.uid);
    }
  };
  for (const move of moves) {
    begin(move);
    await everythingSettled();
  }
  for (let open = true; open; open = waiting.length > 0) {
    for (const answer of waiting.splice(0)) answer();
    await everythingSettled();
  }
  await Promise.all(open);
  return { sim, work, writes, identities, epochAtArrival, snapshots };
}

/** Lets all that can go on without an answer go on. */
function everythingSettled(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

function deedOf(kind: Deed['kind'], call: number): Deed {
  const word = `word ${call}`;
  switch (kind) {
    case 'set_value':
      return { kind, value: word };
    case 'pointer':
      return { kind, button: 'left', clicks: 1 };
    case 'select':
      return { kind, option: word };
    case 'type':
      return { kind, text: word };
    case 'key':
      return { kind, chord: 'Enter' };
    case 'scroll':
      return { kind, dx: 0, dy: 10 };
    case 'press':
    case 'show_menu':
    case 'focus':
      return { kind };
  }
}

function changeWorld(sim: SimulatedDesktop, change: string, pick: number): void {
  const others = sim.all().slice(1);
  const widget = others[pick % Math.max(1, others.length)];
  const dead = { code: 'target_gone', sentence: 'It died.', next: 'Start it again.' } as const;
  if (change === 'add') sim.add('button', 'Late', {}, others.length > 0 ? widget : sim.root);
  if (change === 'open modal')
    sim.add('button', 'Confirm', {}, sim.add('dialog', 'Sure?', { states: ['modal'] }));
  if (change === 'die after') sim.dies = { failure: dead, afterDoing: true };
  if (change === 'die before') sim.dies = { failure: dead, afterDoing: false };
  if (widget === undefined) return;
  if (change === 'close modal') {
    for (const each of others) if (each.states.has('modal')) sim.remove(each);
  }
  if (change === 'rerender') sim.rerender(widget);
  if (change === 'rename') widget.name = widget.name === 'Open' ? 'Delete' : 'Open';
  if (change === 'change role') widget.role = 'link';
  if (change === 'remove') sim.remove(widget);
  if (change === 'cover') widget.coveredBy = 'banner "Cookies"';
  if (change === 'uncover') widget.coveredBy = null;
  if (change === 'disable') widget.states.add('disabled');
  if (change === 'enable') widget.states.delete('disabled');
  if (change === 'hide') widget.visible = !widget.visible;
  if (change === 'swallow') widget.swallows = !widget.swallows;
  if (change === 'steal the focus') sim.focus(widget);
  if (change === 'make secure') {
    widget.states.add('secure');
    widget.value = null;
  }
}

const epochs = (told: readonly string[]) => told.filter((type) => type === 'epoch-advanced').length;

type Setting = 'one program' | 'whole desktop';

describe.each([
  ['one program', 'sequential'],
  ['one program', 'mixed'],
  ['one program', 'batch'],
  ['whole desktop', 'mixed'],
  ['whole desktop', 'batch'],
] as const)('whatever happens in between, on %s in %s', (setting, mode) => {
  it('a write reaches the element that its ref was made for, once, or is refused with a reason', async () => {
    let arrived = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(Move, { minLength: 10, maxLength: 60 }), async (moves) => {
        const { sim, work, writes, identities, epochAtArrival, snapshots } = await play(setting, mode, moves);
        arrived += sim.arrivals.length;
        const pointedTo = (ref: ElementRef) => {
          const { snapshot: id, position } = refParts(ref);
          return snapshots.find((each) => each.id === id)!.nodes[position - 1]!;
        };
        for (const { ref, deed, report } of writes) {
          const node = pointedTo(ref);
          const arrivals = sim.arrivals.filter((each) => each === deed);
          const hits = sim.hits.filter((each) => each.deed === deed);
          expect(arrivals.length).toBeLessThanOrEqual(1);
          const uid = identities.get(node.identity);
          const typing = deed.kind === 'type' || deed.kind === 'key';
          for (const hit of hits) {
            expect(hit.within).toContain(uid);
            const { role, name } = node;
            expect(typing && hit.uid !== uid ? { role, name } : hit).toMatchObject({ role, name });
            expect(hit.uid === uid ? hit.allowed || deed.kind === 'scroll' : typing).toBe(true);
          }
          expect(report.delivery === null || Delivery.safeParse(report.delivery).success).toBe(true);
          expect(report.delivery !== null || arrivals.length === 0).toBe(true);
          expect(report.delivery === null || arrivals.length === 1 || typing).toBe(true);
          expect(report.delivery !== null || report.failure !== null).toBe(true);
          expect(report.failure?.code === 'delivery_unknown').toBe(report.delivery === 'unknown');
          const madeIn = snapshots.find((each) => each.id === refParts(ref).snapshot)!.epoch;
          const actedIn = epochAtArrival.get(deed) ?? madeIn;
          expect(mode === 'batch' ? actedIn : madeIn).toBe(madeIn);
        }
        for (const hit of sim.hits.filter(({ deed }) => deed.kind === 'focus')) {
          expect(hit.allowed).toBe(true);
        }
        const advanced = work.events.flatMap((each) => (each.type === 'epoch-advanced' ? [each.epoch] : []));
        const delivered = writes.filter(({ report }) => report.delivery !== null).length;
        expect(advanced).toEqual(Array.from({ length: delivered }, (_, index) => index + 1));
        const stale = writes.filter(({ report }) => report.failure?.code === 'stale_ref').length;
        expect(work.hazards()).toHaveLength(stale);
        const ids = work.events.flatMap((each) => (each.type === 'snapshot-taken' ? [each.snapshot.id] : []));
        expect(ids).toEqual(ids.map((_, index) => `s${index + 1}`));
      }),
      { numRuns: 150 },
    );
    expect(arrived).toBeGreaterThan(100);
  }, 60_000);
});
