import { z } from 'zod';
import { type Block, calls } from '../server/reply';
import { type BenchTool, takes } from '../tool';
import { type LaneCall, segmentLimit } from './limits';
import { onceThenDone } from './reading';
import type { Workload } from './workload';

/** As reading a screen and pressing a button take. */
const readMs = 40;
const writeMs = 140;
const lane: readonly LaneCall['effect'][] = ['read', 'read', 'write', 'read', 'read', 'write'];
const writes = lane.filter((effect) => effect === 'write').length;
const Input = z.object({ n: z.number() });

/** Reads and writes of one number, in an order that counts: each write adds one to what it found. */
export const segments: Workload = {
  title: `R R W R R W on one resource, reads ${readMs} ms, writes ${writeMs} ms`,
  limitMs: () => segmentLimit(lane.map((effect) => ({ effect, ms: effect === 'read' ? readMs : writeMs }))),
  atStake: `of ${writes} updates`,
  ways: ['level'],
  rounds: (asked) => asked,
  scene() {
    const world = { value: 0, outOfOrder: 0 };
    /** Notes what a call finds that should find what all writes before it have made. */
    const found = (n: number): number => {
      const expected = lane.slice(0, n).filter((effect) => effect === 'write').length;
      if (world.value !== expected) world.outOfOrder += 1;
      return world.value;
    };
    const read: BenchTool = {
      name: 'read_counter',
      description: 'Reads the counter.',
      input: Input,
      effect: 'read',
      footprint: () => ({ reads: ['counter'], writes: [] }),
      async run(input, signal) {
        const value = found(Input.parse(input).n);
        await takes(readMs, signal);
        return `The counter is ${value}.`;
      },
    };
    const write: BenchTool = {
      name: 'increment_counter',
      description: 'Adds one to the counter.',
      input: Input,
      effect: 'write',
      footprint: () => ({ reads: [], writes: ['counter'] }),
      async run(input, signal) {
        const value = found(Input.parse(input).n) + 1;
        await takes(writeMs, signal);
        world.value = value;
        return `The counter is ${value} now.`;
      },
    };
    const blocks = lane.map(
      (effect, n): Block => calls(`call_${n}`, effect === 'read' ? read.name : write.name, { n }),
    );
    return {
      tools: [read, write],
      script: onceThenDone({ waitMs: 0, blocks }),
      inspect: async () => ({ lost: writes - world.value, outOfOrder: world.outOfOrder }),
    };
  },
};
