import { systemPrompt } from '../agent/prompt';
import type { Member } from '../contract/crew';
import type { Mode } from '../contract/run-options';

/** What a member is told of its place. @param place how it came to work, in a sentence */
export function memberSystem(member: Member, runMode: Mode, place: string): string {
  return [systemPrompt(modeOf(member, runMode), runMode), place, `Your part: ${member.instructions}`].join(
    '\n\n',
  );
}

export function modeOf({ mode }: Member, runMode: Mode): Mode {
  return mode ?? runMode;
}

/** For who works for another agent. */
export function worksFor(name: string): string {
  return `You are ${name}, one of several agents. Another agent gives you your task and waits for your answer; nobody else sees it. Say in \
it everything that was asked for: the other agent sees nothing else of what you did.`;
}

/** For who takes a conversation over. */
export function takesOver(name: string): string {
  return `You are ${name}, one of several agents, and the conversation up to here was another one's. Its last hand_over says why it is \
yours now. Go on with the task from where it stands.`;
}

/** For who works in a process. */
export function inProcess(name: string, place: number, of: number): string {
  return `You are ${name}, number ${place} of ${of} agents that work on the task one after another. Do your part of it alone; your \
answer is what the next one begins with.`;
}
