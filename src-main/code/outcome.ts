import type { Failure } from '../contract/failure';
import type { Json, ResultContent } from '../contract/messages';
import type { Delivery } from '../contract/trace-event';
import type { SettledCall } from '../scheduler/index';
import type { ToolOutcome } from '../tools/tool';
import type { ScriptRun } from './run-script';

/** What the model hears of a script: what it printed and returned, or why it did not get there, and which of its calls failed. */
export function outcomeOf({ end, printed }: ScriptRun, calls: readonly SettledCall[]): ToolOutcome {
  const failure = failureOf(end, calls);
  const returned = end.kind === 'returned' && end.json !== 'null' ? [`returned ${end.json}`] : [];
  const failed = calls.filter(({ result }) => result.isError).length;
  const told = failed === 0 ? [] : [`${failed} of its ${calls.length} calls did not succeed.`];
  const lines = [...printed, ...returned, ...told];
  const pictures = calls.flatMap(({ result }) => result.content.filter(({ type }) => type === 'image'));
  const text: ResultContent[] = lines.length === 0 ? [] : [{ type: 'text', text: lines.join('\n') }];
  return {
    content: [...text, ...pictures],
    failure,
    delivery: worst(calls),
    value: end.kind === 'returned' ? (JSON.parse(end.json) as Json) : null,
  };
}

function failureOf(end: ScriptRun['end'], calls: readonly SettledCall[]): Failure | null {
  const done = `${calls.length} ${calls.length === 1 ? 'call was' : 'calls were'} made until then.`;
  const next = 'Look at what they did, then write a script for what is left.';
  switch (end.kind) {
    case 'returned':
      return null;
    case 'threw':
      return { code: 'script_failed', sentence: `The script threw: ${end.sentence}. ${done}`, next };
    case 'too_long':
      return { code: 'timed_out', sentence: `The script computed for too long. ${done}`, next };
    case 'stuck':
      return {
        code: 'script_failed',
        sentence: `The script waits for something that never comes. ${done}`,
        next: 'Await calls of tools alone, and return when they are done.',
      };
    case 'gone':
      return { code: 'script_failed', sentence: `The script was ended: ${end.sentence}. ${done}`, next };
    case 'stopped':
      return { code: 'cancelled', sentence: `The script was stopped. ${done}`, next };
  }
}

/** From the least certain to the most. */
const byCertainty: readonly Delivery[] = ['unknown', 'contradicted', 'sent', 'accepted', 'observed'];

/** What is known of all writes together; null where there was none. */
function worst(calls: readonly SettledCall[]): Delivery | null {
  const deliveries = calls.flatMap(({ delivery }) => delivery ?? []);
  return byCertainty.find((each) => deliveries.includes(each)) ?? null;
}
