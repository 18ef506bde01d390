import { JSONParser } from '@streamparser/json';
import { failed, ok, type Result } from '../../contract/failure';
import type { Json } from '../../contract/messages';

/** Reads the tasks of a plan, each once, while the plan's JSON arrives. */
export interface PlanReader {
  /** @returns the tasks that are whole with this piece, as they were sent; none any more once the text is no JSON */
  read(json: string): readonly Json[];
  /** @returns the tasks of the whole plan that were not read before, or why it is no plan */
  rest(input: Json): Result<readonly Json[]>;
}

export function planReader(): PlanReader {
  let count = 0;
  let isBroken = false;
  let fresh: Json[] = [];
  /** The first half of a character that was cut in two. */
  let held = '';
  const parser = new JSONParser({ paths: ['$.tasks.*'] });
  parser.onValue = ({ value, parent }) => {
    if (value !== undefined && Array.isArray(parent)) fresh.push(value);
  };
  parser.onError = () => {
    isBroken = true;
  };
  return {
    read(json) {
      if (isBroken || parser.isEnded) return [];
      const text = held + json;
      held = /[\uD800-\uDBFF]$/.test(text) ? text.slice(-1) : '';
      parser.write(held === '' ? text : text.slice(0, -1));
      const read = fresh;
      fresh = [];
      count += read.length;
      return read;
    },
    rest(input) {
      const tasks = isObject(input) ? input['tasks'] : undefined;
      if (!Array.isArray(tasks) || tasks.length === 0) return noPlan;
      const rest = tasks.slice(count);
      count += rest.length;
      return ok(rest);
    },
  };
}

export function isObject(value: Json): value is { readonly [key: string]: Json } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const noPlan = failed(
  'invalid_input',
  'This is no plan: its input has no list of tasks, or none in it.',
  'Send {"tasks": [{"id": "1", "tool": "...", "input": {...}}, ...]}, or call the tools without a plan.',
);
