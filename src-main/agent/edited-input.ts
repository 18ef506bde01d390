import type { Failure } from '../contract/failure';
import { coveredBy } from '../contract/footprint';
import type { Json } from '../contract/messages';
import type { PreparedCall, Tool } from '../tools/tool';

/** A call with the input that a person gave it. */
export interface Edited {
  readonly input: Json;
  readonly prepared: PreparedCall;
}

/** @param typed JSON, which the tool takes: it was looked at by `whyNot` */
export function editedBy(tool: Tool, typed: string): Edited {
  const input = JSON.parse(typed) as Json;
  const prepared = tool.prepare(input);
  if (prepared.kind === 'invalid') throw new Error(`an input was taken that does not fit: ${typed}`);
  return { input, prepared };
}

/**
 * Why a call may not have the input that a person typed; null where it may. What it touches was kept free for it when it was
 * scheduled: it may not touch more.
 */
export function whyNot(tool: Tool, { footprint }: PreparedCall, typed: string): Failure | null {
  let input: unknown;
  try {
    input = JSON.parse(typed);
  } catch {
    return unfit('The input is not JSON.', 'Correct it, or allow the call as it was asked for.');
  }
  const prepared = tool.prepare(input);
  if (prepared.kind === 'invalid')
    return { ...prepared.failure, next: 'Correct it, or allow the call as it was asked for.' };
  if (coveredBy(footprint, prepared.footprint)) return null;
  return unfit(
    'With that input the call would touch something else, which may be in use.',
    'Keep to the same file, program or place; or deny the call, and say what you want in the task.',
  );
}

function unfit(sentence: string, next: string): Failure {
  return { code: 'invalid_input', sentence, next };
}
