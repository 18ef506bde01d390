import type { RunnableMode } from '../../contract/run-options';
import { batch } from './batch';
import { mixed } from './mixed';
import type { ModeRules } from './mode';
import { sequential } from './sequential';

export const modeRules: Readonly<Record<RunnableMode, ModeRules>> = { sequential, batch, mixed };
