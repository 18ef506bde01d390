import type { Snapshot } from '@contract/accessibility';
import { ok, type Result } from '@contract/failure';
import { BlobId, CallId, firstActor, RunId } from '@contract/ids';
import type { Interlock, RequestInput, RequestName, RequestOutput } from '@contract/ipc';
import { traceLegality } from '@contract/legality';
import { defaultLimits } from '@contract/run-options';
import type { SnapshotHandle, TraceBody, TraceEvent } from '@contract/trace-event';
import { type Branch, branch, snapshotOf } from '../tree-diff/tree.fixture';

/** A whole small run on the practice window: four reads at once, then a form, a dialog, a hazard and a skipped call. */

const rect = (x: number, y: number, width: number, height: number) => ({ bounds: { x, y, width, height } });

function desk(name: string, more: readonly Branch[], tickets = 240): Branch {
  const rows = Array.from({ length: tickets }, (_, at) =>
    branch('row', `row-${at}`, [branch('button', `open-${at}`, [], { name: `Open ticket #${1000 + at}` })], {
      name: `#${1000 + at}`,
      ...(at < 20 ? rect(16, 112 + at * 24, 560, 24) : { states: ['offscreen'] }),
    }),
  );
  const fields = [
    branch('textbox', 'customer', [], {
      name: 'Customer name',
      value: name,
      states: ['focusable', 'required'],
      ...rect(610, 96, 260, 28),
    }),
    branch('textbox', 'email', [], {
      name: 'Email',
      value: '',
      states: ['focusable'],
      ...rect(610, 152, 260, 28),
    }),
    branch('combobox', 'priority', [], { name: 'Priority', value: 'Normal', ...rect(610, 208, 260, 28) }),
    branch('textbox', 'pin', [], { name: 'Account PIN', states: ['secure'], ...rect(610, 264, 260, 28) }),
    branch('button', 'create', [], { name: 'Create ticket', ...rect(610, 320, 120, 30) }),
  ];
  return branch(
    'window',
    'window',
    [
      branch(
        'menubar',
        'menubar',
        [branch('button', 'file', [], { name: 'File' }), branch('button', 'view', [], { name: 'View' })],
        {
          name: '',
          ...rect(0, 0, 900, 28),
        },
      ),
      branch('table', 'tickets', rows, { name: 'Tickets', ...rect(16, 88, 560, 504) }),
      branch('form', 'form', fields, { name: 'New ticket', ...rect(594, 60, 290, 310) }),
      ...more,
    ],
    { name: 'Support desk', ...rect(0, 0, 900, 600) },
  );
}

const toast = branch('status', 'toast', [], { name: 'Draft saved', ...rect(360, 560, 180, 28) });
const dialog = branch(
  'dialog',
  'dialog',
  [
    branch('text', 'dialog-text', [], { name: 'Ada Lovelace, Normal, Hardware', ...rect(320, 240, 260, 20) }),
    branch('button', 'confirm', [], { name: 'Confirm', ...rect(480, 290, 90, 28) }),
    branch('button', 'cancel', [], { name: 'Cancel', ...rect(380, 290, 90, 28) }),
  ],
  { name: 'Create this ticket?', states: ['modal'], ...rect(300, 200, 300, 140) },
);

export const snapshots: readonly Snapshot[] = [
  snapshotOf(1, desk('', [toast])),
  snapshotOf(2, desk('', [toast])),
  snapshotOf(3, desk('Ada Lovelace', [])),
  snapshotOf(4, desk('Ada Lovelace', [dialog])),
];

export const snapshotBlob = (ordinal: number) => BlobId.parse(ordinal.toString(16).padStart(64, '0'));
export const pictureBlob = (ordinal: number) => BlobId.parse(ordinal.toString(16).padStart(64, 'f'));

function handle(ordinal: number): SnapshotHandle {
  const snapshot = snapshots[ordinal - 1];
  if (snapshot === undefined) throw new Error(`no snapshot ${ordinal}`);
  const { id, epoch, app, title, nodes } = snapshot;
  return { id, epoch, app, title, nodeCount: nodes.length, blob: snapshotBlob(ordinal) };
}

export const supportRunId = RunId.parse('support-run');
export const call = (name: string) => CallId.parse(name);
const ui = { reads: [], writes: ['ui:practice'] };
const outline = [
  'snapshot s1 of practice "Support desk", 491 elements',
  '- window "Support desk" s1:e1',
].join('\n');
const said = (text: string) => [{ type: 'text' as const, text }];
const ends = { outcome: 'succeeded', failure: null } as const;
const stale = {
  code: 'stale_ref',
  sentence: 'The button "Open ticket #1003" of s1 is no longer there.',
  next: 'Take a snapshot and use its refs.',
} as const;

