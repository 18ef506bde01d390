import type { CallId } from '@contract/ids';
import type { Call, ModelSpan, Turn } from '@contract/trace-model';
import { waitedForPerson } from '@contract/waited-for-person';
import { awaitedIds } from '../trace/awaited';
import { duration } from '../widgets/units';
import { programOf, severalPrograms } from './layout/programs';
import { callLabel } from './layout/subject';

/** A call in a few words each: for the tooltip and for who listens instead of looking. @param turns of the run so far */
export function tellCall(
  call: Call,
  parallel: boolean,
  now: number,
  turns: readonly Turn[],
): readonly string[] {
  const said: string[] = [howItWent(call, now)];
  const needed = call.admission?.needs ?? [];
  const wait = waited(call, now);
  if (wait !== null && wait >= 1) {
    const awaited = awaitedIds(call);
    const what = awaited.length === 0 ? '' : ` for ${named(awaited, call, turns)}`;
    said.push(`waited ${duration(wait)}${what}`);
  }
  if (needed.length > 0) said.push(`needs ${named(needed, call, turns)}`);
  const person = waitedForPerson(call, now);
  if (person > 0) said.push(`${duration(person)} of it waiting for you`);
  const denied = call.approvals.some(({ answered }) => answered?.outcome === 'deny');
  if (denied) said.push('denied');
  const program = severalPrograms(turns) ? programOf(call) : null;
  if (program !== null) said.push(`in ${program}`);
  if (call.startedAt !== null) said.push(parallel ? 'in parallel' : 'on its own');
  if (call.admission !== null) said.push(call.admission.effect);
  const delivery = call.ended?.delivery ?? null;
  if (delivery !== null) said.push(`delivery ${delivery}`);
  return said;
}

/** More than these are only counted. */
const namedAtMost = 3;

function named(ids: readonly CallId[], { turn }: Call, turns: readonly Turn[]): string {
  const calls = turns[turn - 1]?.calls ?? [];
  const names = ids.slice(0, namedAtMost).map((id) => {
    const found = calls.find((each) => each.id === id);
    return found === undefined ? id : callLabel(found, turns);
  });
  const rest = ids.length - names.length;
  if (rest > 0) names.push(`${rest} more`);
  const last = names.pop() ?? '';
  return names.length === 0 ? last : `${names.join('; ')} and ${last}`;
}

/** @param turns of the run so far */
export function callSentence(call: Call, parallel: boolean, now: number, turns: readonly Turn[]): string {
  return `${callLabel(call, turns)}: ${tellCall(call, parallel, now, turns).join(', ')}`;
}

function howItWent(call: Call, now: number): string {
  const { ended, startedAt } = call;
  if (ended === null) return startedAt === null ? 'waiting' : `running for ${duration(now - startedAt)}`;
  const word = ended.outcome.replace('_', ' ');
  if (startedAt === null) return word;
  const took = duration(ended.at - startedAt);
  return ended.outcome === 'succeeded' ? took : `${word} after ${took}`;
}

/** From queued to started, or to where it ended or stands without having started. */
export function waited(call: Call, now: number): number | null {
  if (call.admission === null) return null;
  return (call.startedAt ?? call.ended?.at ?? now) - call.admission.at;
}

export function modelSentence(turn: number, span: ModelSpan, now: number): string {
  const said = [span.ended === null ? `answering for ${duration(now - span.requestedAt)}` : ''];
  if (span.ended !== null) said[0] = `${span.ended.kind} after ${duration(span.ended.at - span.requestedAt)}`;
  if (span.ended?.kind === 'responded') said.push(`${span.ended.usage.output} tokens out`);
  if (span.retries.length > 0)
    said.push(span.retries.length === 1 ? '1 retry' : `${span.retries.length} retries`);
  return `Model, turn ${turn}: ${said.join(', ')}`;
}
