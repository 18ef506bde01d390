import type { RunScope } from '../agent/loop';
import type { Crew } from '../contract/crew';
import type { Tool } from '../tools/tool';

/** What the run's first agent is offered, by how the crew shares the work. */
export function crewTools(crew: Crew, _scope: RunScope, tools: readonly Tool[]): readonly Tool[] {
  switch (crew.kind) {
    case 'alone':
    case 'scripts':
    case 'sub_agents':
    case 'handoff':
    case 'manager':
    case 'process':
      return tools;
  }
}
