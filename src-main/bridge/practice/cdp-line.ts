import type { z } from 'zod';
import { type Failure, failed, type Result, thrownSentence } from '../../contract/failure';
import type { Transport } from './transport';

/** Why a command had no answer. Thrown inside the adapter only; its edge turns it into a failure. */
export class NoAnswer extends Error {
  readonly failure: Failure;

  constructor(failure: Failure) {
    super(failure.sentence);
    this.failure = failure;
  }
}

export function noAnswer(...[code, sentence, next]: Parameters<typeof failed>): NoAnswer {
  return new NoAnswer(failed(code, sentence, next).failure);
}

/** What one call on the adapter may take: milliseconds for each command, and a signal for all of them. */
export interface Patience {
  readonly limitMs: number;
  readonly signal: AbortSignal;
}

/** Commands with an end: each is answered, fails, or is given up after its limit. Answers are parsed here. */
export class CdpLine {
  readonly #transport: Transport;
  #gone: string | null = null;
  readonly #leaving = new Set<(failure: NoAnswer) => void>();

  constructor(transport: Transport) {
    this.#transport = transport;
    transport.onGone((reason) => {
      this.#gone = reason;
      for (const leave of this.#leaving) leave(goneFailure(reason));
    });
  }

  get transport(): Transport {
    return this.#transport;
  }

  async ask<T>(
    method: string,
    params: Readonly<Record<string, unknown>>,
    answer: z.ZodType<T>,
    patience: Patience,
  ): Promise<T> {
    const raw = await this.waitFor(() => this.#transport.send(method, params), method, patience);
    const parsed = answer.safeParse(raw);
    if (parsed.success) return parsed.data;
    throw noAnswer(
      'internal',
      `${method} answered in an unknown form: ${parsed.error.message}`,
      'Report this.',
    );
  }

  /** Any work of the page's, under the same conditions as a command. */
  async waitFor<T>(work: () => Promise<T>, what: string, { limitMs, signal }: Patience): Promise<T> {
    if (this.#gone !== null) throw goneFailure(this.#gone);
    if (signal.aborted) throw cancelled(what);
    let giveUp: (failure: NoAnswer) => void = () => {};
    const abort = () => giveUp(cancelled(what));
    const timer = setTimeout(() => giveUp(late(what, limitMs)), limitMs);
    const end = new Promise<never>((_resolve, reject) => {
      giveUp = reject;
    });
    signal.addEventListener('abort', abort, { once: true });
    this.#leaving.add(giveUp);
    try {
      return await Promise.race([work(), end]);
    } catch (thrown) {
      if (thrown instanceof NoAnswer) throw thrown;
      throw refused(what, thrownSentence(thrown));
    } finally {
      clearTimeout(timer);
      signal.removeEventListener('abort', abort);
      this.#leaving.delete(giveUp);
    }
  }
}

/** The edge: what was thrown for want of an answer becomes a failure; anything else is a bug and goes on. */
export async function answered<T>(work: () => Promise<Result<T>>): Promise<Result<T>> {
  try {
    return await work();
  } catch (thrown) {
    if (thrown instanceof NoAnswer) return { ok: false, failure: thrown.failure };
    throw thrown;
  }
}

const lookAgain = 'Take a snapshot.';

function goneFailure(reason: string): NoAnswer {
  return noAnswer('target_gone', `The practice window is gone: ${reason}.`, 'Start the run again.');
}

function cancelled(what: string): NoAnswer {
  return noAnswer('cancelled', `${what} was cancelled.`, 'Nothing needs to be done.');
}

function late(what: string, limitMs: number): NoAnswer {
  return noAnswer('timed_out', `The practice window did not answer ${what} within ${limitMs} ms.`, lookAgain);
}

/** Chromium's errors carry no code; their sentences do not change. */
const staleSentence =
  /no node|could not find node|node with given id|detached from document|cannot find context|context was destroyed|navigated or closed/i;
const goneSentence =
  /target closed|debugger.*(?:detached|not attached)|no target|has been destroyed|target crashed/i;

function refused(what: string, sentence: string): NoAnswer {
  if (staleSentence.test(sentence))
    return noAnswer('stale_ref', 'The element is no longer in the page.', lookAgain);
  if (goneSentence.test(sentence)) return goneFailure(sentence);
  return noAnswer('internal', `The practice window refused ${what}: ${sentence}`, lookAgain);
}
