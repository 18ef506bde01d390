import { expect, it } from 'vitest';
import type { PracticeEntry } from '../contract/practice-record';
import { evidenceOf, screenCall } from './evidence.fixture';
import { formFill } from './form-fill';
import { refused, rehearse } from './rehearsal.fixture';
import { supportDesk } from './support-desk.fixture';

const { task } = formFill.info;
const tools = (turns: ReturnType<typeof rehearse>['turns']) =>
  turns.map((calls) => calls.map(({ tool }) => tool));
const whole = ['set_value', 'set_value', 'select_option', 'set_value', 'set_value', 'click', 'click'];

function fill(looks: boolean, parallelCalls = true, rows = 0) {
  const world = supportDesk(looks, rows);
  const played = rehearse(formFill.program, task, (calls) => world.answer(calls), { parallelCalls });
  const calls = played.turns
    .flat()
    .map(({ tool, input }, index) =>
      screenCall(index, tool, input, tool === 'snapshot' || tool === 'find' ? 'read' : 'write'),
    );
  const { practice, snapshots } = world;
  return {
    ...played,
    evidence: evidenceOf({ task, finalText: played.finalText, practice, calls, snapshots }),
  };
}

it('sends the whole form from one snapshot, then confirms from the diff', async () => {
  const { turns, finalText, evidence } = fill(true);
  expect(tools(turns)).toEqual([['snapshot'], whole, ['click'], []]);
  expect(finalText).toBe('Done: Ticket #1301 created.');
  expect(await formFill.verify(evidence)).toMatchObject({ verified: true, wrongElementWrites: 0 });
});

it('takes one step a turn where only one call may come: more than twice the turns', async () => {
  const { turns, evidence } = fill(true, false);
  expect(tools(turns)).toEqual([['snapshot'], ...whole.map((tool) => [tool]), ['click'], []]);
  expect(turns.length).toBeGreaterThanOrEqual(2 * fill(true).turns.length);
  expect(await formFill.verify(evidence)).toMatchObject({ verified: true, wrongElementWrites: 0 });
});

it('looks again for every field that was refused as stale, until the ticket is there', async () => {
  const { turns, finalText, evidence } = fill(false);
  expect(tools(turns)).toEqual([
    ...whole.flatMap((_, done) => [['snapshot'], whole.slice(done)]),
    ['snapshot'],
    ['click'],
    ['find'],
    [],
  ]);
  expect(finalText).toBe('Done: Ticket #1301 created.');
  expect(await formFill.verify(evidence)).toMatchObject({ verified: true });
});

it('looks at the end of an outline that was cut', async () => {
  const { turns, evidence } = fill(true, true, 420);
  expect(tools(turns)).toEqual([['snapshot'], ['snapshot'], whole, ['click'], []]);
  expect(turns[1]).toEqual([{ tool: 'snapshot', input: { from: 181 } }]);
  expect((await formFill.verify(evidence)).verified).toBe(true);
});

it('goes on from the end of a long outline while refs are refused as stale', async () => {
  const { turns, evidence } = fill(false, true, 420);
  expect(turns.length).toBe(1 + 2 * whole.length + 4);
  expect((await formFill.verify(evidence)).verified).toBe(true);
});

it('ends honestly where every call is refused', async () => {
  const world = supportDesk(true);
  const { turns, finalText } = rehearse(formFill.program, task, (calls) =>
    calls[0]?.tool === 'snapshot' ? world.answer(calls) : calls.map(() => refused('stale_ref: It moved.')),
  );
  expect(turns.length).toBeLessThan(40);
  expect(finalText).toBe('I could not create the ticket: Customer name kept failing.');
  expect((await formFill.verify(evidenceOf({ task, finalText }))).verified).toBe(false);
});

it('asks again for what was skipped, without another look', () => {
  const world = supportDesk(true);
  let skips = 1;
  const { turns } = rehearse(formFill.program, task, (calls) => {
    if (calls.length < 3 || skips === 0) return world.answer(calls);
    skips -= 1;
    return [
      ...world.answer(calls.slice(0, 2)),
      ...calls.slice(2).map(() => refused('skipped: an earlier write failed.')),
    ];
  });
  expect(tools(turns)).toEqual([['snapshot'], whole, whole.slice(2), ['click'], []]);
});

it('works with what a person edited in the task', async () => {
  const edited = task.replace('Ada Lovelace', 'Mary "Mo" Somerville').replace('High', 'Urgent');
  const world = supportDesk(true);
  const { finalText } = rehearse(formFill.program, edited, (calls) => world.answer(calls));
  expect(finalText).toContain('#1301');
  expect(world.practice).toContainEqual(
    expect.objectContaining({
      kind: 'submitted',
      ticket: expect.objectContaining({ customer: 'Mary "Mo" Somerville', priority: 'Urgent' }) as unknown,
    }),
  );
});

const wrongs: [string, (entry: PracticeEntry) => PracticeEntry[], string][] = [
  [
    'a field that is wrong',
    (entry) =>
      entry.kind === 'submitted' ? [{ ...entry, ticket: { ...entry.ticket, email: 'a@b.c' } }] : [entry],
    'Email',
  ],
  ['two tickets', (entry) => (entry.kind === 'submitted' ? [entry, entry] : [entry]), 'submitted once'],
  ['no ticket', (entry) => (entry.kind === 'submitted' ? [] : [entry]), 'submitted once'],
  [
    'a press on an element that no call named',
    (entry) =>
      entry.kind === 'pressed' && entry.element.name === 'Confirm'
        ? [{ kind: 'pressed', element: { role: 'button', name: 'Clear form' } }]
        : [entry],
    'right elements',
  ],
];

it.each(wrongs)('is not verified by %s', async (_what, change, failing) => {
  const { evidence } = fill(true);
  const { verified, checks } = await formFill.verify({
    ...evidence,
    practice: evidence.practice.flatMap(change),
  });
  expect(verified).toBe(false);
  expect(checks.filter((each) => !each.passed).map((each) => each.name)).toContain(failing);
});

it('says of each field what stands in it, each sentence with one end', async () => {
  const { checks } = await formFill.verify(fill(true).evidence);
  const sentences = checks.map(({ sentence }) => sentence);
  expect(sentences).toContain('Description is "The engine prints one digit too few.".');
  expect(sentences.filter((sentence) => sentence.includes('..'))).toEqual([]);
});
