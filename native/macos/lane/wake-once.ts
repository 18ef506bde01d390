import type { Waking, WakingMemory } from '../accessibility/wake';
import type { Asked } from './asked';
import type { Lanes } from './lanes';

interface WakeRequest {
  readonly kind: 'wake';
}

/** Two looks, two settlings, and time for a slow program. */
const budgetMs = 10_000;

/** Wakes each process once, however many lanes it has had. @param startedAt when the process started, in whatever unit */
export async function wakeOnce(
  lanes: Lanes,
  memory: WakingMemory,
  pid: number,
  startedAt: number,
  signal: AbortSignal,
): Promise<Waking | Exclude<Asked<WakeRequest>, { readonly kind: 'answered' }>> {
  const known = memory.get(pid, startedAt);
  if (known !== null) return known;
  const asked = await lanes.ask<WakeRequest>(pid, { kind: 'wake' }, signal, budgetMs);
  if (asked.kind !== 'answered') return asked;
  memory.set(pid, startedAt, asked.reply);
  return asked.reply;
}
