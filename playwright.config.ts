import { defineConfig } from '@playwright/test';

export default defineConfig({
  testDir: 'e2e',
  testMatch: '**/*.spec.ts',
  // Made on demand, for the README.
  testIgnore: process.env['PICTURES'] === undefined ? '**/pictures.spec.ts' : [],
  outputDir: 'test-results',
  tsconfig: './tsconfig.tools.json',
  timeout: 60_000,
  expect: { timeout: 10_000 },
  fullyParallel: false,
  workers: 1,
  retries: 0,
  forbidOnly: true,
  reporter: [['list']],
  use: { trace: 'retain-on-failure' },
});
