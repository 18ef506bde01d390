import { ZodError } from 'zod';
import { StreamBroken } from './stream-broken';

/** What comes in and can't be understood is a broken answer, not a bug of ours. */
export function soundly<T>(read: () => T): T {
  try {
    return read();
  } catch (thrown) {
    if (!(thrown instanceof SyntaxError) && !(thrown instanceof ZodError)) throw thrown;
    throw new StreamBroken('the stream does not make sense', { cause: thrown });
  }
}

/**
 * What is thrown while an answer comes in, other than by the API itself, means that the answer broke.
 *
 * @param isApiError whether the API said it
 */
export async function* unbroken(
  stream: AsyncIterable<unknown>,
  isApiError: (thrown: unknown) => boolean,
): AsyncGenerator {
  try {
    yield* stream;
  } catch (thrown) {
    throw isApiError(thrown) ? thrown : new StreamBroken('the stream died', { cause: thrown });
  }
}
