import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const alias = { '@contract': fileURLToPath(new URL('./src-main/contract', import.meta.url)) };

/** Tests on real programs, on a desktop of their own: one file at a time, so that none waits for another's processor. */
const DESKTOP_TESTS = '{src-main,native}/**/*.desktop.test.ts';

export default defineConfig({
  resolve: { alias },
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'node',
          environment: 'node',
          include: ['{src-main,native,scripts,bench}/**/*.test.ts', 'src-renderer/**/*.test.ts'],
          exclude: ['**/node_modules/**', DESKTOP_TESTS],
        },
      },
      {
        extends: true,
        test: {
          name: 'dom',
          environment: 'happy-dom',
          include: ['src-renderer/**/*.test.tsx'],
        },
      },
      {
        extends: true,
        test: {
          name: 'desktop',
          environment: 'node',
          include: [DESKTOP_TESTS],
          fileParallelism: false,
          testTimeout: 30_000,
          hookTimeout: 30_000,
        },
      },
    ],
  },
});
