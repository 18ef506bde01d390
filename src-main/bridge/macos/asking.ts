import type { AxResult, ReadRequest, ReplyTo, WriteRequest } from '../../../native/macos';
import { ok, type Result } from '../../contract/failure';
import type { Delivery } from '../../contract/trace-event';
import { delivered, failure, unanswered, unread } from './failures';
import { type Called, questionLimit } from './program';

type Read = Extract<ReadRequest, { readonly kind: 'snapshot' | 'look' | 'focused' | 'element_at' }>;
type ValueOf<R extends Read> = ReplyTo<R> extends AxResult<infer T> ? T : never;

/** @param about whether the root of the program is asked, or an element, of which `stale_ref` is said where it is gone */
export async function read<R extends Read>(
  { program, signal }: Called,
  request: R,
  about: 'program' | 'element',
  limitMs = questionLimit,
): Promise<Result<ValueOf<R>>> {
  const asked = await program.ask(request, signal, limitMs);
  const running = program.isRunning();
  if (asked.kind !== 'answered') return failure(unanswered(asked, { running }));
  const reply = asked.reply as AxResult<ValueOf<R>>;
  return reply.ok ? ok(reply.value) : failure(unread(reply.failure, { running, asked: about }));
}

export async function write({ program, signal }: Called, request: WriteRequest): Promise<Result<Delivery>> {
  const asked = await program.ask(request, signal, limitOf(request));
  const isPosted = ['click', 'scroll', 'type', 'chord'].includes(request.kind);
  return delivered(asked, isPosted ? 'sent' : 'accepted', { running: program.isRunning() });
}

/** A long text is typed piece by piece, each after a pause. */
function limitOf(request: WriteRequest): number {
  return request.kind === 'type' ? questionLimit + request.text.length * typedMs : questionLimit;
}
const typedMs = 5;
