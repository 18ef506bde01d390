import fc from 'fast-check';
import type { Json } from '../../contract/messages';
import type { Delivery } from '../../contract/trace-event';
import type { Call } from '../../contract/trace-model';
import type { ModelEvent } from '../../providers/provider';
import { answer, toolCall } from '../held-model.fixture';
import { arriving, gone, type PlannedRun, plannedRun } from './planned-run.fixture';

/** A plan as fast-check thinks it up, and the order in which things happen while it arrives and is carried out. */
export interface PlanScenario {
  readonly slots: number;
  readonly tasks: readonly ThoughtTask[];
  readonly cuts: readonly number[];
  readonly happenings: readonly Happening[];
  /** How the answer ends that the plan comes in. */
  readonly ending: 'whole' | 'cut-and-left-out' | 'cut-and-kept' | 'fails';
  readonly saysReady: boolean;
  /** Whether an attempt after a lost one comes whole, at one stroke. */
  readonly retriesAtOneStroke: boolean;
  readonly modelHeedsAbort: boolean;
}

export interface ThoughtTask {
  readonly tool: 'look' | 'make';
  /** null: what the first task that it refers to gave. */
  readonly on: string | null;
  /** Places of earlier tasks, modulo its own. */
  readonly refers: readonly number[];
  readonly flaw: 'none' | 'unknown-tool' | 'forward' | 'bad-path' | 'misfit' | 'misfit-once-whole';
  readonly end: 'succeed' | 'fail';
  readonly delivery: Delivery;
}

interface Happening {
  readonly kind: 'hear' | 'release' | 'lose' | 'stop';
  readonly which: number;
}

const on = fc.constantFrom('p', 'q', 'r');
const thoughtTask = fc.record<ThoughtTask>({
  tool: fc.constantFrom('look', 'look', 'make'),
  on: fc.option(on, { freq: 5 }),
  refers: fc.array(fc.nat(20), { maxLength: 2 }),
  flaw: fc.oneof(
    { weight: 12, arbitrary: fc.constant<ThoughtTask['flaw']>('none') },
    {
      weight: 1,
      arbitrary: fc.constantFrom<ThoughtTask['flaw']>(
        'unknown-tool',
        'forward',
        'bad-path',
        'misfit',
        'misfit-once-whole',
      ),
    },
  ),
  end: fc.constantFrom('succeed', 'succeed', 'succeed', 'succeed', 'fail'),
  delivery: fc.constantFrom<Delivery>('observed', 'observed', 'observed', 'unknown'),
});

export const planScenario: fc.Arbitrary<PlanScenario> = fc.record({
  slots: fc.integer({ min: 1, max: 4 }),
  tasks: fc.array(thoughtTask, { minLength: 1, maxLength: 8, size: 'max' }),
  cuts: fc.array(fc.nat(2000), { maxLength: 12, size: 'max' }),
  happenings: fc.array(
    fc.record<Happening>({
      kind: fc.oneof(
        { weight: 20, arbitrary: fc.constantFrom<Happening['kind']>('hear', 'hear', 'release') },
        { weight: 2, arbitrary: fc.constantFrom<Happening['kind']>('lose', 'lose', 'stop') },
      ),
      which: fc.nat(20),
    }),
    { maxLength: 40, size: 'max' },
  ),
  ending: fc.constantFrom('whole', 'whole', 'whole', 'whole', 'cut-and-left-out', 'cut-and-kept', 'fails'),
  saysReady: fc.boolean(),
  retriesAtOneStroke: fc.boolean(),
  modelHeedsAbort: fc.boolean(),
});

/** The places of the tasks that the one in this place refers to. */
export function referredTo({ refers }: Pick<ThoughtTask, 'refers'>, place: number): readonly number[] {
  return place === 0 ? [] : [...new Set(refers.map((each) => each % place))];
}

/** The plan as the attempt of this number writes it: each attempt has names of its own for the same tasks. */
export function writtenPlan(tasks: readonly ThoughtTask[], attempt: number): Json[] {
  const id = (place: number) => `${attempt}-${place}`;
  return tasks.map(({ tool, on: resource, refers, flaw }, place): Json => {
    const earlier = referredTo({ refers }, place);
    const [first] = earlier;
    const refs: Json[] = earlier.map((each) => ({
      $ref: `${id(each)}.${flaw === 'bad-path' ? 'not.there' : 'of[0]'}`,
    }));
    if (flaw === 'forward') refs.push({ $ref: id(place + 1) });
    const bad: { [field: string]: Json } =
      flaw === 'misfit' || (flaw === 'misfit-once-whole' && refs.length > 0) ? { bad: true } : {};
    const touched: Json = resource ?? (first === undefined ? 'p' : { $ref: `${id(first)}.on` });
    const input: Json = { on: touched, tag: place, refs, ...bad };
    return { id: id(place), tool: flaw === 'unknown-tool' ? 'guess' : tool, input };
  });
}

