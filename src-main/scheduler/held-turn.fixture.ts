import type { Failure } from '../contract/failure';
import type { Footprint } from '../contract/footprint';
import { CallId } from '../contract/ids';
import type { ToolResult } from '../contract/messages';
import type { Mode, Override } from '../contract/run-options';
import type { TraceBody } from '../contract/trace-event';
import type { ProposedCall, Report } from './call';
import { executeTurn } from './execute';
import { heard, type ManualClock, manualClock } from './manual-clock.fixture';
import { modeRules } from './modes';
import { promised } from './promised';
import type { TimeLimit } from './time-limit';

/** A turn whose calls stay open until the test releases them. */
export interface HeldTurn {
  /** What was said so far, one short line an event: `started a`. */
  readonly log: string[];
  readonly bodies: TraceBody[];
  readonly clock: ManualClock;
  readonly signals: ReadonlyMap<string, AbortSignal>;
  readonly limits: ReadonlyMap<string, TimeLimit>;
  release(call: string, report?: Partial<Report>): Promise<void>;
  break(call: string, thrown: Error): Promise<void>;
  stop(reason: Failure): Promise<void>;
  /** Nobody asks for these any more, and for all others. */
  setAside(...calls: readonly string[]): Promise<void>;
  /** No more calls come, where they were still arriving. */
  close(): Promise<void>;
  readonly results: Promise<readonly ToolResult[]>;
}

export interface HeldOptions {
  readonly mode: Mode;
  readonly slots?: number;
  readonly overrides?: Readonly<Record<string, Override>>;
  /** The line of the log at which the turn is stopped, while it is being recorded. */
  readonly stopAt?: string;
  readonly stoppedBefore?: boolean;
  /** More calls may come until the turn is closed. */
  readonly isArriving?: boolean;
  /** What a call does as soon as it is aborted; otherwise it hangs. */
  readonly onAbort?: (call: string) => Partial<Report> | Error;
}

/** `a: 'r ui'` reads `ui`; `b: 'w ui file:/x'` writes both; `c: 'refused'` can't run. Each call's tool has its name. */
export function heldTurn(options: HeldOptions, calls: Readonly<Record<string, string>>): HeldTurn {
  const log: string[] = [];
  const bodies: TraceBody[] = [];
  const clock = manualClock();
  const stop = new AbortController();
  const signals = new Map<string, AbortSignal>();
  const limits = new Map<string, TimeLimit>();
  const held = new Map(Object.keys(calls).map((name) => [name, promised<Report>()]));
  const of = (name: string) => {
    const found = held.get(name);
    if (found === undefined) throw new Error(`no call ${name}`);
    return found;
  };

  const proposed = Object.entries(calls).map(([name, does]): ProposedCall => {
    const [kind, ...resources] = does.split(' ');
    const footprint: Footprint =
      kind === 'r' ? { reads: resources, writes: [] } : { reads: [], writes: resources };
    const call = { id: CallId.parse(name), tool: name, input: {}, footprint, program: null, needs: [] };
    if (kind === 'refused') return { ...call, effect: 'write', work: { kind: 'refused', failure: unfit } };
    return {
      ...call,
      effect: kind === 'r' ? 'read' : 'write',
      work: {
        kind: 'ready',
        windUpMs: 0,
        run(signal, limit) {
          signals.set(name, signal);
          limits.set(name, limit);
          signal.addEventListener('abort', () => {
            const said = options.onAbort?.(name);
            if (said instanceof Error) of(name).reject(said);
            else if (said !== undefined) of(name).resolve({ ...done, ...said });
          });
          return of(name).promise;
        },
      },
    };
  });
  if (options.stoppedBefore === true) stop.abort();
  const turn = executeTurn({
    turn: 1,
    rules: modeRules[options.mode],
    overrideOf: (tool) => options.overrides?.[tool] ?? null,
    slots: options.slots ?? 10,
    callTimeoutMs: 1000,
    clock,
    emit(body) {
      bodies.push(body);
      log.push(line(body));
      if (log.at(-1) === options.stopAt) stop.abort();
    },
    stop: stop.signal,
  });
  if (options.isArriving === true) turn.add(proposed);
  else turn.close(proposed);
  return {
    log,
    bodies,
    clock,
    signals,
    limits,
    results: turn.settled.then((calls) => calls.map(({ result }) => result)),
    async release(name, report = {}) {
      of(name).resolve({ ...done, ...report });
      await heard();
    },
    async break(name, thrown) {
      of(name).reject(thrown);
      await heard();
    },
    async setAside(...names) {
      turn.setAside(new Set(names.map((name) => CallId.parse(name))));
      await heard();
    },
    async close() {
      turn.close();
      await heard();
    },
    async stop(reason) {
      stop.abort(reason);
      await heard();
      clock.advance(0);
      await heard();
    },
  };
}

const done: Report = { content: [], failure: null, delivery: null, value: null };
export const unfit: Failure = { code: 'invalid_input', sentence: 'It does not fit.', next: 'Correct it.' };

function line(body: TraceBody): string {
  switch (body.type) {
    case 'call-queued':
      return `queued ${body.callId} ${body.effect}${body.waitsFor.map((id) => ` >${id}`).join('')}`;
    case 'call-started':
      return `started ${body.callId}`;
    case 'call-ended':
      return `ended ${body.callId} ${body.outcome}${body.delivery === null ? '' : ` ${body.delivery}`}`;
    case 'hazard-found':
      return body.hazard.kind === 'stale_ref'
        ? body.hazard.kind
        : `${body.hazard.kind} ${body.hazard.earlier} ${body.hazard.later} on ${body.hazard.resource}`;
    default:
      return body.type;
  }
}
