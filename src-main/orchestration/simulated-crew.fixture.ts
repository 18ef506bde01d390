import { answer } from '../agent/held-model.fixture';
import { Crew, membersOf } from '../contract/crew';
import type { Json, ToolCall } from '../contract/messages';
import type { ModelEvent } from '../providers/provider';
import { call, crewRun } from './crew-run.fixture';
import type { CrewScenario, Happening, ThoughtCall } from './crews.arbitrary';
import type { OpenRequest } from './crowd-model.fixture';

export type SimulatedCrew = ReturnType<typeof crewRun> & { readonly crew: Crew };

/** Lets the scenario happen, then whatever is left, until the run has ended. */
export async function simulate(scenario: CrewScenario): Promise<SimulatedCrew> {
  const { mode, turns, stopAtEvent, answers } = scenario;
  const run = crewRun(scenario.crew, { mode, limits: { turns, callTimeoutMs: 1000 }, stopAtEvent });
  const crew = Crew.parse(scenario.crew);
  const names = membersOf(crew).map(({ name }) => name);
  let spoken = 0;

  function speak(which: number): boolean {
    const { open } = run.model;
    const asked = open[which % Math.max(1, open.length)];
    if (asked === undefined) return false;
    const thought = answers[spoken];
    spoken += 1;
    if (thought === undefined) asked.say(answer(['Done.']));
    else if (thought.ending === 'fails') asked.say(overloaded);
    else {
      const calls = thought.calls.map((each) => called(each, asked));
      const stopReason =
        thought.ending === 'cut-off'
          ? ('max_tokens' as const)
          : calls.length > 0
            ? ('tool_use' as const)
            : ('end_turn' as const);
      for (const [block, each] of calls.entries()) {
        asked.say({ type: 'block-started', block, kind: 'tool_call', tool: each.tool });
        asked.say({ type: 'call-ready', block, call: each });
      }
      asked.say(answer([`Answer ${spoken}.`, ...calls], { stopReason }));
    }
    return true;
  }

  function called({ id, tool, to, task }: ThoughtCall, { request }: OpenRequest): ToolCall {
    const names = request.tools.map((each) => each.name).filter((name) => name !== 'plan');
    const name = names[tool % names.length] ?? 'nothing';
    return call(id, name, inputOf(name, to, task));
  }

  function inputOf(tool: string, to: number, task: string): Json {
    if (tool === 'send_back') return { task, changes: 'Again.' };
    if (tool === 'accept') return { task };
    const name = names[to % names.length] ?? 'nobody';
    if (tool === 'hand_over') return { to: name, message: 'Go on.' };
    return tool === 'delegate' || tool === 'assign' ? { to: name, task: 'Look.' } : {};
  }

  async function happen({ kind, which, delivery, fails }: Happening): Promise<void> {
    if (kind === 'speak') speak(which);
    else if (kind === 'release')
      await run.release({
        ...(fails && { failure: gone }),
        delivery: run.open[0]?.tool === 'press' ? delivery : null,
      });
    else if (kind === 'time') run.clock.advance(1000);
    else await run.stop();
    await run.rest();
  }

  await run.rest();
  for (const happening of scenario.happenings) await happen(happening);
  for (let left = 0; run.status() === null && left < 300; left += 1) {
    if (!speak(left) && run.open.length === 0) run.clock.advance(1000);
    await run.release();
    await run.rest();
  }
  if (run.status() === null) throw new Error(`the run never ends: ${JSON.stringify(run.events.at(-1))}`);
  if (run.clock.pending > 0) run.objections.push('a timer was left');
  return { ...run, crew };
}

const gone = { code: 'stale_ref', sentence: 'It is gone.', next: 'Look again.' } as const;
const overloaded: ModelEvent = {
  type: 'failed',
  failure: { code: 'model_overloaded', sentence: 'Too busy.', next: 'Wait.' },
};
