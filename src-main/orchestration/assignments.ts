import type { Member } from '../contract/crew';
import { type Failure, failed, ok, type Result } from '../contract/failure';

/** A task that a manager gave out, and what came of it so far. */
export interface Assignment {
  /** `t1`: the first of the run. */
  readonly id: string;
  readonly member: Member;
  /** What is to be done, as the worker is told it the next time. */
  readonly task: string;
  /** Its latest answer; empty where it had none. */
  readonly answer: string;
  /** How often it was sent back. */
  readonly rounds: number;
  readonly state: 'at work' | 'answered' | 'accepted';
}

/** Every task of a run that was given out. */
export interface Assignments {
  begin(member: Member, task: string): Assignment;
  answered(id: string, answer: string): void;
  /** @param rounds how often one may be sent back */
  sendBack(id: string, changes: string, rounds: number): Result<Assignment>;
  accept(id: string): Result<Assignment>;
  find(id: string): Assignment | null;
}

export function createAssignments(): Assignments {
  const known = new Map<string, Assignment>();

  function keep(assignment: Assignment): Assignment {
    known.set(assignment.id, assignment);
    return assignment;
  }

  function answeredOne(id: string): Result<Assignment> {
    const found = known.get(id);
    if (found === undefined) return unknown(id, [...known.keys()]);
    if (found.state === 'at work') return notNow(id, 'is still being worked on');
    if (found.state === 'accepted') return notNow(id, 'was accepted before');
    return ok(found);
  }

  return {
    begin: (member, task) =>
      keep({ id: `t${known.size + 1}`, member, task, answer: '', rounds: 0, state: 'at work' }),
    answered(id, answer) {
      const found = known.get(id);
      if (found !== undefined) keep({ ...found, answer, state: 'answered' });
    },
    sendBack(id, changes, rounds) {
      const found = answeredOne(id);
      if (!found.ok) return found;
      if (found.value.rounds >= rounds) return { ok: false, failure: noMoreRounds(id, rounds) };
      const { task, answer } = found.value;
      return ok(
        keep({
          ...found.value,
          task: [task, 'What you answered:', answer, 'What is to be changed:', changes].join('\n\n'),
          rounds: found.value.rounds + 1,
          state: 'at work',
        }),
      );
    },
    accept(id) {
      const found = answeredOne(id);
      return found.ok ? ok(keep({ ...found.value, state: 'accepted' })) : found;
    },
    find: (id) => known.get(id) ?? null,
  };
}

function unknown(id: string, known: readonly string[]) {
  const next = known.length === 0 ? 'Give a task out first.' : `Use one of: ${known.join(', ')}.`;
  return failed('invalid_input', `There is no task ${id}.`, next);
}

function notNow(id: string, why: string) {
  return failed('invalid_input', `Task ${id} ${why}.`, 'Go on with the others.');
}

function noMoreRounds(id: string, rounds: number): Failure {
  return {
    code: 'crew_limit',
    sentence: `Task ${id} was sent back ${rounds} ${rounds === 1 ? 'time' : 'times'}, and may not be again.`,
    next: 'Accept it as it is, or give out another task.',
  };
}
