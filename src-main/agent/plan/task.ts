import { z } from 'zod';
import type { Failure } from '../../contract/failure';
import type { Json } from '../../contract/messages';

export const planName = 'plan';
export const mostTasks = 100;

/** A task as it is written in a plan. */
export const Task = z.object({
  id: z.union([z.int(), z.string().regex(/^[\w-]{1,40}$/, 'letters, digits, _ and -, at most 40')]),
  tool: z.string().min(1),
  input: z.json().default({}),
});
export type Task = z.infer<typeof Task>;

/** It is no task that could be called. */
export interface UnreadableTask {
  readonly kind: 'unreadable';
  readonly id: string;
  readonly failure: Failure;
}

export type ReadTask = { readonly kind: 'task'; readonly id: string; readonly task: Task } | UnreadableTask;

/**
 * @param place counts from 1
 * @param known the ids that were used before
 */
export function readTask(sent: Json, place: number, known: ReadonlyMap<string, unknown>): ReadTask {
  const parsed = Task.safeParse(sent);
  if (!parsed.success) {
    const id = Task.shape.id.safeParse(z.object({ id: z.json() }).safeParse(sent).data?.id);
    const issues = parsed.error.issues.map(({ path, message }) => [...path.map(String), message].join(': '));
    const sentence = `It is no task: ${issues.join('; ')}.`;
    return unreadable(id.success ? String(id.data) : `number ${place}`, sentence);
  }
  const id = String(parsed.data.id);
  if (known.has(id))
    return unreadable(id, `There is an earlier task ${id}, and this second one was not run.`);
  return { kind: 'task', id, task: parsed.data };
}

function unreadable(id: string, sentence: string): UnreadableTask {
  const next = 'Give each task an id of its own, a tool and an input.';
  return { kind: 'unreadable', id, failure: { code: 'invalid_input', sentence, next } };
}

export function ofTask(id: string, { code, sentence, next }: Failure): Failure {
  return { code, sentence: `Task ${id}: ${sentence}`, next };
}
