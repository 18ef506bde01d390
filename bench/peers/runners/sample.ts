import type { Runner } from './contenders/runner';
import { inShort } from './lab';
import type { ModelServer } from './server/model-server';
import type { Damage, Workload } from './workloads/workload';

/** One run of one runner. */
export interface Sample extends Damage {
  /** Milliseconds, from the call that begins it to its end. */
  readonly ms: number;
  /** Responses of the model. */
  readonly turns: number;
  /** Requests that the API would have refused. */
  readonly invalid: number;
  /** Why the runner gave up; null where it did not. */
  readonly gaveUp: string | null;
}

export async function sample(runner: Runner, workload: Workload, server: ModelServer): Promise<Sample> {
  const scene = workload.scene();
  const session = server.open(scene.script);
  const { signal } = new AbortController();
  const { origin } = session;
  const prepared = await runner.prepare({
    origin,
    task: 'Do it.',
    tools: scene.tools,
    signal,
    isKept: false,
  });
  const began = performance.now();
  const gaveUp = await prepared.run().then(
    () => null,
    (thrown: unknown) => inShort(thrown),
  );
  const ms = performance.now() - began;
  // A runner that gave up may have left calls at work, which can still do damage.
  if (gaveUp !== null) await quiet();
  const damage = await scene.inspect(session);
  session.close();
  return { ms, turns: session.turns, invalid: session.objections.length, gaveUp, ...damage };
}

function quiet(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, 200);
  });
}
