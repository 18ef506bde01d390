import { describe, expect, it } from 'vitest';
import { countVitest } from './unit.mjs';

const report = (over = {}) => ({
  numPassedTests: 3,
  numFailedTests: 0,
  numPendingTests: 0,
  testResults: [{ name: 'a.test.ts', status: 'passed', assertionResults: [{}, {}, {}] }],
  ...over,
});

describe('countVitest', () => {
  it('counts each test', () => {
    expect(countVitest(report(), 0)).toEqual({ passed: 3, failed: 0, skipped: 0 });
  });

  it('counts a file that cannot be loaded as one failure', () => {
    const unloadable = { name: 'b.test.ts', status: 'failed', assertionResults: [] };
    expect(countVitest(report({ testResults: [unloadable] }), 1).failed).toBe(1);
  });

  it('never calls a bad exit a success', () => {
    expect(countVitest(report(), 1).failed).toBe(1);
  });
});
