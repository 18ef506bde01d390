import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Demo, taskAt } from './demo';
import { evidenceOf, type StagedAgent } from './evidence.fixture';
import { handoff } from './handoff';
import { manager } from './manager';
import { process } from './process';
import { readingOf } from './readings';
import { reportTask } from './report-file';
import { subagents } from './subagents';

const context = { readings: 'http://127.0.0.1:4100', workspace: '' };
let workspace: string;
beforeEach(async () => {
  workspace = await mkdtemp(join(tmpdir(), 'interlock-crew-'));
});
afterEach(() => rm(workspace, { recursive: true, force: true }));

const agent = (name: string, origin: StagedAgent['origin'], ...tools: string[]): StagedAgent => ({
  name,
  origin,
  tools,
});
const reader = agent('reader', 'call', 'http_get');

/** What a good run of each leaves. */
const staged: ReadonlyArray<{ demo: Demo; agents: readonly StagedAgent[] }> = [
  {
    demo: subagents,
    agents: [
      agent('Agent', 'call', 'delegate'),
      reader,
      reader,
      reader,
      reader,
      agent('writer', 'call', 'write_file'),
    ],
  },
  {
    demo: handoff,
    agents: [
      agent('Agent', 'call', 'http_get', 'hand_over'),
      agent('clerk', 'handoff', 'write_file', 'hand_over'),
      agent('checker', 'handoff', 'clipboard_read'),
    ],
  },
  {
    demo: manager,
    agents: [
      agent('Agent', 'call', 'assign', 'send_back', 'accept', 'assign', 'accept'),
      agent('reporter', 'call', 'http_get', 'http_get'),
      agent('reporter', 'call', 'http_get', 'http_get'),
      agent('writer', 'call', 'write_file'),
    ],
  },
  {
    demo: process,
    agents: [
      agent('gatherer', 'after', 'http_get', 'http_get', 'http_get'),
      agent('scribe', 'after', 'write_file'),
      agent('checker', 'after', 'read_file'),
    ],
  },
];

describe.each(staged)('$demo.info.title', ({ demo, agents }) => {
  const task = taskAt(demo.info.task, context);
  const wanted = reportTask(task);
  const lines = (wanted?.urls ?? []).map((url) => readingOf(url));
  const file = () => join(workspace, wanted?.file ?? '');

  async function verdictOn(changed: {
    text?: string;
    agents?: readonly StagedAgent[];
    clipboard?: string;
    said?: string;
  }) {
    const {
      text = `${lines.join('\n')}\n`,
      clipboard = lines[0] ?? '',
      said = `It holds:\n${text}`,
    } = changed;
    await mkdir(dirname(file()), { recursive: true });
    await writeFile(file(), text);
    const evidence = { task, workspace, clipboard, finalText: said, agents: changed.agents ?? agents };
    const { verified, checks } = await demo.verify(evidenceOf(evidence));
    return { verified, failed: checks.filter(({ passed }) => !passed).map(({ name }) => name) };
  }

  it('is verified by what the run left', async () => {
    expect(await verdictOn({})).toEqual({ verified: true, failed: [] });
  });

  it('is not where the file holds something else, or is not there', async () => {
    const other = await verdictOn({ text: lines.slice(1).concat('Moon: warm').join('\n') });
    expect(other.verified).toBe(false);
    expect(other.failed).toContain(wanted?.file);
    await demo.prepare({ ...context, workspace });
    const { checks } = await demo.verify(evidenceOf({ task, workspace, agents }));
    expect(checks.find(({ name }) => name === wanted?.file)).toMatchObject({ passed: false });
  });

  it('is not where one of its agents did not do its part', async () => {
    for (const at of agents.keys()) {
      const without = agents.map((each, place) =>
        place === at ? { ...each, tools: [], name: 'idler' } : each,
      );
      // The manager's reporter reads twice, and one reading is enough for the file.
      if (demo === manager && agents[at]?.name === 'reporter') continue;
      if (demo !== manager && at === 0 && demo !== process) continue;
      expect(await verdictOn({ agents: without })).toMatchObject({ verified: false });
    }
  });
});

it('a handoff is not verified by a file alone', async () => {
  const [, { demo, agents } = staged[0]!] = staged;
  const task = taskAt(demo.info.task, context);
  const { checks } = await demo.verify(evidenceOf({ task, workspace, clipboard: 'Moon: warm', agents }));
  expect(checks.find(({ name }) => name === 'clipboard')).toMatchObject({ passed: false });
});
