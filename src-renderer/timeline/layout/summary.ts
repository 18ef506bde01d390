import type { ActorId } from '@contract/ids';
import { turnOverlap } from '@contract/overlap';
import type { Turn } from '@contract/trace-model';
import { counted, dollars } from '../../widgets/units';
import type { TurnLayout } from './layout';

/** All that an actor did, and those under it. */
export interface Summary {
  readonly from: number;
  /** Infinity while something of it is open. */
  readonly until: number;
  readonly turns: number;
  readonly calls: number;
  readonly parallel: boolean;
  readonly failed: boolean;
  /** Dollars; null where the price of a model is not known. */
  readonly costUsd: number | null;
}

export function summaryOf(turns: readonly TurnLayout[], actor: ActorId, now: number): Summary {
  const own = turns.filter(({ nesting }) => nesting.within.includes(actor));
  const calls = own.flatMap(({ turn }) => turn.calls);
  const costs = own.map(({ turn }) => costOf(turn));
  return {
    from: Math.min(...own.map(({ from }) => from)),
    until: Math.max(...own.map(({ until }) => until)),
    turns: own.length,
    calls: calls.length,
    parallel: own.some(({ turn }) => turnOverlap(turn, now).overlapped > 0),
    failed: calls.some(({ ended }) => ended?.outcome === 'failed' || ended?.outcome === 'timed_out'),
    costUsd: costs.includes(null) ? null : costs.reduce<number>((sum, cost) => sum + (cost ?? 0), 0),
  };
}

function costOf({ model }: Turn): number | null {
  const ended = model?.ended;
  return ended?.kind === 'responded' ? ended.costUsd : 0;
}

/** `4 calls in 2 turns, $0.02`. */
export function inWords({ calls, turns, costUsd }: Summary): string {
  const done = `${counted(calls, 'call')} in ${counted(turns, 'turn')}`;
  return costUsd === null || costUsd === 0 ? done : `${done}, ${dollars(costUsd)}`;
}
