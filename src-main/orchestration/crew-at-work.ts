import type { RunScope } from '../agent/loop';
import { oneAgent, type Succession } from '../agent/succession';
import type { RunRequest } from '../contract/run-options';
import type { Tool } from '../tools/tool';
import { delegateTool } from './delegate';
import { handoff } from './hand-over';
import { managerBrief, managerTools } from './manager';
import { sequentialProcess } from './process';
import { roomFor } from './room';

/** How a crew shares the work of one run. */
export interface CrewAtWork {
  /** What the run's first agent is offered. @param tools all that the run has */
  tools(scope: RunScope, tools: readonly Tool[]): readonly Tool[];
  readonly succession: Succession;
}

type Wanted = Pick<RunRequest, 'crew' | 'mode' | 'task'>;

/** Made anew for each run, whose count of agents it keeps. */
export function crewAtWork({ crew, mode: runMode, task }: Wanted): CrewAtWork {
  switch (crew.kind) {
    case 'alone':
    case 'scripts':
      return { tools: (_scope, tools) => tools, succession: oneAgent };
    case 'sub_agents': {
      const room = roomFor(crew.count, 'agents');
      return {
        tools: (scope, tools) => [...tools, delegateTool(scope, { crew, runMode, room, tools }, 1)],
        succession: oneAgent,
      };
    }
    case 'handoff':
      return handoff(crew, runMode);
    case 'manager':
      return {
        tools: (scope, tools) => managerTools(scope, crew, runMode, tools),
        succession: { ...oneAgent, brief: managerBrief },
      };
    case 'process':
      return sequentialProcess(crew, runMode, task);
  }
}
