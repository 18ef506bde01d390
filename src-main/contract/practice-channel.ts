import { z } from 'zod';
import { PracticeEntry } from './practice-record';

/** `said` goes from the practice page to the main process, `asked` the other way. */
export const practiceChannel = { said: 'practice:said', asked: 'practice:asked' } as const;

/** When the page's document began, by its own clock: tells a reloaded page from the one before it. */
const document = z.number();

export const PracticeSaid = z.discriminatedUnion('kind', [
  /** The page is drawn and in its first state. */
  z.object({ kind: z.literal('ready'), document }),
  z.object({ kind: z.literal('happened'), document, entry: PracticeEntry }),
  /** Answers `asked`: everything that happened before has been said. */
  z.object({ kind: z.literal('told'), document, ask: z.int() }),
]);
export type PracticeSaid = z.infer<typeof PracticeSaid>;

export const PracticeAsked = z.object({ ask: z.int() });
export type PracticeAsked = z.infer<typeof PracticeAsked>;

/** What the preload puts on `window.supportDesk`. Nothing comes back: the page cannot read its own record. */
export interface SupportDesk {
  ready(): void;
  happened(entry: PracticeEntry): void;
}
