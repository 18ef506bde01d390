import { Approval, ApprovalId, type ApprovalOutcome } from './approval';
import type { Failure } from './failure';
import { CallId, ElementRef, firstActor, RunId } from './ids';
import { noUsage } from './messages';
import { defaultLimits } from './run-options';
import type { Target } from './target';
import type { TraceBody, TraceEvent } from './trace-event';

/**
 * A run on the whole desktop in which a person has a say: two programs, a question that was answered, a hold, a ref that went stale,
 * and in the last turn two questions at once. Legal at every length.
 */

export const supervisedRunId = RunId.parse('supervised-run');
export const deleteAsked = ApprovalId.parse('a1');
export const sendAsked = ApprovalId.parse('a2');
export const passwordAsked = ApprovalId.parse('a3');
export const callNamed = (name: string) => CallId.parse(name);

const desktop: Target = { kind: 'desktop' };

interface Timed {
  readonly at: number;
  readonly body: TraceBody;
}

const timed: readonly Timed[] = [
  {
    at: 0,
    body: {
      type: 'run-started',
      version: 2,
      runId: supervisedRunId,
      request: {
        task: 'Put the figures of the report into a new note, send it, and delete the draft',
        target: desktop,
        model: { provider: 'anthropic', name: 'claude-sonnet-4-5' },
        mode: 'mixed',
        limits: defaultLimits,
        overrides: {},
        crew: { kind: 'alone' },
        approvals: 'sensitive',
      },
      tools: [],
      system: 'You work through the accessibility tree of a desktop.',
      appVersion: '0.1.0',
    },
  },
  ...turn(1, 0, 900),
  ...read('look-files', 1, 0, 'Thunar', 900, 1240),
  ...read('look-note', 1, 1, 'Mousepad', 900, 1610),
  ...turn(2, 1620, 2500),
  ...write('title', 2, 0, 'set_value', 'Mousepad', { element: 'Title', value: 'Figures' }, 2500, []),
  ...write('delete', 2, 1, 'click', 'Thunar', { element: 'Delete draft.txt' }, 2500, []),
  epoch('title', 2, 'Mousepad', 1, 2790),
  end('title', 2, 2800),
  asked('delete', 2, 2560, {
    id: deleteAsked,
    reason: 'destructive',
    program: 'Thunar',
    sentence: 'Press the button "Delete draft.txt" in Thunar.',
    grants: 'Pressing buttons named "Delete draft.txt" in Thunar, until this run ends.',
    choices: [],
  }),
  answered('delete', 2, 6340, deleteAsked, 'once'),
  epoch('delete', 2, 'Thunar', 2, 6600),
  end('delete', 2, 6620),
  ...turn(3, 6640, 7500),
  { at: 7510, body: { type: 'run-held', sentence: 'The pointer moved in Mousepad.' } },
  ...write('press', 3, 0, 'press', 'Thunar', { ref: 's1:e12' }, 7500, []),
  { at: 9800, body: { type: 'run-resumed' } },
  {
    at: 9850,
    body: {
      type: 'hazard-found',
      hazard: {
        kind: 'stale_ref',
        turn: 3,
        call: callNamed('press'),
        ref: ElementRef.parse('s1:e12'),
        endedBy: callNamed('delete'),
        pointedTo: 'button "Open draft.txt" in window "Documents"',
        standsNow: 'button "Open figures.ods" in window "Documents"',
        sentence: 'The button "Open draft.txt" of s1 is no longer there.',
      },
    },
  },
  end('press', 3, 9860, {
    code: 'stale_ref',
    sentence: 'The button "Open draft.txt" of s1 is no longer there.',
    next: 'Take a snapshot and use its refs.',
  }),
  ...turn(4, 9880, 10_900),
  ...write('send', 4, 0, 'click', 'Thunderbird', { element: 'Send' }, 10_900, []),
  ...write('password', 4, 1, 'set_value', 'Keyring', { element: 'Password' }, 10_900, []),
  asked('password', 4, 10_960, {
    id: passwordAsked,
    reason: 'secure_field',
    program: 'Keyring',
    sentence: 'Fill in the field "Password" in the window "Unlock Login Keyring" of Keyring.',
    grants: 'Only this field, this once.',
    choices: [],
  }),
  asked('send', 4, 10_990, {
    id: sendAsked,
    reason: 'destructive',
    program: 'Thunderbird',
    sentence: 'Press the button "Send" in the window "Figures" of Thunderbird.',
    grants: 'Pressing buttons named "Send" in Thunderbird, until this run ends.',
    choices: [],
  }),
];

