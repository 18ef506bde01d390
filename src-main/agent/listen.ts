import type { Clock } from '../contract/clock';
import type { ToolCall } from '../contract/messages';
import type { EventSink } from '../contract/trace-event';
import type { ModelEvent, ModelRequest, Provider } from '../providers/provider';
import { modelVoice } from './model-voice';

export interface Listening {
  readonly turn: number;
  readonly provider: Provider;
  readonly clock: Clock;
  readonly emit: EventSink;
  readonly signal: AbortSignal;
  /** Told of what can't wait for the last word. */
  readonly early: EarlyWord;
}

export interface EarlyWord {
  /** The model has begun to ask for a call of this tool. */
  began(block: number, tool: string): void;
  /** A piece of the input of the call in this block. */
  input(block: number, json: string): void;
  /** The model has moved on from this call. */
  ready(block: number, call: ToolCall): void;
  /** What was told so far was of an attempt that is lost. */
  lost(): void;
}

/** How an answer ended. */
export type LastWord = Extract<ModelEvent, { type: 'responded' | 'failed' }>;

/**
 * Asks, records what is heard on the way, and returns the last word. After an abort the provider has one tick to say it;
 * then nobody waits for it any longer.
 */
export async function listen(request: ModelRequest, listening: Listening): Promise<LastWord> {
  const { turn, provider, clock, emit, signal, early } = listening;
  const voice = modelVoice(turn, clock, emit);
  const gaveUp = givingUp(signal, clock);
  try {
    const events = provider.respond(request, signal)[Symbol.asyncIterator]();
    for (;;) {
      const next = await gaveUp.unless(events.next());
      if (next === 'gave-up') return cancelled;
      if (next.done === true) return signal.aborted ? cancelled : broken;
      const said = next.value;
      if (said.type === 'responded' || said.type === 'failed') return said;
      if (said.type === 'call-input') early.input(said.block, said.json);
      else if (said.type === 'call-ready') early.ready(said.block, said.call);
      else voice.hear(said);
      if (said.type === 'block-started' && said.tool !== null) early.began(said.block, said.tool);
      if (said.type === 'retrying') early.lost();
    }
  } catch (thrown) {
    if (signal.aborted) return cancelled;
    throw thrown;
  } finally {
    gaveUp.forget();
    voice.flush();
  }
}

/** Gives up one tick after the abort. `unless` leaves nothing behind at what lasts as long as the answer, as a race would. */
function givingUp(signal: AbortSignal, clock: Clock) {
  let hasGivenUp = false;
  let giveUp = () => {};
  const onAbort = () => {
    clock.after(0, () => {
      hasGivenUp = true;
      giveUp();
    });
  };
  if (signal.aborted) onAbort();
  else signal.addEventListener('abort', onAbort, { once: true });
  return {
    unless: <T>(coming: Promise<T>) =>
      new Promise<T | 'gave-up'>((resolve, reject) => {
        giveUp = () => resolve('gave-up');
        coming.then(resolve, reject);
        if (hasGivenUp) giveUp();
      }),
    forget: () => signal.removeEventListener('abort', onAbort),
  };
}

const cancelled: LastWord = {
  type: 'failed',
  failure: {
    code: 'cancelled',
    sentence: 'The run was stopped while the model was answering.',
    next: 'Run the task again.',
  },
};

const broken: LastWord = {
  type: 'failed',
  failure: {
    code: 'model_stream_broken',
    sentence: "The model's answer ended before it was complete.",
    next: 'Run the task again.',
  },
};
