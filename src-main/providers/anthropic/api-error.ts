import { APIConnectionError, APIError } from '@anthropic-ai/sdk';

/** What is used of an error that the API answered with; its class has types of its own for each status. */
export interface ApiAnswer {
  /** null for an error in the middle of a stream. */
  readonly status: number | null;
  /** The API's word for it, like `overloaded_error`; empty where it said none. */
  readonly type: string;
  readonly message: string;
  readonly headers: Headers | null;
}

/** null where the API did not answer at all, or something else was thrown. */
export function apiAnswer(thrown: unknown): ApiAnswer | null {
  if (!(thrown instanceof APIError) || thrown instanceof APIConnectionError) return null;
  const error: APIError = thrown as APIError;
  return {
    status: error.status ?? null,
    type: error.type ?? '',
    message: error.apiMessage ?? '',
    headers: error.headers ?? null,
  };
}
