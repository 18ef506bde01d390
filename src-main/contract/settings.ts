import { z } from 'zod';
import { alone, Crew } from './crew';
import { noLists, ProgramLists } from './program';
import { Approvals, DemoName, defaultLimits, Limits, Mode, OpenaiApi, Overrides } from './run-options';

export const Theme = z.enum(['system', 'light', 'dark']);
export type Theme = z.infer<typeof Theme>;

export const Settings = z.object({
  theme: Theme,
  /** 1 is 13 px: the zoom of the main window. */
  textScale: z.number().min(0.8).max(2),
  provider: z.enum(['scripted', 'anthropic', 'openai']),
  demo: DemoName,
  /** How long a scripted demo takes to begin its answer. */
  thinkingMs: z.int().min(0).max(60_000),
  anthropicModel: z.string().min(1),
  /** null: the SDK's own. */
  anthropicBaseUrl: z.url({ protocol: /^https?$/ }).nullable(),
  openaiModel: z.string().min(1),
  openaiApi: OpenaiApi,
  /** With its `/v1`; null: OpenAI's own. */
  openaiBaseUrl: z.url({ protocol: /^https?$/ }).nullable(),
  mode: Mode,
  limits: Limits,
  overrides: Overrides,
  crew: Crew,
  approvals: Approvals,
  /** Which programs may be driven at all. */
  programs: ProgramLists,
  /** Whether the person is asked before what cannot be undone. Secure fields are asked about always. */
  askBeforeDestructive: z.boolean(),
  /** Whether a run holds its writes back while the person uses the desktop. */
  yieldToPerson: z.boolean(),
});
export type Settings = z.infer<typeof Settings>;

export const defaultSettings: Settings = {
  theme: 'system',
  textScale: 1,
  provider: 'scripted',
  demo: 'form-fill',
  thinkingMs: 600,
  anthropicModel: 'claude-sonnet-5-5',
  anthropicBaseUrl: null,
  openaiModel: 'gpt-5.4',
  openaiApi: 'responses',
  openaiBaseUrl: null,
  mode: 'mixed',
  limits: defaultLimits,
  overrides: {},
  crew: alone,
  approvals: 'sensitive',
  programs: noLists,
  askBeforeDestructive: true,
  yieldToPerson: true,
};

/** Whose keys are kept. */
export const KeyOwner = z.enum(['anthropic', 'openai']);
export type KeyOwner = z.infer<typeof KeyOwner>;

/** Where a key comes from; the key itself never leaves the main process. */
export const KeySource = z.enum(['environment', 'stored', 'none']);
export type KeySource = z.infer<typeof KeySource>;
