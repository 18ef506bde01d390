import type { Json } from '../../contract/messages';
import type { ModelEvent } from '../../providers/provider';
import { answer, toolCall } from '../held-model.fixture';
import { arriving, gone, type PlannedRun } from './planned-run.fixture';

/** What a model says of plans, in short. */
export const task = (id: string | number, tool: string, input: Json) => ({ id, tool, input });
export const look = (id: string | number, on: Json = String(id), more: Record<string, Json> = {}) =>
  task(id, 'look', { on, ...more });
export const make = (id: string | number, on: Json, more: Record<string, Json> = {}) =>
  task(id, 'make', { on, ...more });
export const ref = (path: string | number) => ({ $ref: path });
export const json = (...tasks: Json[]) => JSON.stringify({ tasks });

export const begins = (block = 0): ModelEvent => ({
  type: 'block-started',
  block,
  kind: 'tool_call',
  tool: 'plan',
});
export const piece = (text: string, block = 0): ModelEvent => ({ type: 'call-input', block, json: text });
export const whole = (...tasks: Json[]) => toolCall('toolu_plan', 'plan', { tasks });
export const retrying: ModelEvent = {
  type: 'retrying',
  attempt: 1,
  delayMs: 1,
  failure: { ...gone, code: 'model_overloaded' },
};

/** A whole plan at once, and the answer that holds it. */
export async function plan(run: PlannedRun, ...tasks: Json[]): Promise<void> {
  await run.say(...arriving(0, { tasks }), answer([whole(...tasks)]));
}
