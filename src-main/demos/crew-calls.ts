import type { ScriptedCall } from '../providers/scripted/program';

/** The tools by which agents share their work, as demos call them. */
export function delegate(to: string, task: string): ScriptedCall {
  return { tool: 'delegate', input: { to, task } };
}

export function handOver(to: string, message: string): ScriptedCall {
  return { tool: 'hand_over', input: { to, message } };
}

export function assign(to: string, task: string): ScriptedCall {
  return { tool: 'assign', input: { to, task } };
}

export function sendBack(task: string, changes: string): ScriptedCall {
  return { tool: 'send_back', input: { task, changes } };
}

export function accept(task: string): ScriptedCall {
  return { tool: 'accept', input: { task } };
}
