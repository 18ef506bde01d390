import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { TraceBody } from '../contract/trace-event';
import { manualClock } from '../scheduler/manual-clock.fixture';
import { modelVoice } from './model-voice';

type Said = { readonly block: number; readonly text: string } | { readonly wait: number };

const saying = fc.oneof(
  fc.record({ block: fc.nat(2), text: fc.string({ minLength: 1, maxLength: 4 }) }),
  fc.record({ wait: fc.nat(60) }),
);

function textOf(parts: ReadonlyArray<Said | TraceBody>, block: number): string {
  return parts.map((part) => ('text' in part && part.block === block ? part.text : '')).join('');
}

it('loses no text, and records one block at most every 50 ms', () => {
  fc.assert(
    fc.property(fc.array<Said>(saying, { maxLength: 60 }), (said) => {
      const clock = manualClock();
      const recorded: Array<{ readonly body: TraceBody; readonly at: number }> = [];
      const voice = modelVoice(1, clock, (body) => recorded.push({ body, at: clock.now() }));
      for (const part of said) {
        if ('wait' in part) clock.advance(part.wait);
        else voice.hear({ type: 'text', ...part });
      }
      voice.flush();
      const bodies = recorded.map(({ body }) => body);
      for (const block of [0, 1, 2]) expect(textOf(bodies, block)).toBe(textOf(said, block));
      const blocks = bodies.flatMap((body) => (body.type === 'model-text' ? [body.block] : []));
      const turnedAway = blocks.filter((block, at) => at > 0 && block !== blocks[at - 1]).length;
      const waited = said.reduce((sum, part) => sum + ('wait' in part ? part.wait : 0), 0);
      expect(blocks.length).toBeLessThanOrEqual(turnedAway + 1 + Math.floor(waited / 50));
      expect(clock.pending).toBe(0);
    }),
  );
});
