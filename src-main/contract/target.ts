import { z } from 'zod';

/** A program that is running, as the system knows it. */
export const ProgramId = z.object({ pid: z.int().min(1), name: z.string().min(1) });
export type ProgramId = z.infer<typeof ProgramId>;

/** Which desktop is worked on. */
export const Target = z.discriminatedUnion('kind', [
  /** A small program of our own. Needs no permission. */
  z.object({ kind: z.literal('practice') }),
  z.object({ kind: z.literal('program'), program: ProgramId }),
  /** Every program that may be driven; the agent chooses among them. */
  z.object({ kind: z.literal('desktop') }),
  /** A desktop that is started for the run and taken away after it. Linux only. */
  z.object({ kind: z.literal('private') }),
]);
export type Target = z.infer<typeof Target>;
export type TargetKind = Target['kind'];

export const practice: Target = { kind: 'practice' };

/** A target in a few words, as a person chose it. */
export function targetInWords(target: Target): string {
  switch (target.kind) {
    case 'practice':
      return 'Practice window';
    case 'program':
      return target.program.name;
    case 'desktop':
      return 'Whole desktop';
    case 'private':
      return 'Private desktop';
  }
}
