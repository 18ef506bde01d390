import type { Failure } from '../contract/failure';
import type { Limits } from '../contract/run-options';
import type { StopSource } from '../contract/trace-event';
import type { Conversation, Ending, SoFar } from './state';

export const completed: Ending = { status: 'completed', failure: null };

export function failedWith(failure: Failure): Ending {
  return { status: 'failed', failure };
}

const stopSentences: Readonly<Record<StopSource, string>> = {
  button: 'You stopped the run.',
  escape: 'You stopped the run with Escape.',
  global_shortcut: 'You stopped the run with the global shortcut.',
  signal: 'The run was stopped from outside.',
  window_closed: 'The window was closed, which stopped the run.',
  timeout: 'The time given to the run was over.',
};

export function stoppedBy(by: StopSource): Failure {
  return {
    code: 'stopped',
    sentence: stopSentences[by],
    next: 'Look at the target before you run the task again.',
  };
}

export function timeIsUp({ minutes }: Limits): Failure {
  return {
    code: 'limit_minutes',
    sentence: `The run reached its limit of ${minutes} ${minutes === 1 ? 'minute' : 'minutes'}.`,
    next: 'Raise the limit, or ask for less in one run.',
  };
}

/** The limit that forbids to ask the model once more; null where none does. */
export function limitReached({ rules, turns: taken }: Conversation, soFar: SoFar): Failure | null {
  const { turns, tokens } = rules.limits;
  const next = 'Raise the limit, or ask for less in one run.';
  if (soFar.tokens >= tokens) {
    return {
      code: 'limit_tokens',
      sentence: `The run used ${soFar.tokens} tokens; its limit is ${tokens}.`,
      next,
    };
  }
  if (soFar.turns >= turns) {
    return {
      code: 'limit_turns',
      sentence: `The run reached its limit of ${turns} ${turns === 1 ? 'turn' : 'turns'}.`,
      next,
    };
  }
  if (taken >= rules.turns) {
    return {
      code: 'limit_turns',
      sentence: `The agent had used up its ${rules.turns} ${rules.turns === 1 ? 'turn' : 'turns'} before it was done.`,
      next: 'Give it more turns, or less to do.',
    };
  }
  return null;
}

export const refusedByModel: Failure = {
  code: 'model_refused',
  sentence: 'The model refused to go on.',
  next: 'Say the task in another way, or choose another model.',
};

export const answeredNothing: Failure = {
  code: 'model_empty',
  sentence: 'The model answered with nothing.',
  next: 'Run the task again.',
};

export const cutOffTwice: Failure = {
  code: 'model_truncated',
  sentence: "The model's answer was cut off at the output limit twice in a row.",
  next: 'Ask for less in one run.',
};

export const endedUnknown: Failure = {
  code: 'model_failed',
  sentence: 'The model ended its answer for a reason that is not known here.',
  next: 'Run the task again, or choose another model.',
};
