import { runVitest } from './vitest.mjs';

/** @type {import('./run-stages.mjs').Stage} */
export const unit = { name: 'unit', run: () => runVitest(['node', 'dom']) };
