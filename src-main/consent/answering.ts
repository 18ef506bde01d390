import type { Consented, Question } from '../bridge/consent';
import type { ApprovalOutcome } from '../contract/approval';
import type { Failure } from '../contract/failure';

/** Who answers a run's questions: the person at the window, or, without one, what they said beforehand. */
export type Answering = 'person' | 'all' | 'none' | 'nobody';

/** An answer that was given without the person. */
export interface PersonAbsent {
  readonly outcome: ApprovalOutcome;
  readonly consented: Consented;
}

/**
 * @param answer what is said to a question of the agent's; null: that nobody is there to be asked
 * @returns null where the person is there to answer
 */
export function answerFor(
  answering: Answering,
  question: Question,
  answer: string | null,
): PersonAbsent | null {
  if (question.reason === 'question' && answering !== 'person')
    return answer === null
      ? no(question, 'Nobody is there to be asked')
      : { outcome: 'once', consented: { kind: 'allowed', typed: answer } };
  switch (answering) {
    case 'person':
      return null;
    case 'all':
      return question.reason === 'secure_field'
        ? no(question, 'Nobody is there to type the secret')
        : { outcome: 'once', consented: { kind: 'allowed', typed: null } };
    case 'none':
      return no(question, 'The run was started with the word that nothing is approved');
    case 'nobody':
      return no(question, 'The run goes on without a window, and nobody is there to be asked');
  }
}

export function thePersonSaidNo({ sentence }: Question): Failure {
  return {
    code: 'not_approved',
    sentence: `The person did not allow this: ${sentence}`,
    next: 'Nothing was done. Leave it out, and do not try another way to the same end.',
  };
}

function no({ sentence }: Question, because: string): PersonAbsent {
  const why: Failure = {
    code: 'not_approved',
    sentence: `${because}, so this was not done: ${sentence}`,
    next: 'Leave it out, and say at the end that it is left for the person.',
  };
  return { outcome: 'deny', consented: { kind: 'denied', why } };
}
