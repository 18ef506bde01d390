import { alone, Crew, type CrewKind, type Member } from './crew';

const researcher: Member = {
  name: 'researcher',
  instructions: 'Find out what you are asked, by reading alone, and report what you saw.',
  tools: ['http_get', 'read_file', 'list_files'],
  mode: null,
  turns: 15,
};

const operator: Member = {
  name: 'operator',
  instructions: 'Do what you are asked on the desktop, and report what you saw change.',
  tools: null,
  mode: null,
  turns: 30,
};

const checker: Member = {
  name: 'checker',
  instructions:
    'Check, by reading alone, that what was to be done has been done, and report what is not as it should be.',
  tools: ['snapshot', 'find', 'read_element', 'list_windows', 'http_get', 'read_file', 'list_files'],
  mode: null,
  turns: 15,
};

/** What a kind begins with, until a person changes it. */
export const defaultCrews: Readonly<Record<CrewKind, Crew>> = {
  alone,
  scripts: { kind: 'scripts' },
  sub_agents: Crew.parse({ kind: 'sub_agents', members: [researcher, operator] }),
  handoff: Crew.parse({ kind: 'handoff', members: [operator, checker] }),
  manager: Crew.parse({ kind: 'manager', members: [researcher, operator] }),
  process: Crew.parse({ kind: 'process', steps: [operator, checker] }),
};
