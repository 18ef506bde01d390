import { expect, test } from 'vitest';
import { type Draft, emptyDraft, firstProblem, problemsOf, submittedTicket } from './draft';

const noPin = { given: false, wellFormed: true };
const filled: Draft = {
  ...emptyDraft,
  customer: ' Ada ',
  email: 'ada@example.com',
  description: 'No network.',
};

test('an empty form lacks what is required, and nothing else', () => {
  const problems = problemsOf(emptyDraft, noPin);
  expect(Object.keys(problems)).toEqual(['customer', 'email', 'description']);
  expect(firstProblem(problems)).toBe('customer');
});

test('a filled form has no problem, and its words are trimmed', () => {
  expect(problemsOf(filled, noPin)).toEqual({});
  expect(firstProblem(problemsOf(filled, noPin))).toBeNull();
  expect(submittedTicket(filled, true)).toEqual({ ...filled, customer: 'Ada', hasPin: true });
});

test.each(['ada', 'ada@', 'ada@example', 'a da@example.com', '@example.com'])('%j is no address', (email) => {
  expect(firstProblem(problemsOf({ ...filled, email }, noPin))).toBe('email');
});

test('a PIN may be left out, but not be malformed', () => {
  expect(firstProblem(problemsOf(filled, { given: true, wellFormed: false }))).toBe('pin');
  expect(firstProblem(problemsOf(filled, { given: true, wellFormed: true }))).toBeNull();
});
