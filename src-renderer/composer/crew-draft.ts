import { Crew, type CrewKind, type Member, membersOf } from '@contract/crew';
import { crewLabel } from './crew-kinds';

/** One of each kind, so that a change of mind loses none. What is typed stands here as it is, right or wrong. */
export type Crews = Readonly<Record<CrewKind, Crew>>;

export function withMembers(crew: Crew, members: readonly Member[]): Crew {
  switch (crew.kind) {
    case 'alone':
    case 'scripts':
      return crew;
    case 'process':
      return { ...crew, steps: members.map((step, at) => (at === 0 ? { ...step, mode: null } : step)) };
    default:
      return { ...crew, members: [...members] };
  }
}

/** Another one, under a name that none has. */
export function withOneMore(crew: Crew): Crew {
  const members = membersOf(crew);
  const taken = new Set(members.map(({ name }) => name));
  let number = members.length + 1;
  while (taken.has(`agent-${number}`)) number += 1;
  const added: Member = { name: `agent-${number}`, instructions: '', tools: null, mode: null, turns: 20 };
  return withMembers(crew, [...members, added]);
}

export function without(crew: Crew, place: number): Crew {
  return withMembers(crew, membersOf(crew).toSpliced(place, 1));
}

/** One place earlier. */
export function moved(crew: Crew, place: number): Crew {
  const members = membersOf(crew);
  const [before, one] = [members[place - 1], members[place]];
  if (before === undefined || one === undefined) return crew;
  return withMembers(crew, members.with(place - 1, one).with(place, before));
}

/** What is wrong with it, at the place it is wrong; empty where nothing is. */
export interface CrewFlaw {
  /** null: of the crew itself. */
  readonly place: number | null;
  readonly field: string;
  readonly sentence: string;
}

export function flawsOf(crew: Crew): readonly CrewFlaw[] {
  const parsed = Crew.safeParse(crew);
  return (parsed.error?.issues ?? []).map(({ path, message }) => {
    const [, place, field] = path;
    return typeof place === 'number'
      ? { place, field: String(field ?? ''), sentence: message }
      : { place: null, field: String(path[0] ?? ''), sentence: message };
  });
}

/** For the one line in which it is said why a draft can't run. */
export function inWords(crew: Crew, { place, sentence }: CrewFlaw): string {
  const name = place === null ? '' : (membersOf(crew)[place]?.name ?? '');
  const who = place === null ? crewLabel[crew.kind] : name.trim() === '' ? `Agent ${place + 1}` : name;
  return `${who}: ${sentence}.`;
}
