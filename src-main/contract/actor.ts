import { z } from 'zod';
import { ActorId, CallId } from './ids';

/**
 * Who asks for the calls of a turn. An agent is a model with a conversation of its own; a plan and a script were written
 * by one, and their turns have no model in them.
 */
export const ActorKind = z.enum(['agent', 'plan', 'script']);
export type ActorKind = z.infer<typeof ActorKind>;

/** How an actor came to work in the run. */
export const ActorOrigin = z.discriminatedUnion('kind', [
  /** It works under this call, which ends with what it answers. */
  z.object({ kind: z.literal('call'), call: CallId }),
  /** It takes over the conversation in which this call was made. */
  z.object({ kind: z.literal('handoff'), call: CallId }),
  /** It does the next task of a process, and begins with what that actor answered. */
  z.object({ kind: z.literal('after'), actor: ActorId }),
]);
export type ActorOrigin = z.infer<typeof ActorOrigin>;

export const ActorOutcome = z.enum(['succeeded', 'failed', 'cancelled']);
export type ActorOutcome = z.infer<typeof ActorOutcome>;
