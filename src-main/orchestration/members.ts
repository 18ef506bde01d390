import type { Member } from '../contract/crew';
import { type Footprint, unionOf } from '../contract/footprint';
import type { Tool } from '../tools/tool';

/** What a member works with. */
export function toolsOf({ tools: allowed }: Member, tools: readonly Tool[]): readonly Tool[] {
  return allowed === null ? tools : tools.filter(({ name }) => allowed.includes(name));
}

/** What the member may read and write at all. */
export function reachOf(member: Member, tools: readonly Tool[]): Footprint {
  return unionOf(toolsOf(member, tools).map(({ reach }) => reach));
}

export function memberNamed(members: readonly Member[], name: string): Member {
  const found = members.find((member) => member.name === name);
  if (found === undefined) throw new Error(`there is no ${name}`);
  return found;
}

/** For who is to choose among them. */
export function listed(members: readonly Member[]): string {
  return members
    .map(({ name, instructions, tools }) => {
      const what = tools === null ? 'all tools' : tools.join(', ');
      return `- ${name}: ${instructions.replaceAll(/\s+/g, ' ')} (${what})`;
    })
    .join('\n');
}

/** For a tool's schema. */
export function namesOf(members: readonly Member[]): [string, ...string[]] {
  const [first, ...rest] = members.map(({ name }) => name);
  if (first === undefined) throw new Error('a crew has at least one member');
  return [first, ...rest];
}
