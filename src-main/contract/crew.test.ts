import { expect, it } from 'vitest';
import { Crew, CrewKind, type Member, membersOf } from './crew';
import { defaultCrews } from './default-crews';

const member: Member = { name: 'reader', instructions: 'Read.', tools: null, mode: null, turns: 5 };

it('has a default of every kind, that parses to itself', () => {
  expect(Object.keys(defaultCrews).toSorted()).toEqual(CrewKind.options.toSorted());
  for (const [kind, crew] of Object.entries(defaultCrews)) {
    expect(crew.kind).toBe(kind);
    expect(Crew.parse(JSON.parse(JSON.stringify(crew)))).toEqual(crew);
  }
});

it('fills in the caps that were left out', () => {
  expect(Crew.parse({ kind: 'sub_agents', members: [member] })).toMatchObject({ count: 12, depth: 1 });
  expect(Crew.parse({ kind: 'handoff', members: [member] })).toMatchObject({ count: 12 });
  expect(Crew.parse({ kind: 'manager', members: [member] })).toMatchObject({ count: 12, rounds: 3 });
});

it.each([
  ['nobody', [], 'members', 'at least one is needed'],
  ['two of one name', [member, { ...member }], 'members.1.name', 'there are two called reader'],
  [
    'a name that no model can write',
    [{ ...member, name: 'The Reader' }],
    'members.0.name',
    'a name is up to 32',
  ],
  [
    'one that is there for nothing',
    [{ ...member, instructions: ' ' }],
    'members.0.instructions',
    'say what this one does',
  ],
  ['one without a tool', [{ ...member, tools: [] }], 'members.0.tools', 'choose a tool, or all'],
  ['one that may not be asked', [{ ...member, turns: 0 }], 'members.0.turns', ''],
])('refuses %s, and says where', (_, members, path, message) => {
  const parsed = Crew.safeParse({ kind: 'sub_agents', members });
  const [issue] = parsed.error?.issues ?? [];
  expect(issue?.path.join('.')).toBe(path);
  expect(issue?.message).toContain(message);
});

it('knows whom a person describes', () => {
  expect(membersOf(Crew.parse({ kind: 'process', steps: [member] }))).toEqual([member]);
  expect(membersOf({ kind: 'scripts' })).toEqual([]);
});
