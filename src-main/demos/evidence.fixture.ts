import type { Snapshot } from '../contract/accessibility';
import { actorId, CallId, firstActor, RunId, refParts } from '../contract/ids';
import { noUsage, type ResultContent } from '../contract/messages';
import type { PracticeRecord } from '../contract/practice-record';
import { defaultLimits } from '../contract/run-options';
import { type Actor, type Call, emptyModel, type TraceModel } from '../contract/trace-model';
import type { Evidence } from './demo';

export interface Staged {
  readonly task: string;
  readonly finalText?: string;
  readonly practice?: PracticeRecord;
  readonly workspace?: string;
  readonly clipboard?: string;
  readonly printed?: Readonly<Record<string, string>>;
  readonly calls?: readonly Call[];
  readonly snapshots?: readonly Snapshot[];
  readonly agents?: readonly StagedAgent[];
}

/** An agent that worked in the run and ended well, with the tools that it called with success; the first began with the run. */
export interface StagedAgent {
  readonly name: string;
  readonly origin: 'call' | 'handoff' | 'after';
  readonly tools: readonly string[];
}

/** Evidence as a run would leave it, made of what a test says happened. For tests. */
export function evidenceOf(staged: Staged): Evidence {
  const { practice = [], printed = {}, workspace = '/nowhere', clipboard = '', snapshots = [] } = staged;
  return {
    practice,
    printed: new Map(Object.entries(printed)),
    workspace,
    clipboard,
    model: modelOf(staged),
    snapshotOf: (ref) => snapshots.find((each) => each.id === refParts(ref).snapshot) ?? null,
  };
}

function modelOf({ task, finalText = '', calls = [], agents = [] }: Staged): TraceModel {
  const ended = {
    kind: 'responded',
    at: 90,
    content: [{ type: 'text', text: finalText }],
    stopReason: 'end_turn',
    usage: noUsage,
    costUsd: 0,
  } as const;
  const span = { requestedAt: 80, sent: [], parallelCalls: true, retries: [], blocks: [], ended };
  return {
    ...emptyModel,
    run: {
      seq: 1,
      at: { wall: 0, mono: 0, provenance: 'recorded' },
      type: 'run-started',
      version: 1,
      runId: RunId.parse('run-1'),
      request: {
        task,
        target: { kind: 'practice' },
        model: { provider: 'scripted', demo: 'form-fill', thinkingMs: 0 },
        mode: 'mixed',
        limits: defaultLimits,
        overrides: {},
        crew: { kind: 'alone' },
        approvals: 'sensitive',
      },
      tools: [],
      system: '',
      appVersion: '0.0.0',
    },
    actors: agents.map(actorOf),
    turns: [
      ...agents.map(({ tools }, at) => ({
        number: 0,
        actor: actorId(at + 1),
        startedAt: 0,
        model: null,
        calls: tools.map((tool, place) => ({
          ...screenCall(place, tool, {}),
          id: CallId.parse(`${at}_${place}`),
        })),
      })),
      { number: 1, actor: firstActor, startedAt: 1, model: null, calls },
      { number: 2, actor: firstActor, startedAt: 80, model: span, calls: [] },
    ],
  };
}

function actorOf({ name, origin }: StagedAgent, at: number): Actor {
  const call = CallId.parse('0_0');
  const origins = {
    call: { kind: 'call', call },
    handoff: { kind: 'handoff', call },
    after: { kind: 'after', actor: firstActor },
  } as const;
  return {
    id: actorId(at + 1),
    kind: 'agent',
    name,
    task: '',
    mode: 'mixed',
    origin: at === 0 ? null : origins[origin],
    startedAt: 0,
    ended: { at: 1, outcome: 'succeeded', answer: '', failure: null },
  };
}

/** A call on the screen that ran and succeeded. */
export function screenCall(
  index: number,
  tool: string,
  input: unknown,
  effect: 'read' | 'write' = 'write',
  text = '',
): Call {
  const content: ResultContent[] = text === '' ? [] : [{ type: 'text', text }];
  const on = ['ui:practice'];
  return {
    id: CallId.parse(`call_${index}`),
    turn: 1,
    index,
    tool,
    input,
    proposedAt: index,
    admission: {
      at: index,
      effect,
      footprint: effect === 'write' ? { reads: [], writes: on } : { reads: on, writes: [] },
      override: null,
      program: null,
      needs: [],
      waitsFor: [],
    },
    progress: null,
    editedAt: null,
    approvals: [],
    startedAt: index,
    ended: {
      at: index + 1,
      outcome: 'succeeded',
      content,
      failure: null,
      delivery: effect === 'write' ? 'observed' : null,
    },
  };
}
