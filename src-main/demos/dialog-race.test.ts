import { expect, it } from 'vitest';
import type { PracticeEntry } from '../contract/practice-record';
import type { ScriptedCall } from '../providers/scripted/program';
import type { DeskWorld } from './desk-world.fixture';
import { dialogRace } from './dialog-race';
import { evidenceOf, screenCall } from './evidence.fixture';
import { rehearse, type Said } from './rehearsal.fixture';
import { supportDesk } from './support-desk.fixture';

const { task } = dialogRace.info;

function race(looks: boolean, parallelCalls: boolean, early: boolean, rows = 0) {
  const world = supportDesk(looks, rows);
  const texts: string[] = [];
  const played = rehearse(
    dialogRace.program,
    task,
    (calls) => {
      const results = early ? readsFirst(world, calls) : world.answer(calls);
      texts.push(...results.map(({ text }) => text));
      return results;
    },
    { parallelCalls },
  );
  const calls = played.turns
    .flat()
    .map(({ tool, input }, index) =>
      screenCall(index, tool, input, tool === 'click' ? 'write' : 'read', texts[index] ?? ''),
    );
  const { practice, snapshots } = world;
  return {
    finalText: played.finalText,
    tools: played.turns.map((turn) => turn.map(({ tool }) => tool)),
    evidence: evidenceOf({ task, finalText: played.finalText, practice, calls, snapshots }),
  };
}

/** The reads of a turn overtake its writes, as they may where nothing keeps them apart. */
function readsFirst(world: DeskWorld, calls: readonly ScriptedCall[]): Said[] {
  const sorted = calls.toSorted((a, b) => Number(b.tool === 'find') - Number(a.tool === 'find'));
  const results = new Map(sorted.map((call) => [call, world.answer([call])[0]!]));
  return calls.map((call) => results.get(call)!);
}

it('asks for the click and the read in one turn, sees the dialog, and cancels it', async () => {
  const { tools, finalText, evidence } = race(true, true, false);
  expect(tools).toEqual([['snapshot'], ['click'], ['click', 'find'], ['click'], []]);
  expect(finalText).toContain('It showed the dialog. Then I cancelled it.');
  expect(await dialogRace.verify(evidence)).toMatchObject({ verified: true, wrongElementWrites: 0 });
});

it('reads in the turn after where only one call may come', async () => {
  const { tools, evidence } = race(true, false, false);
  expect(tools).toEqual([['snapshot'], ['click'], ['click'], ['find'], ['click'], []]);
  expect((await dialogRace.verify(evidence)).verified).toBe(true);
});

it('says that the read was too early where it overtook the click, and is not verified', async () => {
  const { tools, finalText, evidence } = race(false, true, true);
  expect(tools).toEqual([
    ['snapshot'],
    ['click'],
    ['snapshot'],
    ['click', 'find'],
    ['snapshot'],
    ['click'],
    [],
  ]);
  expect(finalText).toContain('It did not show the dialog yet. Then I cancelled it.');
  const { verified, checks } = await dialogRace.verify(evidence);
  expect(verified).toBe(false);
  expect(checks.filter((each) => !each.passed).map((each) => each.name)).toEqual(['read after the click']);
});

it('finds menu and dialog at either end of a list that does not fit', async () => {
  const { tools, evidence } = race(false, true, false, 420);
  expect(tools).toEqual([
    ['snapshot'],
    ['click'],
    ['snapshot'],
    ['snapshot'],
    ['click', 'find'],
    ['snapshot'],
    ['click'],
    [],
  ]);
  expect((await dialogRace.verify(evidence)).verified).toBe(true);
});

const confirmed: PracticeEntry = { kind: 'pressed', element: { role: 'button', name: 'Close all' } };

it.each([
  ['was confirmed instead', (practice: readonly PracticeEntry[]) => [...practice.slice(0, -1), confirmed]],
  ['was never opened', () => []],
  ['is still open', (practice: readonly PracticeEntry[]) => practice.slice(0, -1)],
])('is not verified where the dialog %s', async (_what, change) => {
  const { evidence } = race(true, true, false);
  const { verified } = await dialogRace.verify({ ...evidence, practice: change(evidence.practice) });
  expect(verified).toBe(false);
});
