import { build } from '../build.mjs';

/** @type {import('./run-stages.mjs').Stage} */
export const buildStage = {
  name: 'build',
  run: async () => {
    const { code, output } = await build();
    return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, output };
  },
};
