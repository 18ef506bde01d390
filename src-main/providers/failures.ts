import { type Failure, type FailureCode, thrownSentence } from '../contract/failure';
import type { ApiAnswer, Trouble } from './trouble';

export const cancelled: Failure = {
  code: 'cancelled',
  sentence: 'The model was stopped while it answered.',
  next: 'Run the task again when you like.',
};

export const outgrown: Failure = {
  code: 'model_truncated',
  sentence: 'The conversation has grown longer than the model can read.',
  next: 'Start a new run with a smaller task, or choose a model with a larger context window.',
};

/** What a person is told of an error of the API or of the way to it. The key is never part of it. */
export function failureOf(trouble: Trouble, key: string): Failure {
  const failure = plainFailure(trouble);
  return key === '' ? failure : { ...failure, sentence: failure.sentence.replaceAll(key, '(the key)') };
}

function plainFailure(trouble: Trouble): Failure {
  switch (trouble.kind) {
    case 'broken':
      return {
        code: 'model_stream_broken',
        sentence: "The model's answer broke off before it was complete.",
        next: 'Check the network connection, then run the task again.',
      };
    case 'unreachable':
      return {
        code: 'model_unreachable',
        sentence: `The model's service could not be reached: ${causeOf(trouble.error)}`,
        next: 'Check the network connection and the base URL in Settings, then run the task again.',
      };
    case 'answered':
      return apiFailure(trouble.answer);
    case 'strange':
      return {
        code: 'model_failed',
        sentence: `The model could not be asked: ${thrownSentence(trouble.thrown)}`,
        next: 'Run the task again. If it fails the same way, choose another model in Settings.',
      };
  }
}

/** The innermost cause: the outer ones only say that something failed. */
function causeOf(error: Error): string {
  let at: Error = error;
  while (at.cause instanceof Error) at = at.cause;
  return 'code' in at && typeof at.code === 'string' ? at.code : at.message;
}

function apiFailure({ status, type, message }: ApiAnswer): Failure {
  if (type === 'context_length_exceeded') return outgrown;
  const code = codeOf(status ?? 0, type);
  return { code, ...wordsFor(code, status === null ? type : `${status}`, message) };
}

const authTypes: ReadonlySet<string> = new Set([
  'authentication_error',
  'permission_error',
  'billing_error',
  'insufficient_quota',
  'invalid_api_key',
]);

function codeOf(status: number, type: string): FailureCode {
  if (status === 401 || status === 402 || status === 403 || authTypes.has(type)) return 'model_auth';
  if (status === 429 || type === 'rate_limit_error' || type === 'rate_limit_exceeded') {
    return 'model_rate_limited';
  }
  if (status === 529 || type === 'overloaded_error') return 'model_overloaded';
  if (status >= 400 && status < 500 && status !== 408 && status !== 409) return 'model_bad_request';
  if (type === 'invalid_request_error' || type === 'not_found_error') return 'model_bad_request';
  return 'model_failed';
}

function wordsFor(code: FailureCode, answer: string, said: string): Pick<Failure, 'sentence' | 'next'> {
  const named = answer === '' ? '' : ` (${answer})`;
  const because = `${named}${said === '' ? '.' : `: ${said}`}`;
  switch (code) {
    case 'model_auth':
      return {
        sentence: `The service did not accept the key${because}`,
        next: 'Open Settings and enter a key that is valid for this model.',
      };
    case 'model_rate_limited':
      return {
        sentence: `The service's rate limit is reached${because}`,
        next: 'Wait a minute, then run the task again; or choose another model in Settings.',
      };
    case 'model_overloaded':
      return {
        sentence: `The service is overloaded${because}`,
        next: 'Wait a few minutes, then run the task again.',
      };
    case 'model_bad_request':
      return {
        sentence: `The service refused the request${because}`,
        next: 'Check the model name and the base URL in Settings.',
      };
    default:
      return {
        sentence: `The service failed${because}`,
        next: 'Run the task again in a few minutes.',
      };
  }
}
