import { describe, expect, it } from 'vitest';
import { conformanceLine, countVitest } from './vitest.mjs';

const test = (status = 'passed', ...ancestorTitles: string[]) => ({ ancestorTitles, status });

const report = (over = {}) => ({
  numPassedTests: 3,
  numFailedTests: 0,
  numPendingTests: 0,
  testResults: [{ name: 'a.test.ts', status: 'passed', assertionResults: [test(), test(), test()] }],
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

describe('conformanceLine', () => {
  const of = (...assertionResults: ReturnType<typeof test>[]) =>
    conformanceLine(report({ testResults: [{ name: 'a.test.ts', status: 'passed', assertionResults }] }));

  it('counts by adapter', () => {
    expect(
      of(
        test('passed', 'conformance: linux', 'press'),
        test('passed', 'conformance: linux'),
        test('passed', 'outer', 'conformance: macos-simulator'),
        test('failed', 'conformance: macos-simulator'),
        test('pending', 'conformance: macos-simulator'),
        test('passed', 'something else'),
      ),
    ).toBe('conformance  linux 2 passed, macos-simulator 1 passed, 1 failed');
  });

  it('is not there without a suite', () => {
    expect(of(test())).toBeNull();
  });
});
