import { type AxErrorName, axErrorName } from '../declarations/ax-error';

/** What an error means for whoever asked. */
export type AxProblem =
  /** There is no such element any more. */
  | 'gone'
  /** The program did not answer in time, or broke off. It may have done what it was asked for. */
  | 'no_answer'
  /** The element has no such attribute or action. */
  | 'unsupported'
  /** It has the attribute, with nothing in it. */
  | 'no_value'
  /** The system does not let this process at accessibility. */
  | 'not_permitted'
  | 'failed';

export interface AxFailure {
  readonly problem: AxProblem;
  readonly error: AxErrorName;
}

export type AxResult<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly failure: AxFailure };

const problems: Record<AxErrorName, AxProblem> = {
  Success: 'failed',
  Failure: 'failed',
  IllegalArgument: 'failed',
  InvalidUIElement: 'gone',
  InvalidUIElementObserver: 'failed',
  CannotComplete: 'no_answer',
  AttributeUnsupported: 'unsupported',
  ActionUnsupported: 'unsupported',
  NotificationUnsupported: 'unsupported',
  NotImplemented: 'unsupported',
  NotificationAlreadyRegistered: 'failed',
  NotificationNotRegistered: 'failed',
  APIDisabled: 'not_permitted',
  NoValue: 'no_value',
  ParameterizedAttributeUnsupported: 'unsupported',
  NotEnoughPrecision: 'failed',
};

export function ok<T>(value: T): AxResult<T> {
  return { ok: true, value };
}

export function failed(error: AxErrorName): { readonly ok: false; readonly failure: AxFailure } {
  return { ok: false, failure: { problem: problems[error], error } };
}

/** @returns null for success */
export function failureOf(code: number): { readonly ok: false; readonly failure: AxFailure } | null {
  const error = axErrorName(code);
  return error === 'Success' ? null : failed(error);
}

/** What is known of a write right after it. Whether anything came of it is for a read to say. */
export type WriteOutcome =
  | { readonly kind: 'accepted' }
  /** It may have been done: never to be repeated unseen. */
  | { readonly kind: 'unknown'; readonly failure: AxFailure }
  /** It was certainly not done. */
  | { readonly kind: 'refused'; readonly failure: AxFailure };

/** The errors that come before anything is done. Any other may have come after it. */
const refusals: ReadonlySet<AxErrorName> = new Set<AxErrorName>([
  'IllegalArgument',
  'InvalidUIElement',
  'AttributeUnsupported',
  'ActionUnsupported',
  'NotImplemented',
  'APIDisabled',
]);

export function writeOutcomeOf(code: number): WriteOutcome {
  const failure = failureOf(code)?.failure;
  if (failure === undefined) return { kind: 'accepted' };
  return { kind: refusals.has(failure.error) ? 'refused' : 'unknown', failure };
}
