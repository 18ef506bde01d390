import { z } from 'zod';

/** Every way in which something is known to fail. A new failure is a new line here first. */
export const FailureCode = z.enum([
  'invalid_input',
  'unknown_tool',
  'tool_threw',
  'timed_out',
  'cancelled',
  'stale_ref',
  'unknown_ref',
  'not_visible',
  'not_enabled',
  'covered',
  'unexpected_modal',
  'not_frontmost',
  'not_approved',
  'program_denied',
  'program_hung',
  'permission_missing',
  'unsupported',
  'contradicted',
  'delivery_unknown',
  'target_gone',
  'secure_field',
  'not_found',
  'outside_workspace',
  'io_failed',
  'http_failed',
  'mcp_unavailable',
  'mcp_failed',
  'deferred',
  'skipped',
  'screen_diverged',
  'script_failed',
  'plan_incomplete',
  'crew_limit',
  'model_auth',
  'model_rate_limited',
  'model_overloaded',
  'model_refused',
  'model_truncated',
  'model_empty',
  'model_bad_request',
  'model_unreachable',
  'model_stream_broken',
  'model_failed',
  'limit_turns',
  'limit_tokens',
  'limit_minutes',
  'stopped',
  'trace_not_found',
  'trace_empty',
  'trace_foreign',
  'trace_damaged',
  'trace_too_new',
  'blob_missing',
  'settings_invalid',
  'key_unavailable',
  'run_active',
  'interrupted',
  'internal',
]);
export type FailureCode = z.infer<typeof FailureCode>;

/** A failure is a value: what happened in a sentence a person can act on, and what to do next. */
export const Failure = z.object({
  code: FailureCode,
  sentence: z.string().min(1),
  next: z.string().min(1),
});
export type Failure = z.infer<typeof Failure>;

export type Result<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly failure: Failure };

export function ok<T>(value: T): Result<T> {
  return { ok: true, value };
}

export function failed(code: FailureCode, sentence: string, next: string): { ok: false; failure: Failure } {
  return { ok: false, failure: { code, sentence, next } };
}

/** What a thrown value says of itself; for the edges where foreign code throws. */
export function thrownSentence(thrown: unknown): string {
  return thrown instanceof Error && thrown.message !== '' ? thrown.message : String(thrown);
}
