import type { Failure } from '../contract/failure';
import type { Json } from '../contract/messages';
import type { Delivery } from '../contract/trace-event';
import type { ToolOutcome } from './tool';

/** A read that worked. @param value what it gave, where that is more than its text */
export function answer(text: string, value: Json = text): ToolOutcome {
  return { content: [{ type: 'text', text }], failure: null, delivery: null, value };
}

/** Nothing was done, or nothing could be read. The failure's own words reach the model by themselves. */
export function refusal(failure: Failure, more = ''): ToolOutcome {
  return { content: textOf(more), failure, delivery: null, value: null };
}

/** A write that reached its target, or may have. */
export function written(delivery: Delivery, text: string, failure: Failure | null = null): ToolOutcome {
  return { content: textOf(text), failure, delivery, value: text };
}

function textOf(text: string): ToolOutcome['content'] {
  return text === '' ? [] : [{ type: 'text', text }];
}
