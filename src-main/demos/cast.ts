import type { Member } from '../contract/crew';
import type { Check } from '../contract/trace-event';
import type { Actor, Call, TraceModel } from '../contract/trace-model';
import type { ScriptedAnswer, ScriptedCall, ScriptedProgram } from '../providers/scripted/program';
import { failures, type Transcript } from './transcript';
import { check } from './verdict';

/** A demo with several agents: each has a program of its own, by the name that its crew gave it; `agent` where it has none. */
export function cast(programs: Readonly<Record<string, ScriptedProgram>>): ScriptedProgram {
  return (request) => {
    const name = /You are ([a-z0-9_-]+),/.exec(request.system)?.[1] ?? 'agent';
    const program = programs[name];
    if (program === undefined) throw new Error(`nobody plays ${name}`);
    return program(request);
  };
}

export function player(name: string, instructions: string, tools: Member['tools']): Member {
  return { name, instructions, tools, mode: null, turns: 12 };
}

export function final(text: string): ScriptedAnswer {
  return { text, calls: [] };
}

const tries = 3;

/** Asks for what is still open; gives up where one of them kept failing. */
export function tried(transcript: Transcript, open: readonly ScriptedCall[], text = ''): ScriptedAnswer {
  const worn = open.find((call) => failures(transcript, call) >= tries);
  if (worn !== undefined) return final(`${worn.tool} kept failing with ${JSON.stringify(worn.input)}.`);
  return { text, calls: open };
}

/** Calls of the tool that succeeded, made by agents of that name. */
export function doneBy({ actors, turns }: TraceModel, name: string, tool: string): readonly Call[] {
  const ids = new Set(actors.filter((actor) => actor.name === name).map(({ id }) => id));
  return turns
    .filter(({ actor }) => ids.has(actor))
    .flatMap(({ calls }) =>
      calls.filter((call) => call.tool === tool && call.ended?.outcome === 'succeeded'),
    );
}

/** Agents of that name that did what they were to do, and came to work in that way. */
export function succeeded(
  { actors }: TraceModel,
  name: string,
  origin: NonNullable<Actor['origin']>['kind'],
): readonly Actor[] {
  return actors.filter(
    (actor) => actor.name === name && actor.origin?.kind === origin && actor.ended?.outcome === 'succeeded',
  );
}

/** Whether it was such an agent that did the work, at least so often. */
export function didIt(model: TraceModel, name: string, tool: string, times: number): Check {
  const done = doneBy(model, name, tool).length;
  return check(
    `${tool} by ${name}`,
    done >= times,
    `${name} did what was its to do (${tool}, ${done} times).`,
    `${name} called ${tool} ${done} times with success, not ${times}.`,
  );
}
