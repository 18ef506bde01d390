import { type Effect, effectOf, type Footprint } from '../contract/footprint';
import type { Override } from '../contract/run-options';

/** What a call counts as, for waiting, skipping and hazards. */
export interface Judgement {
  readonly effect: Effect;
  readonly footprint: Footprint;
}

/** What the tool says of its call, under what the person says of the tool. When in doubt, it is a write. */
export function judge(effect: Effect, footprint: Footprint, override: Override | null): Judgement {
  const said = effect === 'write' && footprint.writes.length === 0 ? asWrite(footprint) : footprint;
  const judged = override === 'read' ? asRead(said) : override === 'write' ? asWrite(said) : said;
  return { effect: effectOf(judged), footprint: judged };
}

function asRead({ reads, writes }: Footprint): Footprint {
  return { reads: [...reads, ...writes], writes: [] };
}

function asWrite({ reads, writes }: Footprint): Footprint {
  const touched = [...writes, ...reads];
  return { reads: [], writes: touched.length === 0 ? ['*'] : touched };
}