const reads = [
  { id: call('r1'), tool: 'snapshot', input: {}, footprint: { reads: ['ui:practice'], writes: [] } },
  { id: call('r2'), tool: 'screenshot', input: {}, footprint: { reads: ['ui:practice'], writes: [] } },
  {
    id: call('r3'),
    tool: 'read_file',
    input: { path: '/home/ada/tickets.csv' },
    footprint: { reads: ['file:/home/ada/tickets.csv'], writes: [] },
  },
];
const writes = [
  { id: call('w1'), tool: 'set_value', input: { ref: 's1:e486', value: 'Ada Lovelace' } },
  { id: call('w2'), tool: 'press', input: { ref: 's1:e490' } },
  { id: call('w3'), tool: 'press', input: { ref: 's1:e12' } },
];

const bodies: ReadonlyArray<readonly [number, TraceBody]> = [
  [
    0,
    {
      type: 'run-started',
      version: 1,
      runId: supportRunId,
      request: {
        task: 'Create a ticket for Ada Lovelace with normal priority',
        target: { kind: 'practice' },
        model: { provider: 'scripted', demo: 'form-fill', thinkingMs: 600 },
        mode: 'mixed',
        limits: defaultLimits,
        overrides: { press: 'alone' },
        crew: { kind: 'alone' },
        approvals: 'sensitive',
      },
      tools: [{ name: 'press', summary: 'Presses an element', effect: 'write', place: 'machine' }],
      system: 'You work through the accessibility tree of a desktop. '.repeat(30),
      appVersion: '0.1.0',
    },
  ],
  [1, { type: 'turn-started', turn: 1, actor: firstActor }],
  [
    2,
    {
      type: 'model-requested',
      turn: 1,
      messages: [{ role: 'user', content: said('Create a ticket for Ada Lovelace with normal priority') }],
      parallelCalls: true,
    },
  ],
  [
    120,
    {
      type: 'model-retrying',
      turn: 1,
      attempt: 1,
      delayMs: 300,
      failure: {
        code: 'model_overloaded',
        sentence: 'The model is overloaded.',
        next: 'It is asked again by itself.',
      },
    },
  ],
  [610, { type: 'model-block-started', turn: 1, block: 0, kind: 'text', tool: null }],
  [
    620,
    {
      type: 'model-text',
      turn: 1,
      block: 0,
      text: 'I look at the window, its picture and the file at once.',
    },
  ],
  [
    700,
    {
      type: 'model-responded',
      turn: 1,
      content: [
        ...said('I look at the window, its picture and the file at once.'),
        ...reads.map(({ id, tool, input }) => ({ type: 'tool_call' as const, id, tool, input })),
      ],
      stopReason: 'tool_use',
      usage: { input: 1204, output: 86, cacheRead: 900, cacheWrite: 0 },
      costUsd: 0.00421,
    },
  ],
  ...reads.map(({ id, tool, input }, index): [number, TraceBody] => [
    700,
    { type: 'call-proposed', turn: 1, callId: id, index, tool, input },
  ]),
  ...reads.map(({ id, footprint }): [number, TraceBody] => [
    701,
    {
      type: 'call-queued',
      turn: 1,
      callId: id,
      effect: 'read',
      footprint,
      override: null,
      program: null,
      needs: [],
      waitsFor: [],
    },
  ]),
  ...reads.map(({ id }): [number, TraceBody] => [702, { type: 'call-started', turn: 1, callId: id }]),
  [730, { type: 'snapshot-taken', turn: 1, callId: call('r1'), cause: 'asked', snapshot: handle(1) }],
  [731, { type: 'call-ended', turn: 1, callId: call('r1'), ...ends, content: said(outline), delivery: null }],
  [
    745,
    {
      type: 'screenshot-taken',
      turn: 1,
      callId: call('r2'),
      snapshot: handle(1).id,
      blob: pictureBlob(1),
      mediaType: 'image/png',
      width: 900,
      height: 600,
    },
  ],
  [
    746,
    {
      type: 'call-ended',
      turn: 1,
      callId: call('r2'),
      ...ends,
      content: [{ type: 'image', blob: pictureBlob(1), mediaType: 'image/png' }],
      delivery: null,
    },
  ],
  [
    790.4,
    {
      type: 'call-ended',
      turn: 1,
      callId: call('r3'),
      ...ends,
      content: said('id,customer\n'.repeat(900)),
      delivery: null,
    },
  ],
  [800, { type: 'turn-started', turn: 2, actor: firstActor }],
  [
    801,
    {
      type: 'model-requested',
      turn: 2,
      messages: [
        {
          role: 'user',
          content: [
            { type: 'tool_result', id: call('r1'), content: said(outline), isError: false },
            {
              type: 'tool_result',
              id: call('r2'),
              content: [{ type: 'image', blob: pictureBlob(1), mediaType: 'image/png' }],
              isError: false,
            },
            {
              type: 'tool_result',
              id: call('r3'),
              content: said('<b>id</b>,customer\n'.repeat(900)),
              isError: false,
            },
          ],
        },
      ],
      parallelCalls: true,
    },
  ],
  [
    1400,
    {
      type: 'model-responded',
      turn: 2,
      content: writes.map(({ id, tool, input }) => ({ type: 'tool_call' as const, id, tool, input })),
      stopReason: 'tool_use',
      usage: { input: 2604, output: 120, cacheRead: 900, cacheWrite: 0 },
      costUsd: 0.0061,
    },
  ],
  ...writes.map(({ id, tool, input }, index): [number, TraceBody] => [
    1400,
    { type: 'call-proposed', turn: 2, callId: id, index, tool, input },
  ]),
  ...writes.map(({ id, tool }, index): [number, TraceBody] => [
    1401,
    {
      type: 'call-queued',
      turn: 2,
      callId: id,
      effect: 'write',
      footprint: ui,
      override: tool === 'press' ? 'alone' : null,
      program: null,
      needs: [],
      waitsFor: writes.slice(0, index).map((each) => each.id),
    },
  ]),
  [1402, { type: 'call-started', turn: 2, callId: call('w1') }],
  [1420, { type: 'snapshot-taken', turn: 2, callId: call('w1'), cause: 'preflight', snapshot: handle(2) }],
  [1450, { type: 'epoch-advanced', turn: 2, callId: call('w1'), app: 'practice', epoch: 1 }],
  [1490, { type: 'snapshot-taken', turn: 2, callId: call('w1'), cause: 'after_write', snapshot: handle(3) }],
  [
    1495,
    {
      type: 'call-ended',
      turn: 2,
      callId: call('w1'),
      ...ends,
      content: said('changes from s2 to s3'),
      delivery: 'observed',
    },
  ],
  [1496, { type: 'call-started', turn: 2, callId: call('w2') }],
  [1520, { type: 'epoch-advanced', turn: 2, callId: call('w2'), app: 'practice', epoch: 2 }],
  [1560, { type: 'snapshot-taken', turn: 2, callId: call('w2'), cause: 'after_write', snapshot: handle(4) }],
  [
    1570,
    {
      type: 'screenshot-taken',
      turn: 2,
      callId: call('w2'),
      snapshot: handle(4).id,
      blob: pictureBlob(2),
      mediaType: 'image/png',
      width: 900,
      height: 600,
    },
  ],
  [
    1580,
    {
      type: 'call-ended',
      turn: 2,
      callId: call('w2'),
      ...ends,
      content: said('changes from s3 to s4'),
      delivery: 'accepted',
    },
  ],
  [1581, { type: 'call-started', turn: 2, callId: call('w3') }],
  [
    1590,
    {
      type: 'hazard-found',
      hazard: {
        kind: 'stale_ref',
        turn: 2,
        call: call('w3'),
        ref: 's1:e12' as never,
        endedBy: call('w2'),
        pointedTo: 'button "Open ticket #1003"',
        standsNow: null,
        sentence: 'press used s1:e12 after press had ended its epoch, and nothing like it is there any more.',
      },
    },
  ],
  [
    1591,
    {
      type: 'call-ended',
      turn: 2,
      callId: call('w3'),
      outcome: 'failed',
      failure: stale,
      content: said(stale.sentence),
      delivery: 'unknown',
    },
  ],
  [
    1600,
    {
      type: 'run-verified',
      verified: false,
      checks: [
        {
          name: 'The ticket was submitted',
          passed: false,
          sentence: 'The practice window saw no submission.',
        },
        { name: 'The name is right', passed: true, sentence: 'Customer name is "Ada Lovelace".' },
      ],
      wrongElementWrites: 0,
    },
  ],
  [1601, { type: 'run-ended', status: 'stopped', failure: null }],
];

