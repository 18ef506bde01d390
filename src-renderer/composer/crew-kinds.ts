import type { CrewKind } from '@contract/crew';

export const crewLabel: Readonly<Record<CrewKind, string>> = {
  alone: 'Alone',
  scripts: 'Scripts',
  sub_agents: 'Sub-agents',
  handoff: 'Handoff',
  manager: 'Manager',
  process: 'Process',
};

/** What it does, in a sentence. */
export const crewSays: Readonly<Record<CrewKind, string>> = {
  alone: 'One agent does all of it.',
  scripts: 'One agent, that may write programs which make its calls.',
  sub_agents: 'One agent, that gives parts of the task to others; those that only read work at once.',
  handoff: 'One agent at a time; it may give the conversation to another.',
  manager: 'The first agent only gives out tasks, and accepts or sends back what comes.',
  process: 'One agent after another, each with what the one before answered.',
};