export const supervisedRun: readonly TraceEvent[] = timed
  .toSorted((a, b) => a.at - b.at)
  .map(
    ({ at, body }, index): TraceEvent => ({
      ...body,
      seq: index + 1,
      at: { wall: 1_764_000_000_000 + at, mono: at, provenance: 'recorded' },
    }),
  );

/** The run up to a question, and no further. */
export function upToQuestion(id: ApprovalId): TraceEvent[] {
  const at = supervisedRun.findIndex((event) => event.type === 'approval-asked' && event.approval.id === id);
  return supervisedRun.slice(0, at + 1);
}

/** The run up to the first event of a kind, that one included. */
export function upTo(type: TraceEvent['type']): TraceEvent[] {
  return supervisedRun.slice(0, supervisedRun.findIndex((event) => event.type === type) + 1);
}

/** What happens next in a run that has come so far, `after` milliseconds later. */
export function next(events: readonly TraceEvent[], body: TraceBody, after = 40): TraceEvent {
  const last = events.at(-1);
  const mono = (last?.at.mono ?? 0) + after;
  const wall = (last?.at.wall ?? 0) + after;
  return { ...body, seq: events.length + 1, at: { wall, mono, provenance: 'recorded' } };
}

function turn(number: number, from: number, answeredAt: number): Timed[] {
  const modelSays: TraceBody = {
    type: 'model-responded',
    turn: number,
    content: [],
    stopReason: 'tool_use',
    usage: { ...noUsage, input: 2100, output: 140 },
    costUsd: 0.008,
  };
  return [
    { at: from, body: { type: 'turn-started', turn: number, actor: firstActor } },
    { at: from, body: { type: 'model-requested', turn: number, messages: [], parallelCalls: true } },
    {
      at: (from + answeredAt) / 2,
      body: { type: 'model-block-started', turn: number, block: 0, kind: 'tool_call', tool: null },
    },
    { at: answeredAt - 10, body: modelSays },
  ];
}

function read(
  name: string,
  number: number,
  index: number,
  program: string,
  from: number,
  to: number,
): Timed[] {
  const callId = callNamed(name);
  const footprint = { reads: [`ui:${program}`], writes: [] };
  return [
    {
      at: from - 5,
      body: { type: 'call-proposed', turn: number, callId, index, tool: 'snapshot', input: { app: program } },
    },
    {
      at: from,
      body: {
        type: 'call-queued',
        turn: number,
        callId,
        effect: 'read',
        footprint,
        override: null,
        program,
        needs: [],
        waitsFor: [],
      },
    },
    { at: from, body: { type: 'call-started', turn: number, callId } },
    end(name, number, to, null, false),
  ];
}

function write(
  name: string,
  number: number,
  index: number,
  tool: string,
  program: string,
  input: Readonly<Record<string, string>>,
  from: number,
  waitsFor: readonly CallId[],
): Timed[] {
  const callId = callNamed(name);
  return [
    { at: from - 5, body: { type: 'call-proposed', turn: number, callId, index, tool, input: { ...input } } },
    {
      at: from,
      body: {
        type: 'call-queued',
        turn: number,
        callId,
        effect: 'write',
        footprint: { reads: [], writes: [`ui:${program}`] },
        override: null,
        program,
        needs: [],
        waitsFor: [...waitsFor],
      },
    },
    { at: from + 20, body: { type: 'call-started', turn: number, callId } },
  ];
}

function asked(name: string, number: number, at: number, approval: Approval): Timed {
  return {
    at,
    body: {
      type: 'approval-asked',
      turn: number,
      callId: callNamed(name),
      approval: Approval.parse(approval),
    },
  };
}

function answered(name: string, number: number, at: number, id: ApprovalId, outcome: ApprovalOutcome): Timed {
  return { at, body: { type: 'approval-answered', turn: number, callId: callNamed(name), id, outcome } };
}

function epoch(name: string, number: number, app: string, count: number, at: number): Timed {
  return { at, body: { type: 'epoch-advanced', turn: number, callId: callNamed(name), app, epoch: count } };
}

function end(name: string, number: number, at: number, failure: Failure | null = null, wrote = true): Timed {
  return {
    at,
    body: {
      type: 'call-ended',
      turn: number,
      callId: callNamed(name),
      outcome: failure === null ? 'succeeded' : 'failed',
      content: [{ type: 'text', text: failure?.sentence ?? 'Done.' }],
      failure,
      delivery: wrote && failure === null ? 'observed' : null,
    },
  };
}
