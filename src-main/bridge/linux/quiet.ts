import { setTimeout as pause } from 'node:timers/promises';
import { getRole, untilQuiet as untilSilent, walk } from '../../../native/linux/atspi';
import { ok, type Result } from '../../contract/failure';
import { failure, unread } from './failures';
import type { Memory } from './memory';
import type { Program } from './program';

type Rest = 'quiet' | 'still_changing';

/** A program that does not answer is not at rest: it is asked before, and again after it has kept silent. */
export async function untilQuiet(
  program: Program,
  memory: Memory,
  quietMs: number,
  limitMs: number,
): Promise<Result<Rest>> {
  const end = performance.now() + limitMs;
  const left = () => Math.max(1, end - performance.now());
  const before = await answers(program, limitMs);
  if (!before.ok || !before.value) return before.ok ? ok('still_changing') : before;
  await pause(Math.min(memory.pending, left()));
  const silent =
    program.toolkit === 'gtk4'
      ? await byLooking(program, quietMs, left)
      : await byListening(program, quietMs, left());
  if (!silent.ok) return silent;
  const after = await answers(program, left());
  if (!after.ok) return after;
  return ok(after.value ? silent.value : 'still_changing');
}

async function byListening(
  { listening, application, patience }: Program,
  quietMs: number,
  limitMs: number,
): Promise<Result<Rest>> {
  const silent = await untilSilent(listening, application.bus, quietMs, limitMs, patience.signal);
  return silent.ok ? ok(silent.value) : failure(unread(silent.trouble));
}

/** GTK 4 tells little of what changes, and nothing of a label: what it says is compared. */
async function byLooking(program: Program, quietMs: number, left: () => number): Promise<Result<Rest>> {
  for (let before = await faceOf(program, left()); before.ok; ) {
    const silent = await byListening(program, quietMs, left());
    if (!silent.ok || silent.value === 'still_changing') return silent;
    const after = await faceOf(program, left());
    if (!after.ok) return after;
    if (after.value !== null && after.value === before.value) return ok('quiet');
    if (left() <= 1) return ok('still_changing');
    before = after;
  }
  return ok('still_changing');
}

const plenty = { nodes: 5_000, depth: 200, children: 1_000 } as const;

/** Everything that a person would see change; null where it could not be read in time. */
async function faceOf(
  { line, application, patience }: Program,
  limitMs: number,
): Promise<Result<string | null>> {
  const raw = await walk(line, application.root, { ...plenty, milliseconds: limitMs }, patience);
  if (!raw.ok) return raw.trouble.kind === 'timed_out' ? ok(null) : failure(unread(raw.trouble));
  return ok(
    JSON.stringify(
      raw.value.nodes.map(({ identity, role, name, value, states }) => [identity, role, name, value, states]),
    ),
  );
}

async function answers({ line, application, patience }: Program, limitMs: number): Promise<Result<boolean>> {
  const asked = await line.ask(application.root, getRole, { ...patience, limitMs });
  if (asked.ok || asked.trouble.kind === 'timed_out') return ok(asked.ok);
  return failure(unread(asked.trouble));
}
