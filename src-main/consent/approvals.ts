import type { Asker, Consent, Consented, Question } from '../bridge/consent';
import type { ApprovalAnswer, ApprovalId, ApprovalOutcome, ApprovalReason } from '../contract/approval';
import { failed, ok, type Result } from '../contract/failure';
import type { CallId } from '../contract/ids';
import { type Answering, answerFor, type PersonAbsent, thePersonSaidNo } from './answering';

export interface ApprovalsOptions {
  readonly newId: () => ApprovalId;
  readonly answering: Answering;
  readonly saying: string | null;
  /** Otherwise what cannot be undone is allowed unasked. */
  readonly askBeforeDestructive: boolean;
}

/** The questions of one run, and what the person has said to them. */
export interface Approvals extends Pick<Consent, 'allows' | 'ask'> {
  /** Whether a question waits for its answer. */
  readonly isAsking: boolean;
  /** The person said something new of a tool: what they had granted it for the run counts no more. */
  reconsider(tool: string): void;
  /** Failure `not_found` where nobody waits for it; `invalid_input` where a secret is missing. */
  answer(answer: ApprovalAnswer): Result<null>;
}

interface Open {
  readonly question: Question;
  readonly settle: (outcome: ApprovalOutcome, consented: Consented) => void;
}

export function createApprovals({
  newId,
  answering,
  saying,
  askBeforeDestructive,
}: ApprovalsOptions): Approvals {
  const open = new Map<ApprovalId, Open>();
  const granted = new Set<string>();
  /** Calls to which, as a whole, the person has said yes. */
  const wanted = new Set<CallId>();

  function allows(question: Question, { callId }: Asker): boolean {
    if (isTyped(question)) return false;
    if (question.reason === 'destructive' && (!askBeforeDestructive || wanted.has(callId))) return true;
    return granted.has(keyOf(question));
  }

  /** The call waits until it is settled; whatever settles it, it is recorded before the call can end. */
  function wait(question: Question, asker: Asker, id: ApprovalId): Promise<Consented> {
    const { turn, callId, emit, signal } = asker;
    return new Promise((resolve) => {
      const resume = asker.suspendLimit();
      const settle: Open['settle'] = (outcome, consented) => {
        open.delete(id);
        signal.removeEventListener('abort', withdraw);
        emit({ type: 'approval-answered', turn, callId, id, outcome });
        if (consented.kind === 'allowed' && isAboutTheCall(question)) wanted.add(callId);
        resume();
        resolve(consented);
      };
      const withdraw = () => settle('withdrawn', { kind: 'withdrawn' });
      open.set(id, { question, settle });
      if (signal.aborted) withdraw();
      else signal.addEventListener('abort', withdraw);
    });
  }

  return {
    get isAsking() {
      return open.size > 0;
    },
    allows,
    async ask(question, asker) {
      if (asker.signal.aborted) return { kind: 'withdrawn' };
      if (allows(question, asker)) return allowed(null);
      const id = newId();
      const { turn, callId } = asker;
      const { reason, program, sentence, grants, choices } = question;
      asker.emit({
        type: 'approval-asked',
        turn,
        callId,
        approval: { id, reason, program, sentence, grants, choices: [...choices] },
      });
      const answered = wait(question, asker, id);
      const absent: PersonAbsent | null = answerFor(answering, question, saying);
      if (absent !== null) open.get(id)?.settle(absent.outcome, absent.consented);
      return answered;
    },
    reconsider(tool) {
      for (const reason of aboutTheCall) granted.delete(keyOf({ reason, grantKey: tool }));
    },
    answer({ id, verdict, typed: sent }) {
      const asked = open.get(id);
      if (asked === undefined) return nobodyWaits;
      const { question, settle } = asked;
      if (verdict === 'deny') {
        settle('deny', { kind: 'denied', why: thePersonSaidNo(question) });
        return ok(null);
      }
      const { accepts } = question;
      const typed = accepts === null ? null : sent;
      if (typed === null && isTyped(question)) return nothingTyped;
      const refused = typed === null ? null : (accepts?.(typed) ?? null);
      if (refused !== null) return { ok: false, failure: refused };
      if (isTyped(question)) {
        settle('once', allowed(typed));
        return ok(null);
      }
      settle(verdict, allowed(typed));
      if (verdict === 'run') {
        granted.add(keyOf(question));
        for (const other of open.values())
          if (granted.has(keyOf(other.question))) other.settle('run', allowed(null));
      }
      return ok(null);
    },
  };
}

/** It is answered by what is typed, each time anew. */
function isTyped({ reason }: Question): boolean {
  return reason === 'secure_field' || reason === 'question';
}

/** Who lets the whole call go on is not asked again because of its words. */
function isAboutTheCall({ reason }: Question): boolean {
  return aboutTheCall.includes(reason);
}

const aboutTheCall: readonly ApprovalReason[] = ['ask_me', 'each_write'];

function keyOf({ reason, grantKey }: Pick<Question, 'reason' | 'grantKey'>): string {
  return `${reason} ${grantKey}`;
}

function allowed(typed: string | null): Consented {
  return { kind: 'allowed', typed };
}

export const nobodyWaits = failed(
  'not_found',
  'Nobody waits for this answer any more.',
  'Look at the timeline to see what became of the call.',
);

const nothingTyped = failed(
  'invalid_input',
  'Something is to be typed, and nothing was.',
  'Type it, or deny it.',
);
