import { failed, ok, type Result } from '@contract/failure';
import { RunId } from '@contract/ids';
import type {
  Bootstrap,
  DemoInfo,
  Interlock,
  NoticeName,
  NoticePayload,
  OpenedTrace,
  RequestInput,
  RequestName,
  RequestOutput,
  RunEntry,
} from '@contract/ipc';
import { defaultSettings } from '@contract/settings';

type Answers = { [N in RequestName]?: (input: RequestInput<N>) => Result<RequestOutput<N>> };

const demo: DemoInfo = {
  name: 'form-fill',
  title: 'Fill a form',
  task: 'Customer name: Ada Lovelace',
  shows: 'Seven steps on one form.',
  tools: ['snapshot', 'set_value'],
  target: 'practice',
  crew: { kind: 'alone' },
  approvals: 'sensitive',
};

/** What the window is told at its start by a main process that a test plays. */
export const about: Bootstrap = {
  appVersion: '0.0.0',
  platform: 'linux',
  settings: defaultSettings,
  keySources: { anthropic: 'none', openai: 'none' },
  tools: [
    { name: 'snapshot', summary: 'Reads the window.', effect: 'read', place: 'machine' },
    { name: 'set_value', summary: 'Writes a field.', effect: 'write', place: 'machine' },
    { name: 'http_get', summary: 'Reads a page.', effect: 'read', place: 'machine' },
  ],
  demos: [
    demo,
    { ...demo, name: 'four-reads', title: 'Four reads', task: 'Read four pages', tools: ['http_get'] },
  ],
  models: { anthropic: ['claude-sonnet-4-5'], openai: ['gpt-5'] },
  targets: ['practice'],
  activeRun: null,
  launch: { run: null, open: null },
};

export interface SimulatedMain extends Interlock {
  /** Every request, in order. */
  readonly asked: ReadonlyArray<{ readonly name: RequestName; readonly input: unknown }>;
  answer<N extends RequestName>(name: N, with_: (input: RequestInput<N>) => Result<RequestOutput<N>>): void;
  notify<N extends NoticeName>(name: N, payload: NoticePayload<N>): void;
}

/** The other end of the wire, played by a test: it answers what the test says and fails what it was not told. */
export function simulatedMain(runs: readonly RunEntry[] = []): SimulatedMain {
  const asked: Array<{ name: RequestName; input: unknown }> = [];
  const heard = new Map<NoticeName, Set<(payload: never) => void>>();
  const answers: Answers = {
    bootstrap: () => ok(about),
    'runs:list': () => ok([...runs]),
    'settings:change': (settings) => ok(settings),
  };
  return {
    asked,
    answer(name, with_) {
      Object.assign(answers, { [name]: with_ });
    },
    notify(name, payload) {
      for (const each of heard.get(name) ?? []) each(payload as never);
    },
    request<N extends RequestName>(name: N, input: RequestInput<N>) {
      asked.push({ name, input });
      const answer = answers[name];
      return Promise.resolve(
        answer?.(input) ?? failed('internal', `The test has no answer to ${name}.`, 'Give it one.'),
      );
    },
    listen(name, listener) {
      const listeners = heard.get(name) ?? new Set();
      heard.set(name, listeners.add(listener));
      return () => listeners.delete(listener);
    },
    pathOf: (file) => `/dropped/${file.name}`,
  };
}

export function runEntry(id: string, change: Partial<RunEntry> = {}): RunEntry {
  return {
    id: RunId.parse(id),
    name: id,
    task: 'Fill the form',
    startedAt: 1_700_000_000_000,
    target: { kind: 'practice' },
    summary: {
      status: 'completed',
      mode: 'mixed',
      turns: 4,
      calls: 9,
      maxConcurrency: 2,
      wallMs: 1200,
      hazards: 2,
      staleRefs: 0,
      skipped: 0,
      writesDelivered: 6,
      wrongElementWrites: 0,
      verified: true,
    },
    failure: null,
    ...change,
  };
}

export function openedTrace(events: OpenedTrace['events'], live: boolean): OpenedTrace {
  const id = RunId.parse('long-run');
  return { id, name: 'Long run', origin: 'library', events: [...events], live, notes: [] };
}
