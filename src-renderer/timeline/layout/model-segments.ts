import type { ModelSpan } from '@contract/trace-model';

/** What the model does while it answers. `lost`: an attempt that failed and was made again; `pause`: the wait between. */
export interface ModelSegment {
  readonly kind: 'lost' | 'pause' | 'thinking' | 'streaming';
  readonly start: number;
  readonly end: number;
}

/** From the request to the answer without a gap. @param now stands in for the end while there is none */
export function modelSegments(span: ModelSpan, now: number): ModelSegment[] {
  const segments: ModelSegment[] = [];
  const end = Math.max(span.requestedAt, span.ended?.at ?? now);
  let at = span.requestedAt;
  const until = (kind: ModelSegment['kind'], to: number) => {
    const stop = Math.min(to, end);
    if (stop > at) segments.push({ kind, start: at, end: stop });
    at = Math.max(at, stop);
  };
  for (const retry of span.retries) {
    until('lost', retry.at);
    until('pause', retry.at + retry.delayMs);
  }
  const spoken = span.blocks.find((block) => block.kind !== 'thinking');
  until('thinking', spoken?.startedAt ?? end);
  until('streaming', end);
  return segments;
}
