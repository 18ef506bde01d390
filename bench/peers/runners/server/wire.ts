import type { Reply } from './reply';

/** What a tool gave, as the model is told it. */
export interface ToldResult {
  readonly id: string;
  readonly text: string;
}

/** A request, whatever API it came by. */
export interface Asked {
  /** Every result of the conversation so far, in its order. */
  readonly results: readonly ToldResult[];
  /** Whether several calls may come in one response. */
  readonly parallel: boolean;
  readonly streams: boolean;
  /** Names of what is offered. */
  readonly tools: readonly string[];
}

/** An event of a streamed response. */
export interface Frame {
  /** Milliseconds after the request. */
  readonly at: number;
  readonly sse: string;
}

/** One model API, as far as a scripted model needs it. */
export interface Wire {
  /** Below the base URL. */
  readonly path: string;
  /** Why the API would answer with 400, or null. */
  objection(body: unknown): string | null;
  read(body: unknown): Asked;
  /** The response that comes in one piece. @param id of the response, unlike any other */
  whole(reply: Reply, id: string): unknown;
  /** The response that is streamed, in order of time. */
  frames(reply: Reply, id: string): readonly Frame[];
  /** The body of an answer with 400. */
  refusal(message: string): unknown;
}

export function sse(at: number, event: string | null, data: unknown): Frame {
  const head = event === null ? '' : `event: ${event}\n`;
  return { at, sse: `${head}data: ${typeof data === 'string' ? data : JSON.stringify(data)}\n\n` };
}

export function hasCalls({ blocks }: Reply): boolean {
  return blocks.some(({ kind }) => kind === 'call');
}
