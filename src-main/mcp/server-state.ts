import type { Failure } from '../contract/failure';
import type { Link } from './link';
import type { ListedTool } from './listed-tool';

/** Where a server stands. */
export type ServerState =
  | { readonly kind: 'off' }
  | { readonly kind: 'connecting' }
  /** @property since on the clock, in milliseconds */
  | {
      readonly kind: 'ready';
      readonly link: Link;
      readonly tools: readonly ListedTool[];
      readonly since: number;
    }
  | { readonly kind: 'failed'; readonly failure: Failure }
  /** @property forget takes back that it is started again by itself */
  | { readonly kind: 'dead'; readonly failure: Failure; readonly forget: () => void };

/** Whether it stays as it is until somebody does something: what waits for the server need not wait longer. */
export function isSettled({ kind }: ServerState): boolean {
  return kind !== 'connecting' && kind !== 'dead';
}

/** How long it rests before each time it is started again, in milliseconds; after the last it is given up. */
const rests = [250, 1_000, 4_000, 15_000, 30_000] as const;
/** One that lived so long has not died in a row. */
export const longLife = 60_000;

/** @param deaths in a row, this one included. @returns null where it is given up */
export function restBefore(deaths: number): number | null {
  return rests[deaths - 1] ?? null;
}