export interface PlanRehearsal {
  readonly run: PlannedRun;
  readonly wasLost: boolean;
  /** How the last attempt ended. */
  readonly ending: PlanScenario['ending'];
  readonly wasStopped: boolean;
  /** The calls of the plan each time that everything which could happen by itself had, and how many tasks had arrived whole. */
  readonly rests: ReadonlyArray<{ readonly calls: readonly Call[]; readonly arrived: number }>;
}

/** Lets the scenario happen, then whatever is left, until the run has ended. */
export async function rehearsePlan(scenario: PlanScenario): Promise<PlanRehearsal> {
  const { slots, tasks, happenings, modelHeedsAbort } = scenario;
  const run = plannedRun({ slots, heedsAbort: modelHeedsAbort });
  const rests: Array<PlanRehearsal['rests'][number]> = [];
  let attempt = 0;
  let heard = '';
  let words = wordsOf(scenario, attempt);
  let wasStopped = false;

  async function hear(): Promise<boolean> {
    const next = words.shift();
    if (next === undefined) return false;
    if (next.type === 'call-input') heard += next.json;
    await run.say(next);
    return true;
  }

  async function release(which: number): Promise<boolean> {
    const open = run.open();
    const call = open[which % Math.max(1, open.length)];
    if (call === undefined) return false;
    const { tag } = run.ranWith.get(call) as { readonly tag: number };
    const { end, delivery, tool } = tasks[tag] ?? wellBehaved;
    const came = { delivery: tool === 'make' ? delivery : null, value: { on: 'r', of: [tag] } };
    await run.release(call, end === 'fail' ? { ...came, failure: gone, value: null } : came);
    return true;
  }

  async function lose(): Promise<void> {
    if (words.length === 0) return;
    attempt += 1;
    heard = '';
    words = wordsOf(scenario, attempt);
    await run.say({ type: 'retrying', attempt, delayMs: 1, failure: { ...gone, code: 'model_overloaded' } });
  }

  function rest(): void {
    if (run.status() !== null || wasStopped) return;
    const json = JSON.stringify({ tasks: writtenPlan(tasks, attempt) });
    const ends = writtenPlan(tasks, attempt).map(
      (_, place, all) => JSON.stringify({ tasks: all.slice(0, place + 1) }).length - 2,
    );
    const arrived = json.startsWith(heard) ? ends.filter((end) => end <= heard.length).length : 0;
    const plan = run.turns().find(({ model }) => model === null);
    rests.push({ calls: plan?.calls ?? [], arrived });
  }

  for (const { kind, which } of happenings) {
    if (run.status() !== null) break;
    if (kind === 'hear') await hear();
    else if (kind === 'release') await release(which);
    else if (kind === 'lose') await lose();
    else if (!wasStopped) {
      wasStopped = true;
      await run.stop();
      if (run.status() === null) throw new Error('the run had not ended a tick after the stop');
    }
    rest();
  }
  for (let left = 0; run.status() === null && left < 200; left += 1) {
    if (!(await hear()) && !(await release(left))) {
      if (run.model.requests.length > 1) await run.say(answer(['Done.']));
      else {
        run.clock.advance(0);
        await run.say();
      }
    }
    rest();
  }
  if (run.status() === null) throw new Error(`the run never ends: ${run.log.join(', ')}`);
  const atOneStroke = attempt > 0 && scenario.retriesAtOneStroke;
  const ending = atOneStroke ? 'whole' : scenario.ending;
  return { run, wasLost: attempt > 0, ending, wasStopped, rests };
}

function wordsOf(scenario: PlanScenario, attempt: number): ModelEvent[] {
  const { tasks, cuts, ending, saysReady, retriesAtOneStroke } = scenario;
  const input = { tasks: writtenPlan(tasks, attempt) };
  const words = arriving(0, input, cuts);
  const call = toolCall('toolu_plan', 'plan', input);
  if (attempt > 0 && retriesAtOneStroke) return [answer([call])];
  switch (ending) {
    case 'whole':
      return [
        ...words,
        ...(saysReady ? [{ type: 'call-ready' as const, block: 0, call }] : []),
        answer([call]),
      ];
    case 'cut-and-left-out':
      return [...words.slice(0, -1), answer(['So'], { stopReason: 'max_tokens' })];
    case 'cut-and-kept':
      return [...words.slice(0, -1), answer([toolCall('p', 'plan', {})], { stopReason: 'max_tokens' })];
    case 'fails':
      return [...words.slice(0, -1), { type: 'failed', failure: { ...gone, code: 'model_failed' } }];
  }
}

const wellBehaved: ThoughtTask = {
  tool: 'look',
  on: 'p',
  refers: [],
  flaw: 'none',
  end: 'succeed',
  delivery: 'observed',
};
