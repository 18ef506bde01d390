import { failed, ok, type Result } from '../../contract/failure';
import type { Json } from '../../contract/messages';
import { isObject } from './read-plan';

/** What stands in a task's input for something that an earlier task gives: `{"$ref": "3.elements.0.ref"}`. */
export interface Reference {
  /** As it was written. */
  readonly said: string;
  readonly task: string;
  /** Empty for the whole value. A number in it counts from 0. */
  readonly path: readonly string[];
}

/** More than any input needs; beyond it, walking could run out of stack. */
const deepest = 64;

/** Every reference of an input, in its order; or what is wrong with one. */
export function referencesIn(input: Json): Result<readonly Reference[]> {
  const found: Reference[] = [];
  const walked = mapReferences(input, (reference) => {
    found.push(reference);
    return ok(null);
  });
  return walked.ok ? ok(found) : walked;
}

/** The input with something else in the place of each reference. */
export function mapReferences(
  input: Json,
  instead: (reference: Reference) => Result<Json>,
  depth = 0,
): Result<Json> {
  if (typeof input !== 'object' || input === null) return ok(input);
  if (depth > deepest) {
    return failed('invalid_input', 'Its input is nested too deeply.', 'Send a flatter one.');
  }
  if (Array.isArray(input)) {
    const items: Json[] = [];
    for (const item of input) {
      const mapped = mapReferences(item, instead, depth + 1);
      if (!mapped.ok) return mapped;
      items.push(mapped.value);
    }
    return ok(items);
  }
  if (Object.hasOwn(input, '$ref')) {
    const reference = parseReference(input);
    return reference.ok ? instead(reference.value) : reference;
  }
  const fields: Array<readonly [string, Json]> = [];
  for (const [name, field] of Object.entries(input)) {
    const mapped = mapReferences(field, instead, depth + 1);
    if (!mapped.ok) return mapped;
    fields.push([name, mapped.value]);
  }
  return ok(Object.fromEntries(fields));
}

function parseReference(input: { readonly [key: string]: Json }): Result<Reference> {
  const written = input['$ref'];
  const said = typeof written === 'number' ? String(written) : written;
  const [, task, rest = ''] =
    typeof said === 'string' ? (/^([\w-]+)((?:\.[^.[\]]+|\[\d+\])*)$/.exec(said) ?? []) : [];
  if (typeof said !== 'string' || task === undefined || Object.keys(input).length > 1) {
    return failed(
      'invalid_input',
      `${JSON.stringify(input)} is no reference.`,
      'Write {"$ref": "ID"} or {"$ref": "ID.path.0.field"}, with nothing else in the object.',
    );
  }
  const path = [...rest.matchAll(/\.([^.[\]]+)|\[(\d+)\]/g)].map(([, name, at]) => name ?? at ?? '');
  return ok({ said, task, path });
}

/** What the path leads to in what a task gave; or how far it led, and what is there instead. */
export function valueAt(value: Json, { said, task, path }: Reference): Result<Json> {
  let at = value;
  for (const [depth, step] of path.entries()) {
    const next = stepInto(at, step);
    if (next === undefined) {
      const way =
        depth === 0 ? `what task ${task} gave` : `${path.slice(0, depth).join('.')} of task ${task}`;
      return failed(
        'invalid_input',
        `The path of "${said}" leads nowhere: ${way} is ${inWords(at)}, without ${JSON.stringify(step)}.`,
        'Use a path that its tool is said to give, or look at its result first.',
      );
    }
    at = next;
  }
  return ok(at);
}

function stepInto(value: Json, step: string): Json | undefined {
  if (Array.isArray(value)) return /^\d+$/.test(step) ? value[Number(step)] : undefined;
  return isObject(value) && Object.hasOwn(value, step) ? value[step] : undefined;
}

function inWords(value: Json): string {
  if (Array.isArray(value)) return `a list of ${value.length}`;
  if (isObject(value)) {
    const names = Object.keys(value);
    return `an object with ${names.length === 0 ? 'no fields' : names.slice(0, 20).join(', ')}`;
  }
  if (typeof value === 'string') return 'a text';
  return value === null ? 'nothing' : `a ${typeof value}`;
}
