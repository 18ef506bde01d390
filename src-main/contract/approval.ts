import { z } from 'zod';

export const ApprovalId = z.string().min(1).brand<'ApprovalId'>();
export type ApprovalId = z.infer<typeof ApprovalId>;

/** Why a person is asked before a call goes on. */
export const ApprovalReason = z.enum([
  /** A secure field is to be filled in. The person types the secret: no model and no trace ever holds it. */
  'secure_field',
  /** Its words say that it cannot be undone: delete, send, pay... */
  'destructive',
  /** The person asked to be asked before this tool. */
  'ask_me',
  /** The person asked to be asked before each write. */
  'each_write',
  /** The person asked to be asked before the calls of a response, all of them at once. */
  'turn',
  /** The agent wants to know something. */
  'question',
]);
export type ApprovalReason = z.infer<typeof ApprovalReason>;

/** What exactly will happen, if it is allowed. */
export const Approval = z.object({
  id: ApprovalId,
  reason: ApprovalReason,
  /** The program that is driven. */
  program: z.string().min(1),
  /** What will happen in a sentence: `Press the button "Delete" in Mousepad.` */
  sentence: z.string().min(1),
  /** What `run` allows from here on, in a sentence. */
  grants: z.string().min(1),
  /** Answers that the agent offers; the person may give another. */
  choices: z.array(z.string().min(1)).default([]),
});
export type Approval = z.infer<typeof Approval>;

/** `run`: and the same again in this run without asking. */
export const ApprovalVerdict = z.enum(['once', 'run', 'deny']);
export type ApprovalVerdict = z.infer<typeof ApprovalVerdict>;

/** As it is recorded. `withdrawn`: the call ended or the run was stopped before anybody answered. */
export const ApprovalOutcome = z.enum([...ApprovalVerdict.options, 'withdrawn']);
export type ApprovalOutcome = z.infer<typeof ApprovalOutcome>;

/** What the person said, on its way from the window. */
export const ApprovalAnswer = z.object({
  id: ApprovalId,
  verdict: ApprovalVerdict,
  /** A secret, which goes to its field and nowhere else; the answer to a question; or, as JSON, another input for the call. */
  typed: z.string().min(1).max(40_000).nullable(),
});
export type ApprovalAnswer = z.infer<typeof ApprovalAnswer>;
