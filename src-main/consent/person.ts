import type { Consent } from '../bridge/consent';
import type { PersonSeen, Platform } from '../bridge/platform';
import type { ApprovalAnswer, ApprovalId } from '../contract/approval';
import { failed, ok, type Result } from '../contract/failure';
import type { Settings } from '../contract/settings';
import type { EventSink } from '../contract/trace-event';
import type { Answering } from './answering';
import { createApprovals, nobodyWaits } from './approvals';
import { createHold } from './hold';

/** What the person says to the run that is under way. */
export interface PersonsWord {
  /** They take over: no write is begun until they are done. */
  takeOver(): Result<null>;
  /** They are done with the desktop. */
  resume(): Result<null>;
  answer(answer: ApprovalAnswer): Result<null>;
}

/** Sees the person use the desktop that a run works on. @returns how to stop watching */
export type WatchPerson = Platform['watchPerson'];

/** The person's attention to one run. */
export interface Attention extends Consent {
  /** The person said something new of a tool: what they had granted it for the run counts no more. */
  reconsider(tool: string): void;
  /** The run is over: it is neither held nor answered any more. */
  end(): void;
}

/** The person at this machine, who attends one run after the other. */
export interface Person extends PersonsWord {
  /** @param watch null where the run works on a desktop that is not the person's */
  attend(emit: EventSink, watch: WatchPerson | null): Attention;
}

const nobodyRuns = failed('not_found', 'No run is going on that could be held back.', 'Start one first.');

export interface PersonOptions {
  readonly answering: Answering;
  /** What is said to a question of the agent's where the person is not there; null: nothing. */
  readonly saying: string | null;
  readonly newId: () => ApprovalId;
  /** As they are when a run begins. */
  readonly settings: () => Pick<Settings, 'askBeforeDestructive' | 'yieldToPerson'>;
}

export function createPerson({ answering, saying, newId, settings }: PersonOptions): Person {
  let attended: PersonsWord | null = null;
  return {
    attend(emit, watch) {
      const { askBeforeDestructive, yieldToPerson } = settings();
      const approvals = createApprovals({ newId, answering, saying, askBeforeDestructive });
      const hold = createHold(emit);
      // Without a window nobody could say that the run may go on.
      const yields = yieldToPerson && answering === 'person';
      // Whoever is asked has to come to the window, and uses the desktop on their way.
      const saw = (what: PersonSeen) => {
        if (!approvals.isAsking) hold.begin(what.sentence);
      };
      const unwatch = yields ? watch?.(saw) : undefined;
      const word: PersonsWord = {
        takeOver() {
          hold.begin('You took over.');
          return ok(null);
        },
        resume() {
          hold.end();
          return ok(null);
        },
        answer: (answer) => approvals.answer(answer),
      };
      attended = word;
      return {
        allows: approvals.allows,
        ask: (question, asker) => approvals.ask(question, asker),
        reconsider: (tool) => approvals.reconsider(tool),
        get isHeld() {
          return hold.isHeld;
        },
        untilFree: (asker) => hold.untilFree(asker),
        end() {
          unwatch?.();
          if (attended === word) attended = null;
        },
      };
    },
    takeOver: () => attended?.takeOver() ?? nobodyRuns,
    resume: () => attended?.resume() ?? ok(null),
    answer: (answer) => attended?.answer(answer) ?? nobodyWaits,
  };
}
