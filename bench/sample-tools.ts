import type { Footprint } from '../src-main/contract/footprint';
import type { ToolCall } from '../src-main/contract/messages';
import type { ToolInfo } from '../src-main/contract/trace-event';
import type { Random } from './random';

/** A call as a model might ask for it, and how long it takes. */
export interface SampleCall {
  readonly tool: string;
  readonly input: ToolCall['input'];
  readonly footprint: Footprint;
  /** Milliseconds. */
  readonly duration: number;
}

const ui: Footprint = { reads: ['ui:practice'], writes: [] };
const uiWrite: Footprint = { reads: [], writes: ['ui:practice'] };
const fields = ['Customer name', 'Email', 'Description', 'Due date'] as const;
const buttons = ['Clear form', 'Create ticket', 'Refresh list', 'Confirm', 'File'] as const;
const pages = ['customers/1042', 'tickets?open=1', 'warranty/A-77', 'holidays'] as const;

type Maker = (random: Random) => Omit<SampleCall, 'tool'>;

const ref = (random: Random) => `s${random.int(1, 40)}:e${random.int(2, 90)}`;

const makers: Record<string, Maker> = {
  snapshot: (random) => ({ input: {}, footprint: ui, duration: random.between(18, 60) }),
  find_elements: (random) => ({
    input: { query: random.pick(buttons) },
    footprint: ui,
    duration: random.between(8, 30),
  }),
  http_get: (random) => ({
    input: { url: `http://127.0.0.1:4801/${random.pick(pages)}` },
    footprint: { reads: ['net:127.0.0.1:4801'], writes: [] },
    duration: random.between(90, 480),
  }),
  read_file: (random) => {
    const path = `/home/user/notes/${random.pick(['handover.md', 'prices.csv', 'orders.json'])}`;
    return {
      input: { path },
      footprint: { reads: [`file:${path}`], writes: [] },
      duration: random.between(4, 90),
    };
  },
  set_value: (random) => ({
    input: { ref: ref(random), element: random.pick(fields), value: 'Ada Lovelace' },
    footprint: uiWrite,
    duration: random.between(60, 210),
  }),
  click: (random) => ({
    input: { ref: ref(random), element: random.pick(buttons) },
    footprint: uiWrite,
    duration: random.between(70, 320),
  }),
};

export const readingTools = ['snapshot', 'find_elements', 'http_get', 'read_file'] as const;
export const writingTools = ['set_value', 'click'] as const;

export const sampleTools: readonly ToolInfo[] = [
  ...readingTools.map((name) => toolInfo(name, 'read')),
  ...writingTools.map((name) => toolInfo(name, 'write')),
];

function toolInfo(name: string, effect: ToolInfo['effect']): ToolInfo {
  return { name, summary: `${name} ${effect}s.`, effect, place: 'screen' };
}

export function sampleCall(tool: string, random: Random): SampleCall {
  const make = makers[tool];
  if (make === undefined) throw new Error(`There is no sample tool ${tool}.`);
  return { tool, ...make(random) };
}
