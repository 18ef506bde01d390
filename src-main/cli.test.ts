import { describe, expect, it } from 'vitest';
import { readCommand, usage, withoutSwitches } from './cli';

const run = {
  mode: 'mixed',
  target: { kind: 'practice' },
  trace: null,
  json: false,
  timeoutMs: null,
  approve: 'nobody',
  answer: null,
  approvals: null,
};

describe('readCommand', () => {
  it.each([
    [[], { kind: 'window', run: null, open: null }],
    [['a.jsonl'], { kind: 'window', run: null, open: 'a.jsonl' }],
    [['--help'], { kind: 'help' }],
    [['run', '-h'], { kind: 'help' }],
    [['--version'], { kind: 'version' }],
    [
      ['--demo', 'form-fill', '--mode', 'batch'],
      {
        kind: 'window',
        run: {
          what: { kind: 'demo', demo: 'form-fill', thinkingMs: null },
          mode: 'batch',
          target: { kind: 'practice' },
          approvals: null,
        },
        open: null,
      },
    ],
    [
      ['run', '--demo', 'four-reads'],
      { kind: 'run', run: { ...run, what: { kind: 'demo', demo: 'four-reads', thinkingMs: null } } },
    ],
    [
      [
        'run',
        'Fill in the form',
        '--mode=sequential',
        '--json',
        '--timeout',
        '2.5',
        '--trace',
        'out/t.jsonl',
      ],
      {
        kind: 'run',
        run: {
          what: { kind: 'task', task: 'Fill in the form', provider: null, model: null, agents: null },
          mode: 'sequential',
          target: { kind: 'practice' },
          trace: 'out/t.jsonl',
          json: true,
          timeoutMs: 2500,
          approve: 'nobody',
          answer: null,
          approvals: null,
        },
      },
    ],
    [
      ['run', '--demo', 'approval', '--approvals', 'turns', '--approve', 'all', '--answer', 'The airport'],
      {
        kind: 'run',
        run: {
          ...run,
          what: { kind: 'demo', demo: 'approval', thinkingMs: null },
          approvals: 'turns',
          approve: 'all',
          answer: 'The airport',
        },
      },
    ],
    [
      ['run', '--demo', 'two-writers', '--thinking', '0'],
      { kind: 'run', run: { ...run, what: { kind: 'demo', demo: 'two-writers', thinkingMs: 0 } } },
    ],
    [
      ['run', 'x', '--target', 'program:Text Editor'],
      {
        kind: 'run',
        run: {
          ...run,
          what: { kind: 'task', task: 'x', provider: null, model: null, agents: null },
          target: { kind: 'program_named', name: 'Text Editor' },
        },
      },
    ],
    [
      ['run', 'x', '--target', 'desktop'],
      {
        kind: 'run',
        run: {
          ...run,
          what: { kind: 'task', task: 'x', provider: null, model: null, agents: null },
          target: { kind: 'desktop' },
        },
      },
    ],
    [
      ['run', 'x', '--approve', 'all'],
      {
        kind: 'run',
        run: {
          ...run,
          what: { kind: 'task', task: 'x', provider: null, model: null, agents: null },
          approve: 'all',
        },
      },
    ],
    [
      ['run', 'x', '--model', 'some-model'],
      {
        kind: 'run',
        run: { ...run, what: { kind: 'task', task: 'x', provider: null, model: 'some-model', agents: null } },
      },
    ],
    [
      ['run', 'x', '--provider', 'openai', '--model', 'llama3.2'],
      {
        kind: 'run',
        run: {
          ...run,
          what: { kind: 'task', task: 'x', provider: 'openai', model: 'llama3.2', agents: null },
        },
      },
    ],
    [
      ['run', 'x', '--agents', 'sub_agents'],
      {
        kind: 'run',
        run: { ...run, what: { kind: 'task', task: 'x', provider: null, model: null, agents: 'sub_agents' } },
      },
    ],
  ])('%j', (args, command) => expect(readCommand(args)).toEqual(command));

  it.each([
    [['run'], 'Say what to run: --demo NAME, or a task in quotes.'],
    [['run', ' '], 'Say what to run'],
    [['run', 'two', 'words'], 'Put the task in quotes'],
    [['run', 'x', '--demo', 'form-fill'], 'Choose one'],
    [['run', '--demo', 'nope'], '--demo is one of four-reads, form-fill'],
    [
      ['run', '--demo', 'form-fill', '--mode', 'hasty'],
      '--mode is one of sequential, batch, mixed, planned, not "hasty".',
    ],
    [['run', '--demo', 'form-fill', '--target', 'mac'], '--target is one of practice'],
    [['run', '--demo', 'form-fill', '--timeout', '-1'], "'--timeout"],
    [['run', '--demo', 'form-fill', '--timeout', '0'], '--timeout is a number of seconds'],
    [['run', '--demo', 'form-fill', '--thinking', '1.5'], '--thinking is a whole number'],
    [['run', '--demo', 'form-fill', '--model', 'm'], 'leave --model out'],
    [['run', '--demo', 'form-fill', '--provider', 'openai'], 'leave --provider out'],
    [['run', '--demo', 'form-fill', '--agents', 'handoff'], 'leave --agents out'],
    [
      ['run', 'x', '--agents', 'many'],
      '--agents is one of alone, scripts, sub_agents, handoff, manager, process, not',
    ],
    [['--agents', 'alone'], '--agents belongs to "interlock run".'],
    [['run', 'x', '--provider', 'other'], '--provider is one of anthropic, openai'],
    [['run', 'x', '--thinking', '1'], '--thinking belongs to --demo'],
    [['run', 'x', '--trace', ''], '--trace needs a value'],
    [['run', 'x', '--approve', 'some'], '--approve is one of all, none, not "some".'],
    [['--approve', 'all'], '--approve belongs to "interlock run".'],
    [['run', 'x', '--target', 'program: '], '--target program: needs a value.'],
    [
      ['run', 'x', '--target', 'moon'],
      '--target is one of practice, desktop, private or program:NAME, not "moon".',
    ],
    [['run', '--demo', 'form-fill', '--target', 'desktop'], 'A demo has a target of its own'],
    [['--frobnicate'], "Unknown option '--frobnicate'"],
    [['run', '--demo'], "'--demo <value>' argument missing"],
    [['--json'], '--json belongs to "interlock run".'],
    [['--mode', 'batch'], '--mode needs --demo NAME.'],
    [['a.jsonl', 'b.jsonl'], 'One recording can be opened at a time.'],
  ])('%j is a mistake', (args, sentence) => {
    const command = readCommand(args);
    expect(command.kind === 'mistake' && command.sentence).toContain(sentence);
  });

  it('never sees what was meant for Electron or Chromium', () => {
    const args = [
      '--user-data-dir=/x',
      '--no-sandbox',
      '--remote-debugging-port=0',
      'run',
      '--disable-gpu',
      '--json',
    ];
    expect(withoutSwitches(args)).toEqual(['run', '--json']);
  });

  it('names every demo, mode and exit code in its usage', () => {
    for (const word of ['gather-then-act', 'sequential, batch, mixed', '2 wrong usage', '--timeout S'])
      expect(usage).toContain(word);
  });
});
