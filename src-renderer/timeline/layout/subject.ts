import type { Call, Turn } from '@contract/trace-model';
import { elementName } from './element-name';

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
  'key',
  'value',
];
const longest = 80;

const labels = new WeakMap<Call, string>();

/** `set_value Customer name`: the tool, and in few words what it was asked about. @param turns of the run so far */
export function callLabel(call: Call, turns: readonly Turn[]): string {
  const known = labels.get(call);
  if (known !== undefined) return known;
  const subject = subjectOf(call, turns);
  const label = subject === '' ? call.tool : `${call.tool} ${subject}`;
  labels.set(call, label);
  return label;
}

function subjectOf(call: Call, turns: readonly Turn[]): string {
  const { input } = call;
  if (typeof input !== 'object' || input === null) return '';
  const fields: Record<string, unknown> = { ...input };
  const { ref } = fields;
  if (typeof ref === 'string' && ref !== '') {
    const name = elementName(ref, turns, call);
    if (name !== null) return oneLine(name);
  }
  for (const field of subjects) {
    const value = fields[field];
    if (typeof value === 'string' && value !== '') return shortened(field, oneLine(value));
  }
  return typeof ref === 'string' ? ref : '';
}

function oneLine(value: string): string {
  return value
    .slice(0, 4 * longest)
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, longest);
}

function shortened(field: string, value: string): string {
  if (field === 'path') return value.split('/').findLast((part) => part !== '') ?? value;
  if (field === 'url') return value.replace(/^https?:\/\/[^/]+/, '') || value;
  return value;
}
