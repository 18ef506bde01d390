/** `{"$ref": "3.elements.0.ref"}` in the input of a plan's task: what it refers to, and which part of its result. */
export interface Referred {
  readonly task: string;
  /** `elements.0.ref`; empty for the whole result. */
  readonly path: string;
}

/** More than any input is nested. */
const deepest = 64;

/** In the order in which they stand in an input. */
export function referencesIn(input: unknown, depth = 0): readonly Referred[] {
  if (typeof input !== 'object' || input === null || depth > deepest) return [];
  const said = '$ref' in input ? input.$ref : undefined;
  if (typeof said === 'string' || typeof said === 'number') {
    const [, task = '', path = ''] = /^([\w-]+)\.?(.*)$/.exec(String(said)) ?? [];
    return task === '' ? [] : [{ task, path }];
  }
  return Object.values(input).flatMap((each) => referencesIn(each, depth + 1));
}
