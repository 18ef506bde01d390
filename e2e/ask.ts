import type { Page } from '@playwright/test';
import type { Failure, Result } from '../src-main/contract/failure';
import type {
  Interlock,
  NoticeName,
  NoticePayload,
  RequestInput,
  RequestName,
  RequestOutput,
} from '../src-main/contract/ipc';
import { type DemoName, defaultLimits, type Mode, type RunRequest } from '../src-main/contract/run-options';

/** Asks the main process as the window does. */
export function ask<N extends RequestName>(
  page: Page,
  name: N,
  input: RequestInput<N>,
): Promise<Result<RequestOutput<N>>> {
  return page.evaluate(
    ([asked, given]) => {
      const interlock = Reflect.get(window, 'interlock') as Interlock;
      return interlock.request(asked, given as never);
    },
    [name, input as unknown] as const,
  );
}

export async function valueOf<T>(asked: Promise<Result<T>>): Promise<T> {
  const result = await asked;
  if (!result.ok) throw new Error(`${result.failure.code}: ${result.failure.sentence}`);
  return result.value;
}

export async function refusalOf<T>(asked: Promise<Result<T>>): Promise<Failure['code']> {
  const result = await asked;
  if (result.ok) throw new Error(`answered with ${JSON.stringify(result.value)}`);
  return result.failure.code;
}

/** Begins to keep what the window is told under a name. @returns what was told so far */
export async function hear<N extends NoticeName>(
  page: Page,
  name: N,
): Promise<() => Promise<NoticePayload<N>[]>> {
  const key = `heard ${name}`;
  await page.evaluate(
    ([notice, at]) => {
      const interlock = Reflect.get(window, 'interlock') as Interlock;
      const heard: unknown[] = [];
      Reflect.set(window, at, heard);
      interlock.listen(notice, (payload) => heard.push(payload));
    },
    [name, key] as const,
  );
  return () => page.evaluate((at) => Reflect.get(window, at) as never, key);
}

export function demoRequest(demo: DemoName, mode: Mode, thinkingMs: number, task: string): RunRequest {
  return {
    task,
    target: { kind: 'practice' },
    model: { provider: 'scripted', demo, thinkingMs },
    mode,
    limits: defaultLimits,
    overrides: {},
    crew: { kind: 'alone' },
    approvals: 'sensitive',
  };
}
