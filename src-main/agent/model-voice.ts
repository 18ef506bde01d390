import type { Clock } from '../contract/clock';
import type { EventSink } from '../contract/trace-event';
import type { ModelEvent } from '../providers/provider';

/** A text is recorded at most this often, in milliseconds; what comes between is gathered, and nothing is lost. */
const gatherMs = 50;

export type Heard = Exclude<ModelEvent, { type: 'responded' | 'failed' | 'call-input' | 'call-ready' }>;

/** Records an answer while it is being given. */
export interface ModelVoice {
  hear(event: Heard): void;
  /** Records what is still gathered. */
  flush(): void;
}

export function modelVoice(turn: number, clock: Clock, emit: EventSink): ModelVoice {
  const begun = new Set<number>();
  let gathered: { readonly block: number; readonly text: string; readonly forget: () => void } | null = null;

  function flush(): void {
    if (gathered === null) return;
    const { block, text, forget } = gathered;
    gathered = null;
    forget();
    emit({ type: 'model-text', turn, block, text });
  }

  function begin(
    block: number,
    kind: Extract<Heard, { type: 'block-started' }>['kind'],
    tool: string | null,
  ) {
    if (begun.has(block)) return;
    begun.add(block);
    emit({ type: 'model-block-started', turn, block, kind, tool });
  }

  function gather(block: number, text: string): void {
    if (gathered !== null && gathered.block !== block) flush();
    if (!begun.has(block)) begin(block, 'text', null);
    const forget = gathered?.forget ?? clock.after(gatherMs, flush);
    gathered = { block, text: (gathered?.text ?? '') + text, forget };
  }

  return {
    flush,
    hear(event) {
      if (event.type === 'text') return gather(event.block, event.text);
      flush();
      if (event.type === 'block-started') return begin(event.block, event.kind, event.tool);
      begun.clear();
      const { attempt, delayMs, failure } = event;
      emit({ type: 'model-retrying', turn, attempt, delayMs, failure });
    },
  };
}
