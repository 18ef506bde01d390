import { inFence } from '../agent/fence';
import type { RunScope } from '../agent/loop';
import { oneAgent, type Succession } from '../agent/succession';
import type { CrewOf, Member } from '../contract/crew';
import type { Mode } from '../contract/run-options';
import type { Tool } from '../tools/tool';
import { inProcess, memberSystem, modeOf } from './brief';
import { toolsOf } from './members';

export interface Process {
  /** Of the first step. */
  tools(scope: RunScope, tools: readonly Tool[]): readonly Tool[];
  readonly succession: Succession;
}

/** One step after another, each with what the one before answered. */
export function sequentialProcess({ steps }: CrewOf<'process'>, runMode: Mode, task: string): Process {
  const [first, ...rest] = steps;
  if (first === undefined) throw new Error('a process has at least one step');
  let all: readonly Tool[] = [];
  let before = first;
  const waiting = rest.values();
  const placeOf = (step: Member) => inProcess(step.name, steps.indexOf(step) + 1, steps.length);
  return {
    tools(_scope, tools) {
      all = tools;
      return toolsOf(first, tools);
    },
    succession: {
      ...oneAgent,
      brief: `${placeOf(first)}\n\nYour part: ${first.instructions}`,
      turns: first.turns,
      next(_scope, { actor, answer }) {
        const next = waiting.next();
        if (next.done === true) return null;
        const step = next.value;
        const text = `${task}\n\nWhat ${before.name}, before you, answered:\n${inFence(answer)}`;
        before = step;
        return {
          origin: { kind: 'after', actor },
          part: {
            name: step.name,
            task: step.instructions,
            mode: modeOf(step, runMode),
            system: memberSystem(step, runMode, placeOf(step)),
            opening: { kind: 'told', text },
            turns: step.turns,
            tools: () => toolsOf(step, all),
            handedOver: () => null,
          },
        };
      },
    },
  };
}
