import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const alias = { '@contract': fileURLToPath(new URL('./src-main/contract', import.meta.url)) };

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
    ],
  },
});
