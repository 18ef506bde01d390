import { type Case, NotHere } from './case.fixture';
import type { Stage } from './stage.fixture';

/** `not_here`: this platform can't do it, or can't be brought into that state; never a pass. */
export type Kept = { readonly kind: 'kept' } | { readonly kind: 'not_here'; readonly why: string };

/** Puts one promise to the proof on a program in its first state, unless that is `NotHere`. @throws where it is broken */
export async function runCase(promised: Case, open: () => Promise<Stage>): Promise<Kept> {
  let stage: Stage | null = null;
  try {
    stage = await open();
    for (const need of promised.needs) {
      const ability = stage.adapter.abilities[need];
      if (!ability.able) return { kind: 'not_here', why: ability.failure.sentence };
    }
    await promised.run(stage);
    return { kind: 'kept' };
  } catch (thrown) {
    if (thrown instanceof NotHere) return { kind: 'not_here', why: thrown.message };
    throw thrown;
  } finally {
    await stage?.close();
  }
}
