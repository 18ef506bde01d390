import { z } from 'zod';

/** Who was acted on, by the words that the practice window shows for it: not by the accessibility tree. */
export const PracticeElement = z.object({ role: z.string(), name: z.string() });
export type PracticeElement = z.infer<typeof PracticeElement>;

export const PracticeTicket = z.object({
  customer: z.string(),
  email: z.string(),
  priority: z.string(),
  category: z.string(),
  /** `YYYY-MM-DD`, or empty. */
  due: z.string(),
  notify: z.boolean(),
  description: z.string(),
  /** Only whether one was given. */
  hasPin: z.boolean(),
});
export type PracticeTicket = z.infer<typeof PracticeTicket>;

/** What the practice window saw happen to itself. The agent cannot read it; the verifier can. */
export const PracticeEntry = z.discriminatedUnion('kind', [
  /** A field's value after an input or change event; null for a secure field. */
  z.object({ kind: z.literal('changed'), element: PracticeElement, value: z.string().nullable() }),
  z.object({ kind: z.literal('pressed'), element: PracticeElement }),
  z.object({ kind: z.literal('submitted'), ticket: PracticeTicket }),
]);
export type PracticeEntry = z.infer<typeof PracticeEntry>;

/** In the order in which it happened. */
export const PracticeRecord = z.array(PracticeEntry);
export type PracticeRecord = z.infer<typeof PracticeRecord>;
