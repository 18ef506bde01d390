import { z } from 'zod';
import { Crew } from './crew';
import { Mode } from './mode';
import { Target } from './target';

export { Mode, modes } from './mode';

export const DemoName = z.enum([
  'four-reads',
  'form-fill',
  'dialog-race',
  'two-writers',
  'gather-then-act',
  'planned-research',
  'code',
  'subagents',
  'handoff',
  'manager',
  'process',
  'approval',
  'linux-form',
]);
export type DemoName = z.infer<typeof DemoName>;

/** Which of OpenAI's two APIs; most other servers speak `chat` alone. */
export const OpenaiApi = z.enum(['responses', 'chat']);
export type OpenaiApi = z.infer<typeof OpenaiApi>;

export const ModelChoice = z.discriminatedUnion('provider', [
  /** A program that answers as a model would. Never presented as a model. */
  z.object({ provider: z.literal('scripted'), demo: DemoName, thinkingMs: z.int().min(0).max(60_000) }),
  z.object({ provider: z.literal('anthropic'), name: z.string().min(1) }),
  /** OpenAI, or a server that speaks its API. */
  z.object({ provider: z.literal('openai'), name: z.string().min(1), api: OpenaiApi }),
]);
export type ModelChoice = z.infer<typeof ModelChoice>;

/**
 * A person's word on one tool, above what the tool says of itself. `alone`: nothing else of its turn runs beside it.
 * `ask`: as it says, and the person is asked each time.
 */
export const Override = z.enum(['read', 'write', 'alone', 'ask']);
export type Override = z.infer<typeof Override>;
export const Overrides = z.record(z.string(), Override);
export type Overrides = z.infer<typeof Overrides>;

/** Another word on a tool while a run goes on. `override` null: as the tool says; `remembered`: for all runs that follow. */
export const OverrideChange = z.object({
  tool: z.string().min(1),
  override: Override.nullable(),
  remembered: z.boolean(),
});
export type OverrideChange = z.infer<typeof OverrideChange>;

/** When the person is asked, beside secure fields and what cannot be undone. */
export const Approvals = z.enum(['sensitive', 'writes', 'turns']);
export type Approvals = z.infer<typeof Approvals>;

/** Each ends the run, or the call, with a reason of its own. */
export const Limits = z.object({
  concurrentCalls: z.int().min(1).max(64),
  turns: z.int().min(1).max(1000),
  callTimeoutMs: z.int().min(100).max(600_000),
  /** Input and output tokens of the whole run, cache included. */
  tokens: z.int().min(1000),
  minutes: z
    .number()
    .positive()
    .max(24 * 60),
});
export type Limits = z.infer<typeof Limits>;

export const defaultLimits: Limits = {
  concurrentCalls: 10,
  turns: 50,
  callTimeoutMs: 30_000,
  tokens: 1_000_000,
  minutes: 30,
};

/** Everything a person chooses before a run. */
export const RunRequest = z.object({
  task: z.string().trim().min(1, 'say what is to be done').max(20_000),
  target: Target,
  model: ModelChoice,
  mode: Mode,
  limits: Limits,
  overrides: Overrides,
  crew: Crew,
  approvals: Approvals,
});
export type RunRequest = z.infer<typeof RunRequest>;
