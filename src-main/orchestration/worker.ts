import type { Part } from '../agent/agent-at-work';
import type { Member } from '../contract/crew';
import type { Mode } from '../contract/run-options';
import { memberSystem, modeOf, worksFor } from './brief';

/** A member that does a task for another agent, in a conversation of its own. */
export function worker(member: Member, runMode: Mode, task: string, tools: Part['tools']): Part {
  const { name, turns } = member;
  return {
    name,
    task,
    mode: modeOf(member, runMode),
    system: memberSystem(member, runMode, worksFor(name)),
    opening: { kind: 'told', text: task },
    turns,
    tools,
    handedOver: () => null,
  };
}
