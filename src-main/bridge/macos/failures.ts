import type { Asked, AxFailure, LaneRequest, WriteRequest, Written } from '../../../native/macos';
import { type Failure, type FailureCode, ok, type Result } from '../../contract/failure';
import type { Delivery } from '../../contract/trace-event';

/** What the lane does not know of an answer: whether the program still runs, and whether its root or an element was asked. */
export interface Circumstances {
  readonly running: boolean;
  readonly asked: 'program' | 'element';
}

export function failure<T>(value: Failure): Result<T> {
  return { ok: false, failure: value };
}

const lookAgain = 'Take a snapshot.';

export const programGone: Failure = {
  code: 'target_gone',
  sentence: 'The program is gone.',
  next: 'Start it again, then take a snapshot.',
};
export const stale: Failure = {
  code: 'stale_ref',
  sentence: 'The element is no longer there.',
  next: lookAgain,
};
const hung: Failure = {
  code: 'program_hung',
  sentence: 'The program does not answer.',
  next: 'Wait a while and look again, or end the program.',
};
export const notPermitted: Failure = {
  code: 'permission_missing',
  sentence: 'macOS does not let Interlock read or operate other programs.',
  next: 'Allow Interlock in System Settings, Privacy & Security, Accessibility, then try again.',
};
export const cancelled: Failure = {
  code: 'cancelled',
  sentence: 'The call was cancelled before anything was done.',
  next: 'Nothing has to be undone.',
};

/** Why a program or an element told nothing. Nothing was done to it. */
export function unread({ problem, error }: AxFailure, { running, asked }: Circumstances): Failure {
  if (!running) return programGone;
  switch (problem) {
    case 'gone':
      return asked === 'program' ? programGone : stale;
    case 'no_answer':
      return hung;
    case 'not_permitted':
      return notPermitted;
    case 'unsupported':
    case 'no_value':
    case 'failed':
      return { code: 'internal', sentence: `The program answered with ${error}.`, next: lookAgain };
  }
}

type Unanswered = Exclude<Asked<LaneRequest>, { readonly kind: 'answered' }>;

/** Why there is no answer at all. */
export function unanswered(asked: Unanswered, { running }: Pick<Circumstances, 'running'>): Failure {
  switch (asked.kind) {
    case 'not_begun':
      return notBegun(asked);
    case 'unknown':
      return running ? deliveryUnknown(asked.said) : programGone;
    case 'no_answer':
      if (asked.loss === 'cancelled') return cancelled;
      if (!running) return programGone;
      if (asked.loss === 'hung') return hung;
      return { code: 'internal', sentence: `The program could not be read: ${asked.said}`, next: lookAgain };
  }
}

function notBegun({ reason, said }: Extract<Unanswered, { readonly kind: 'not_begun' }>): Failure {
  switch (reason) {
    case 'cancelled':
      return cancelled;
    case 'own_pid':
      return {
        code: 'program_denied',
        sentence: said,
        next: 'Choose another program than Interlock itself.',
      };
    case 'cannot_start':
    case 'closed':
      return {
        code: 'internal',
        sentence: `The program could not be reached: ${said}`,
        next: 'Try it again.',
      };
  }
}

export function deliveryUnknown(said: string): Failure {
  return {
    code: 'delivery_unknown',
    sentence: `It was sent, but whether it was done is not known: ${said}`,
    next: 'Take a snapshot to see whether it was done. Do not repeat it blindly.',
  };
}

type Refusal = Extract<Written, { readonly kind: 'refused' }>['reason'];

const refusals: Readonly<Record<Refusal, Failure>> = {
  gone: stale,
  changed: { code: 'stale_ref', sentence: 'The element has become another one.', next: lookAgain },
  no_answer: hung,
  unsupported: refusal(
    'unsupported',
    'The element does not do that.',
    'Try another way, as with the pointer.',
  ),
  not_permitted: notPermitted,
  secret: refusal(
    'secure_field',
    'This is a secure field.',
    'Leave it to the person: use fill_secure_field.',
  ),
  not_secret: refusal('invalid_input', 'This is no secure field.', 'Use set_value for it.'),
  not_frontmost: refusal(
    'not_frontmost',
    'Another program is in front: the keys would go there.',
    'Bring the program to the front first.',
  ),
  secure_input: refusal(
    'secure_field',
    'A password is being typed somewhere: no key of ours would arrive.',
    'Wait until the person has typed it.',
  ),
  not_a_chord: refusal(
    'invalid_input',
    'That is not a key.',
    'Write modifiers first, then one key: Meta+a, Escape, ArrowDown.',
  ),
  not_a_value: refusal(
    'invalid_input',
    'The element does not hold values of that kind.',
    'Give it one like the one that it holds.',
  ),
  failed: refusal('unsupported', 'The program refused it.', 'Look at the element, and try another way.'),
};

function refusal(code: FailureCode, sentence: string, next: string): Failure {
  return { code, sentence, next };
}

/** What came of a write. @param how what it means that the lane accepted it: the program took it, or the system posted it */
export function delivered(
  asked: Asked<WriteRequest>,
  how: 'accepted' | 'sent',
  { running }: Pick<Circumstances, 'running'>,
): Result<Delivery> {
  if (asked.kind !== 'answered') return failure(unanswered(asked, { running }));
  switch (asked.reply.kind) {
    case 'accepted':
      return ok(how);
    case 'unknown':
      return failure(deliveryUnknown(asked.reply.why));
    case 'refused': {
      const { reason } = asked.reply;
      return failure(running || reason !== 'no_answer' ? refusals[reason] : programGone);
    }
  }
}
