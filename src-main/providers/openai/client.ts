import OpenAI, { type APIError } from 'openai';
import { toldIn } from './trouble';

/** The official client, which keeps what a server said of an error also where it is not in OpenAI's own shape. */
class Client extends OpenAI {
  protected override makeStatusError(
    status: number,
    body: object | undefined,
    text: string | undefined,
    headers: Headers,
  ): APIError {
    const { message, word: code, param } = toldIn(body ?? text ?? '');
    return super.makeStatusError(status, { error: { message, code, param } }, text, headers);
  }
}

/** Does not retry by itself. @param baseUrl null: OpenAI's own */
export function openaiClient(apiKey: string, baseUrl: string | null): OpenAI {
  return new Client({ apiKey, baseURL: baseUrl ?? openaiUrl, maxRetries: 0, logLevel: 'off' });
}

export const openaiUrl = 'https://api.openai.com/v1';