export const supportRun: readonly TraceEvent[] = legal(
  bodies.map(
    ([mono, body], index): TraceEvent => ({
      ...body,
      seq: index + 1,
      at: { wall: 1_773_500_000_000 + mono, mono, provenance: 'recorded' },
    }),
  ),
);

function legal(events: readonly TraceEvent[]): readonly TraceEvent[] {
  const law = traceLegality();
  for (const event of events) {
    const against = law.accept(event);
    if (against !== null) throw new Error(against);
  }
  return events;
}

/** The cursor just after the first event that fits. */
export function cursorAfter(fits: (event: TraceEvent) => boolean): number {
  const event = supportRun.find(fits);
  if (event === undefined) throw new Error('no event of the run fits');
  return event.seq;
}

type Answers = {
  [N in RequestName]?: (
    input: RequestInput<N>,
  ) => Promise<Result<RequestOutput<N>>> | Result<RequestOutput<N>>;
};

/** The other end of the wire, driven by the test: it answers what it was given answers for. */
export function scriptedInterlock(answers: Answers): Interlock {
  return {
    async request(name, input) {
      const answer = answers[name];
      if (answer === undefined) throw new Error(`nobody answers ${name}`);
      return answer(input);
    },
    listen: () => () => undefined,
    pathOf: () => '',
  };
}

/** Answers with the run's own snapshots. */
export function snapshotAnswer({ blob }: { readonly blob: BlobId }): Result<Snapshot> {
  const snapshot = snapshots.find((_, index) => snapshotBlob(index + 1) === blob);
  if (snapshot === undefined) throw new Error(`no snapshot in ${blob}`);
  return ok(snapshot);
}
