import { z } from 'zod';
import { Mode } from './mode';

/** One agent of a crew, besides the one that the run begins with. */
export const Member = z.object({
  /** As the others call it. */
  name: z
    .string()
    .regex(
      /^[a-z][a-z0-9_-]{0,31}$/,
      'a name is up to 32 small letters, digits, - and _, and begins with a letter',
    ),
  /** What it is there for; in a process, what it does of the task. */
  instructions: z.string().trim().min(1, 'say what this one does').max(4000),
  /** The names of those that it gets; null: all that the run has. */
  tools: z.array(z.string().min(1)).min(1, 'choose a tool, or all').max(200).nullable(),
  /** null: the run's. */
  mode: Mode.nullable(),
  /** How often its model may be asked for one task. */
  turns: z.int().min(1).max(1000),
});
export type Member = z.infer<typeof Member>;

const Members = z
  .array(Member)
  .min(1, 'at least one is needed')
  .max(16)
  .superRefine((members, context) => {
    for (const [place, { name }] of members.entries()) {
      if (members.findIndex((other) => other.name === name) === place) continue;
      context.addIssue({ code: 'custom', path: [place, 'name'], message: `there are two called ${name}` });
    }
  });

/** How many agents a run may begin beside its first; with `handoff`, how often the conversation may change hands. */
const Count = z.int().min(1).max(100).default(12);

/** Who works on a task, and how they share it. */
export const Crew = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('alone') }),
  /** One agent, that may write programs which make its calls. */
  z.object({ kind: z.literal('scripts') }),
  /** One agent, that gives parts of its task to others, each with a conversation of its own. */
  z.object({
    kind: z.literal('sub_agents'),
    members: Members,
    count: Count,
    /** How deep agents may begin others: 1 where only the first may. */
    depth: z.int().min(1).max(5).default(1),
  }),
  /** One agent at a time; it may give the conversation to another. */
  z.object({ kind: z.literal('handoff'), members: Members, count: Count }),
  /** The first agent does nothing itself: it gives out tasks, and takes what comes back or sends it back. */
  z.object({
    kind: z.literal('manager'),
    members: Members,
    count: Count,
    /** How often one task may be sent back. */
    rounds: z.int().min(0).max(20).default(3),
  }),
  /** One after another, each with what the one before answered. The first of them is the run's first agent, in the run's mode. */
  z.object({
    kind: z.literal('process'),
    steps: Members.refine(([first]) => first === undefined || first.mode === null, {
      path: [0, 'mode'],
      message: 'the first step works in the mode of the run',
    }),
  }),
]);
export type Crew = z.infer<typeof Crew>;

export const CrewKind = z.enum(['alone', 'scripts', 'sub_agents', 'handoff', 'manager', 'process']);
export type CrewKind = Crew['kind'];
export type CrewOf<K extends CrewKind> = Extract<Crew, { kind: K }>;

export const alone: Crew = { kind: 'alone' };

/** Those of a crew that a person describes; empty where it is one agent alone. */
export function membersOf(crew: Crew): readonly Member[] {
  if (crew.kind === 'alone' || crew.kind === 'scripts') return [];
  return crew.kind === 'process' ? crew.steps : crew.members;
}
