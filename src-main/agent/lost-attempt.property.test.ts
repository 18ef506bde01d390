import fc from 'fast-check';
import { expect, it, vi } from 'vitest';
import type { ToolCall } from '../contract/messages';
import type { Mode } from '../contract/run-options';
import { heard } from '../scheduler/manual-clock.fixture';
import { answer, heldModel, toolCall } from './held-model.fixture';
import { toldIn, watchedRun } from './lost-attempt.fixture';

vi.setConfig({ testTimeout: 60_000 });

interface Wanted {
  readonly tool: 'look' | 'press' | 'save';
  readonly on: string;
}

/** Attempts of one answer of which all but the last are lost, each after some of its calls were heard. */
interface History {
  readonly mode: Mode;
  readonly attempts: ReadonlyArray<readonly Wanted[]>;
  /** What is not done before this many attempts are over. */
  readonly slow: ReadonlyArray<{ readonly on: string; readonly until: number }>;
  /** How much of the last one is heard before it comes whole. */
  readonly heardOfLast: number;
}

const on = fc.constantFrom('a', 'b', 'c');
const wanted = fc.record<Wanted>({ tool: fc.constantFrom('look', 'press', 'save'), on });
const history = fc.record<History>({
  mode: fc.constantFrom('mixed', 'batch'),
  attempts: fc.array(fc.array(wanted, { maxLength: 5 }), { minLength: 2, maxLength: 4 }),
  slow: fc.uniqueArray(fc.record({ on, until: fc.nat(3) }), { selector: (each) => each.on, maxLength: 2 }),
  heardOfLast: fc.nat(5),
});

async function settle(): Promise<void> {
  for (let moment = 0; moment < 4; moment += 1) await heard();
}

async function happen({ mode, attempts, slow, heardOfLast }: History) {
  const model = heldModel();
  const run = watchedRun(model, { mode });
  for (const each of slow) run.hold(each.on);
  let doneBeforeLast: readonly string[] = [];
  const last = attempts.at(-1) ?? [];
  await settle();
  for (const [at, calls] of attempts.entries()) {
    const isLast = calls === last && at === attempts.length - 1;
    if (isLast) doneBeforeLast = [...run.ran];
    const said = calls.map(
      (call, place): ToolCall => toolCall(`t${at}_${place}`, call.tool, { on: call.on }),
    );
    for (const [block, call] of said.slice(0, isLast ? heardOfLast : undefined).entries())
      model.say({ type: 'call-ready', block, call });
    await settle();
    for (const each of slow) if (each.until <= at) await run.letGo(each.on);
    if (!isLast) model.say({ type: 'retrying', attempt: at + 1, delayMs: 0, failure: broken });
    else model.say(answer(['So.', ...said]));
    await settle();
  }
  for (const each of slow) await run.letGo(each.on);
  await settle();
  const told = toldIn(model.requests.at(-1)?.messages ?? []);
  if (last.length > 0) model.say(answer(['Done.']));
  await settle();
  return { status: await run.over(), ran: run.ran, doneBeforeLast, told, last };
}

const broken = { code: 'model_stream_broken', sentence: 'It broke.', next: 'Wait.' } as const;
const nameOf = ({ tool, on: what }: Wanted) => `${tool} ${what}`;
const isWrite = (name: string) => !name.startsWith('look');
const count = (names: readonly string[], name: string) => names.filter((each) => each === name).length;

it('does no write oftener than one attempt asked for it, and begins none that the last one does not ask for', () =>
  fc.assert(
    fc.asyncProperty(history, async (given) => {
      const { status, ran, doneBeforeLast, last } = await happen(given);
      expect(status).toBe('completed');
      const attempts = given.attempts.map((calls) => calls.map(nameOf));
      for (const name of new Set(ran.filter(isWrite)))
        expect(count(ran, name)).toBeLessThanOrEqual(Math.max(...attempts.map((each) => count(each, name))));
      const since = ran.slice(doneBeforeLast.length).filter(isWrite);
      for (const name of since) expect(last.map(nameOf)).toContain(name);
      for (const name of last.map(nameOf)) expect(ran).toContain(name);
    }),
    { numRuns: 400 },
  ));

it('gives each call of the last answer its result in its order, and in mixed no look from before a press above it', () =>
  fc.assert(
    fc.asyncProperty(history, async (given) => {
      const { told, last } = await happen(given);
      last.forEach((call, at) => {
        expect(told[at]).toContain(nameOf(call));
        const before = last.slice(0, at).filter(({ tool }) => tool === 'press').length;
        const seen = Number(/after (\d+) writes/.exec(told[at] ?? '')?.[1]);
        const least = given.mode === 'mixed' && call.tool === 'look' ? before : 0;
        expect(seen).toBeGreaterThanOrEqual(least);
      });
    }),
    { numRuns: 400 },
  ));
