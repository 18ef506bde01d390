import { expect, test } from 'vitest';
import { matches, seededCount, seedTickets } from './tickets';

test('240 tickets, newest first, the same every time', () => {
  const tickets = seedTickets();
  expect(tickets).toHaveLength(seededCount);
  expect(tickets.map(({ number }) => number)).toEqual(Array.from({ length: 240 }, (_, at) => 1300 - at));
  expect(tickets).toEqual(seedTickets());
  expect(tickets[0]).toEqual({
    number: 1300,
    subject: 'Printer on floor 2 is offline',
    customer: 'Amara Okafor',
    email: 'amara.okafor@example.com',
    priority: 'Normal',
    category: 'Hardware',
    updated: '2025-03-14',
    description:
      'Amara Okafor wrote: printer on floor 2 is offline. It began this week and happens on more than one device.',
  });
});

test('the list looks lived in: no two neighbours have the same subject, and every subject is there', () => {
  const subjects = seedTickets().map(({ subject }) => subject);
  expect(subjects.filter((subject, at) => subject === subjects[at - 1])).toEqual([]);
  expect(new Set(subjects).size).toBe(20);
});

test.each([
  ['#1300', true],
  ['printer AMARA', true],
  ['normal', true],
  ['printer urgent', false],
  ['example.com', false],
])('the search %j finds the first ticket: %s', (query, expected) => {
  const [first] = seedTickets();
  expect(first && matches(first, query)).toBe(expected);
});
