import type { BenchTool } from '../tool';

/** What a runner is given to do. */
export interface Job {
  /** Of the scripted model, without `/v1`. */
  readonly origin: string;
  readonly task: string;
  readonly tools: readonly BenchTool[];
  readonly signal: AbortSignal;
  /** Whether the conversation is to be kept for going on with it, where that has to be said beforehand. */
  readonly isKept: boolean;
}

/** Everything that can be made beforehand is made. */
export interface Prepared {
  /** Resolves after the model's last word; rejects where the runner gives up. Called once. */
  run(): Promise<unknown>;
  /** Goes on with what the runner has of the conversation, as its documentation says, and this text of the user's. */
  goOn(text: string): Promise<unknown>;
}

/** What is asked of the model: to send one call, all calls whose inputs are known, or a plan of all. */
export type Way = 'call' | 'level' | 'plan';

/** An agent loop that is measured, set up as its documentation shows, with as many calls at once as it allows. */
export interface Runner {
  readonly name: string;
  readonly way: Way;
  prepare(job: Job): Prepared | Promise<Prepared>;
}

/** Sessions end after many turns at most, whatever a runner's own limit is. */
export const mostTurns = 50;
export const apiKey = 'sk-loopback-0000';
export const modelName = 'scripted';
export const maxTokens = 1024;
