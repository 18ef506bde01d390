import type OpenAI from 'openai';
import type { LoadBlob } from '../load-blob';
import type { ModelEvent, ModelRequest } from '../provider';
import type { Refused } from './refused';

/** A request as it will be sent. */
export interface Asking {
  /** The names of what is in it, for what a server may refuse. */
  readonly sent: ReadonlySet<string>;
  send(client: OpenAI, signal: AbortSignal): Promise<AsyncIterable<unknown>>;
}

export interface Grown<Answer> {
  readonly answer: Answer;
  readonly heard: readonly ModelEvent[];
}

/** One of the two APIs: how it is asked, and how its answer grows. */
export interface Api<Answer> {
  toApi(to: Addressee, request: ModelRequest, loadBlob: LoadBlob): Promise<Asking>;
  begin(request: ModelRequest): Answer;
  /** @throws SyntaxError or ZodError where the event makes no sense, APIError where it tells of an error */
  grow(answer: Answer, event: unknown): Grown<Answer>;
  isWhole(answer: Answer): boolean;
  /** @param price US dollars for the usage; null where the price is not known */
  lastWord(answer: Answer, price: Price): ModelEvent;
}

export interface Addressee {
  readonly model: string;
  /** Whether it is OpenAI itself, and not a server that speaks its API. */
  readonly isOpenai: boolean;
  readonly refused: Refused;
}

export type Price = (usage: Extract<ModelEvent, { type: 'responded' }>['usage']) => number | null;
