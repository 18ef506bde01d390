import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Failure } from '../contract/failure';
import { createProblems } from './problems';

const problem = (sentence: string): Failure => ({ code: 'internal', sentence, next: 'Report this.' });

describe('createProblems', () => {
  beforeEach(() => void vi.spyOn(console, 'error').mockReturnValue());
  afterEach(() => vi.restoreAllMocks());

  it('keeps problems until a window listens, tells each once, and later ones at once', () => {
    const told: string[] = [];
    const problems = createProblems(({ sentence }) => told.push(sentence));
    problems.arose(problem('first'));
    problems.arose(problem('second'));
    expect(told).toEqual([]);
    problems.heard();
    expect(told).toEqual(['first', 'second']);
    problems.heard();
    problems.arose(problem('third'));
    expect(told).toEqual(['first', 'second', 'third']);
  });
});
