import type { Call } from '@contract/trace-model';

/** Where a tool's input says what it is about, best first. */
const subjects = [
  'element',
  'name',
  'label',
  'path',
  'url',
  'query',
  'title',
  'role',
  'text',
  'value',
  'ref',
];
const longest = 80;

const labels = new WeakMap<Call, string>();

/** `set_value Customer name`: the tool, and in few words what it was asked about. */
export function callLabel(call: Call): string {
  const known = labels.get(call);
  if (known !== undefined) return known;
  const subject = subjectOf(call.input);
  const label = subject === '' ? call.tool : `${call.tool} ${subject}`;
  labels.set(call, label);
  return label;
}

export function subjectOf(input: unknown): string {
  if (typeof input !== 'object' || input === null) return '';
  const fields: Record<string, unknown> = { ...input };
  for (const field of subjects) {
    const value = fields[field];
    if (typeof value === 'string' && value !== '') return shortened(field, value);
  }
  return '';
}

function shortened(field: string, value: string): string {
  const line = value.replace(/\s+/g, ' ').trim();
  if (field === 'path') return lastPart(line);
  if (field === 'url')
    return line.replace(/^https?:\/\/[^/]+/, '').slice(0, longest) || line.slice(0, longest);
  return line.slice(0, longest);
}

function lastPart(path: string): string {
  return path.split('/').findLast((part) => part !== '') ?? path;
}
