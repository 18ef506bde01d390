import { describe, expect, it } from 'vitest';
import { promises } from './cases.fixture';
import { runCase } from './run-case.fixture';
import type { Stage } from './stage.fixture';

/** Registers the whole suite with Vitest. @param open starts the program anew, in its first state */
export function conformance(adapter: string, open: () => Promise<Stage>): void {
  const titled = promises.map((each) => [each.title, each] as const);
  describe(`conformance: ${adapter}`, () => {
    it.for(titled)('%s', async ([_title, each], { skip }) => {
      const kept = await runCase(each, open);
      if (kept.kind === 'not_here') skip(kept.why);
      expect(kept).toEqual({ kind: 'kept' });
    });
  });
}
