import { z } from 'zod';
import type { Effect, Footprint } from '../../../src-main/contract/footprint';
import type { Input } from './server/reply';

/** A tool as every runner gets it. */
export interface BenchTool {
  readonly name: string;
  readonly description: string;
  readonly input: z.ZodObject;
  readonly effect: Effect;
  /** What only a runner that schedules by it asks for. */
  footprint(input: Input): Footprint;
  /** @param signal null where the runner gives its tools none */
  run(input: Input, signal: AbortSignal | null): Promise<string>;
}

export interface ObjectSchema {
  readonly [key: string]: unknown;
  readonly type: 'object';
}

export function jsonSchemaOf({ input }: BenchTool): ObjectSchema {
  const { $schema: _dialect, ...schema } = z.toJSONSchema(input);
  return { ...schema, type: 'object' };
}

/** Waits, or rejects when the signal is aborted: a well-behaved tool. */
export function takes(milliseconds: number, signal: AbortSignal | null): Promise<void> {
  if (milliseconds === 0) return Promise.resolve();
  return new Promise((resolve, reject) => {
    const leave = () => {
      clearTimeout(timer);
      reject(new DOMException('The tool was told to stop.', 'AbortError'));
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', leave);
      resolve();
    }, milliseconds);
    if (signal?.aborted === true) leave();
    else signal?.addEventListener('abort', leave, { once: true });
  });
}
