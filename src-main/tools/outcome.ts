import type { Failure } from '../contract/failure';
import type { Delivery } from '../contract/trace-event';
import type { ToolOutcome } from './tool';

/** A read that worked. */
export function answer(text: string): ToolOutcome {
  return { content: [{ type: 'text', text }], failure: null, delivery: null };
}

/** Nothing was done, or nothing could be read. The failure's own words reach the model by themselves. */
export function refusal(failure: Failure, more = ''): ToolOutcome {
  return { content: textOf(more), failure, delivery: null };
}

/** A write that reached its target, or may have. */
export function written(delivery: Delivery, text: string, failure: Failure | null = null): ToolOutcome {
  return { content: textOf(text), failure, delivery };
}

function textOf(text: string): ToolOutcome['content'] {
  return text === '' ? [] : [{ type: 'text', text }];
}
