import { z } from 'zod';
import { failed, type Result, thrownSentence } from '../contract/failure';
import { type RequestInput, type RequestName, type RequestOutput, requests } from '../contract/ipc';

export type Handlers = {
  readonly [N in RequestName]: (
    input: RequestInput<N>,
  ) => Result<RequestOutput<N>> | Promise<Result<RequestOutput<N>>>;
};

/**
 * What a request is answered with: its input parsed, its handler asked, and nothing thrown.
 * @param raw as it came from a page
 */
export async function answer<N extends RequestName>(
  handlers: Handlers,
  name: N,
  raw: unknown,
): Promise<Result<RequestOutput<N>>> {
  const parsed = requests[name].input.safeParse(raw);
  if (!parsed.success) {
    const why = z.prettifyError(parsed.error).replaceAll('\n', ' ');
    return failed(
      'invalid_input',
      `The window asked for ${name} with something else: ${why}`,
      'Report this.',
    );
  }
  try {
    return await handlers[name](parsed.data as RequestInput<N>);
  } catch (thrown) {
    return failed(
      'internal',
      `${name} broke: ${thrownSentence(thrown)}`,
      'Try again; report it if it stays.',
    );
  }
}
