import { z } from 'zod';
import type { Script, Session } from '../server/model-server';
import { calls, type Reply, says } from '../server/reply';
import { type BenchTool, takes } from '../tool';

const Input = z.object({ n: z.number() });

/** A tool that reads a place of its own in each call. @param durations milliseconds, by the call's number */
export function readingTool(durations: readonly number[]): BenchTool {
  return {
    name: 'read',
    description: 'Reads one place. Several may be read at once.',
    input: Input,
    effect: 'read',
    footprint: (input) => ({ reads: [`place:${Input.parse(input).n}`], writes: [] }),
    async run(input, signal) {
      const { n } = Input.parse(input);
      await takes(durations[n] ?? 0, signal);
      return reading(n);
    },
  };
}

/** One response with so many reads, written one after the other. */
export function readsIn(count: number, waitMs: number, takesMs: number): Reply {
  const blocks = Array.from({ length: count }, (_, n) => calls(`call_${n}`, 'read', { n }, takesMs));
  return { waitMs, blocks };
}

/** A response, then the last word. */
export function onceThenDone(reply: Reply): Script {
  return (_asked, turn) => (turn === 1 ? reply : { waitMs: 0, blocks: [says('Done.')] });
}

/** How many of the readings have not come back to the model. */
export function missingReadings(session: Session, numbers: readonly number[]): number {
  const results = new Map(session.latest?.results.map(({ id, text }) => [id, text]));
  return numbers.filter((n) => results.get(`call_${n}`)?.includes(reading(n)) !== true).length;
}

export function reading(n: number): string {
  return `reading ${n}.`;
}
