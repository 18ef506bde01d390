import { ok, type Result } from '../../contract/failure';
import { read } from './asking';
import { failure, unanswered } from './failures';
import { type Called, questionLimit } from './program';

type Rest = 'quiet' | 'still_changing';

/** A program that hangs keeps silent too: it is asked something before, and again after. */
export async function untilQuiet(called: Called, quietMs: number, limitMs: number): Promise<Result<Rest>> {
  const { program, signal } = called;
  const before = await answers(called);
  if (!before.ok || !before.value) return before.ok ? ok('still_changing') : before;
  const asked = await program.ask({ kind: 'until_quiet', quietMs, limitMs }, signal, limitMs + questionLimit);
  if (asked.kind !== 'answered') return failure(unanswered(asked, { running: program.isRunning() }));
  const after = await answers(called);
  if (!after.ok) return after;
  return ok(after.value ? asked.reply : 'still_changing');
}

async function answers(called: Called): Promise<Result<boolean>> {
  const asked = await read(called, { kind: 'focused' }, 'program');
  if (asked.ok || asked.failure.code === 'program_hung') return ok(asked.ok);
  // That an element has no focus to tell of is an answer too.
  return asked.failure.code === 'internal' ? ok(true) : asked;
}
