import { APIConnectionError, APIError } from '@anthropic-ai/sdk';
import { StreamBroken } from '../stream-broken';
import type { ApiAnswer, Trouble } from '../trouble';

export function troubleOf(thrown: unknown): Trouble {
  if (thrown instanceof StreamBroken) return { kind: 'broken' };
  if (thrown instanceof APIConnectionError) return { kind: 'unreachable', error: thrown };
  if (thrown instanceof APIError) return { kind: 'answered', answer: apiAnswer(thrown as APIError) };
  return { kind: 'strange', thrown };
}

function apiAnswer(error: APIError): ApiAnswer {
  return {
    status: error.status ?? null,
    type: error.type ?? '',
    message: error.apiMessage ?? '',
    headers: error.headers ?? null,
  };
}
