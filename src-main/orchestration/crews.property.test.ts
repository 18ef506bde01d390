import fc from 'fast-check';
import { expect, it, vi } from 'vitest';
import { apiObjection } from '../agent/api-rules.fixture';
import type { Crew } from '../contract/crew';
import { closingEvents } from '../contract/interrupted';
import { traceLegality } from '../contract/legality';
import { type EventOf, TraceEvent, type TraceEventType } from '../contract/trace-event';
import { type CrewScenario, crewScenario } from './crews.arbitrary';
import { type SimulatedCrew, simulate } from './simulated-crew.fixture';

vi.setConfig({ testTimeout: 60_000 });

/** Holds for every crew, and every course of its run, that fast-check can think up. */
function always(holds: (run: SimulatedCrew, scenario: CrewScenario) => void) {
  return () =>
    fc.assert(
      fc.asyncProperty(crewScenario, async (scenario) => holds(await simulate(scenario), scenario)),
      { numRuns: 200 },
    );
}

/** How many agents there may be beside the first. */
function mostBeside(crew: Crew): number {
  if (crew.kind === 'process') return crew.steps.length - 1;
  return crew.kind === 'alone' || crew.kind === 'scripts' ? 0 : crew.count;
}

function every<T extends TraceEventType>({ events }: SimulatedCrew, type: T): EventOf<T>[] {
  return events.filter((event): event is EventOf<T> => event.type === type);
}

it(
  'leaves a legal trace, made of events as the contract has them, and ends',
  always((run) => {
    expect(run.objections).toEqual([]);
    expect(run.events.map((event) => TraceEvent.parse(event))).toEqual(run.events);
    expect(every(run, 'run-ended')).toHaveLength(1);
    expect(every(run, 'run-ended')[0]?.failure?.code).not.toBe('internal');
    expect(every(run, 'call-ended').some(({ failure }) => failure?.code === 'tool_threw')).toBe(false);
  }),
);

it(
  'can be closed, wherever it was cut off',
  always((run, { cutAt }) => {
    const kept = run.events.slice(0, 1 + (cutAt % run.events.length));
    const law = traceLegality();
    for (const event of kept) law.accept(event);
    const closing = closingEvents(law.model, kept.at(-1));
    expect(closing.map((event) => law.accept(event)).filter((said) => said !== null)).toEqual([]);
    expect(law.model.phase.kind).toBe('ended');
  }),
);

it(
  'sends only transcripts that the model API takes',
  always((run) => {
    for (const { request } of run.model.requests) expect(apiObjection(request.messages)).toBeNull();
  }),
);

it(
  'ends everybody who works under a call before that call, and leaves no call of theirs open',
  always((run) => {
    const { actors, turns } = run.law.model;
    const calls = turns.flatMap((turn) => turn.calls.map((call) => ({ call, actor: turn.actor })));
    const seqOfEnd = new Map<string, number>();
    for (const event of run.events) {
      if (event.type === 'call-ended') seqOfEnd.set(event.callId, event.seq);
      if (event.type === 'actor-ended') seqOfEnd.set(event.actor, event.seq);
    }
    for (const { id, origin } of actors) {
      if (origin === null) continue;
      const hosted = origin.kind === 'call' ? (seqOfEnd.get(origin.call) ?? 0) : Number.POSITIVE_INFINITY;
      expect(seqOfEnd.get(id)).toBeLessThan(hosted);
      for (const { call } of calls.filter(({ actor }) => actor === id))
        expect(seqOfEnd.get(call.id)).toBeLessThan(seqOfEnd.get(id) ?? 0);
    }
  }),
);

it(
  'begins no call after a stop, and ends as stopped',
  always((run) => {
    const stop = every(run, 'stop-requested')[0]?.seq ?? Number.POSITIVE_INFINITY;
    expect(every(run, 'stop-requested').length).toBeLessThanOrEqual(1);
    const begun = run.events.filter(({ type, seq }) => seq > stop && type === 'call-started');
    expect(begun).toEqual([]);
    expect(run.status() === 'stopped').toBe(Number.isFinite(stop));
  }),
);

it(
  'never begins more agents, nor deeper, nor asks a model more often, than it may',
  always((run, { turns }) => {
    const { crew } = run;
    const agents = run.law.model.actors.filter(({ kind }) => kind === 'agent');
    expect(agents.length - 1).toBeLessThanOrEqual(mostBeside(crew));
    expect(every(run, 'model-requested').length).toBeLessThanOrEqual(turns);
    if (crew.kind !== 'sub_agents') return;
    const ownerOf = new Map(
      run.law.model.turns.flatMap(({ calls, actor }) => calls.map(({ id }) => [id, actor])),
    );
    const depthOf = (id: string | undefined): number => {
      const origin = agents.find((agent) => agent.id === id)?.origin ?? null;
      return origin?.kind === 'call' ? 1 + depthOf(ownerOf.get(origin.call)) : 0;
    };
    for (const { id } of agents) expect(depthOf(id)).toBeLessThanOrEqual(crew.depth);
  }),
);

it(
  'ends each agent as it went: one that gave its conversation away or did its step, before the next began',
  always((run) => {
    const seqOf = (type: 'actor-started' | 'actor-ended', id: string) =>
      every(run, type).find(({ actor }) => actor === id)?.seq ?? Number.NaN;
    const { actors, turns } = run.law.model;
    const ownerOf = (call: string) => turns.find(({ calls }) => calls.some(({ id }) => id === call))?.actor;
    for (const { id, origin } of actors) {
      if (origin === null || origin.kind === 'call') continue;
      const before = origin.kind === 'after' ? origin.actor : ownerOf(origin.call);
      expect(seqOf('actor-ended', before ?? '')).toBeLessThan(seqOf('actor-started', id));
    }
  }),
);
