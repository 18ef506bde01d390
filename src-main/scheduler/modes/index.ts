import type { Mode } from '../../contract/run-options';
import { batch } from './batch';
import { mixed } from './mixed';
import type { ModeRules } from './mode';
import { planned } from './planned';
import { sequential } from './sequential';

export const modeRules: Readonly<Record<Mode, ModeRules>> = { sequential, batch, mixed, planned };
