import type { Way } from '../contenders/runner';
import type { Script, Session } from '../server/model-server';
import type { BenchTool } from '../tool';

/** What a run did wrong, as its world and the model tell. */
export interface Damage {
  /** Updates that are gone, or results that the model never got. */
  readonly lost: number;
  /** Calls that did not find what the model's order had made. */
  readonly outOfOrder: number;
}

/** One run's own world. */
export interface Scene {
  readonly tools: readonly BenchTool[];
  readonly script: Script;
  inspect(session: Session): Promise<Damage>;
}

export interface Workload {
  readonly title: string;
  /** Milliseconds of a whole run below which nothing can come that does it right. */
  limitMs(way: Way): number;
  /** How much could be lost: `of 2 updates`. */
  readonly atStake: string;
  /** Which ways of asking are compared on it. */
  readonly ways: readonly Way[];
  /** How many of so many rounds it gets: fewer where one takes long. */
  rounds(asked: number): number;
  scene(): Scene;
}
