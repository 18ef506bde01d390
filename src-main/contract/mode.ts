import { z } from 'zod';

export const Mode = z.enum(['sequential', 'batch', 'mixed', 'planned']);
export type Mode = z.infer<typeof Mode>;
export const modes = Mode.options;
