import koffi from 'koffi';
import type { Effect, FaultScript, Permissions, Script, Value } from './script.fixture';

/** One thing that arrived at the screen, with the element that it really met. */
export interface Arrival {
  readonly sequence: number;
  readonly kind: 'action' | 'set' | 'key' | 'mouse' | 'click' | 'scroll';
  /** The function that brought it. */
  readonly via: string;
  /** Action, attribute, chord or button. */
  readonly name: string | null;
  readonly value: string | null;
  readonly outcome: string;
  /** The caller had been told CannotComplete. */
  readonly late: boolean;
  readonly app: string | null;
  readonly element: string | null;
  /** 1 for the first of this id, 2 for the twin that took its place, ... */
  readonly generation: number;
  readonly role: string | null;
  readonly title: string | null;
  readonly at: readonly [number, number] | null;
}

export type ViolationKind =
  | 'over_release'
  | 'use_after_free'
  | 'borrowed_after_container'
  | 'released_during_call'
  | 'wrong_type'
  | 'wrong_argument'
  | 'unknown_pointer'
  | 'unknown_callbacks'
  | 'unknown_encoding'
  | 'null_release'
  | 'null_argument'
  | 'index_out_of_range'
  | 'value_type'
  | 'number_type'
  | 'own_pid'
  | 'no_messaging_timeout'
  | 'secure_value_read'
  | 'text_too_long';

export interface Violation {
  readonly kind: ViolationKind;
  readonly symbol: string;
  readonly detail: string;
  readonly count: number;
}

export interface Leak {
  readonly type: string;
  readonly madeBy: string;
  readonly references: number;
  readonly what: string;
}

export interface Report {
  readonly violations: readonly Violation[];
  readonly leaks: readonly Leak[];
  /** Objects that are not freed, whoever holds them. */
  readonly alive: number;
  /** What was pressed and never let go. */
  readonly down: {
    readonly flags: number;
    readonly keys: readonly number[];
    readonly buttons: readonly string[];
  };
  readonly requests: {
    readonly all: number;
    readonly onMainThread: number;
    readonly besideAnother: number;
    readonly timedOut: number;
  };
  readonly calls: Readonly<Record<string, number>>;
  /** Rows that were built because somebody read them, by list. */
  readonly realisedRows: Readonly<Record<string, number>>;
  readonly prompts: {
    readonly accessibility: number;
    readonly screenCapture: number;
    readonly postEvents: number;
  };
}

/** An element as it is on the screen. */
export interface Looked {
  readonly id: string;
  readonly role: string;
  readonly generation: number;
  readonly focused: boolean;
  readonly open: boolean;
  readonly selection: readonly [number, number];
  readonly frame: readonly [number, number, number, number] | null;
  readonly children: readonly string[];
  readonly attributes: Readonly<Record<string, Value>>;
}

export interface Simulator {
  /** For `koffi.load`: in place of each of Apple's frameworks. */
  readonly library: string;
  /** A reset, and then this screen. */
  load(script: Script): void;
  reset(): void;
  /** Changes the screen between two calls. */
  do(...effects: readonly Effect[]): void;
  fault(fault: FaultScript): void;
  forgetFaults(): void;
  /** Ends every hang. */
  release(): void;
  permissions(change: Permissions): void;
  secureInput(enabled: boolean): void;
  setClipboard(text: string): void;
  clipboard(): string;
  /** With `true`, only `advance` moves the clock of delayed effects. */
  clock(manual: boolean): void;
  advance(milliseconds: number): void;
  arrivals(): readonly Arrival[];
  /** Those since the last time. */
  takeArrivals(): readonly Arrival[];
  report(): Report;
  /** Throws what the report has of violations and leaks, and what is still pressed. */
  demandHonesty(): void;
  /** What is alive now is no leak any more. */
  mark(): void;
  look(id: string): Looked | null;
  /** Calls inside the library, most of them waiting for an application. */
  waiting(): number;
}

/** The driver of a library that `buildSimulator` made. It throws where a script is wrong: only tests call it. */
export function openSimulator(library: string): Simulator {
  const loaded = koffi.load(library);
  const accept = (declaration: string) => {
    const call = loaded.func(declaration) as (json: string) => string;
    return (json: unknown) => {
      const problem = call(JSON.stringify(json));
      if (problem !== '') throw new Error(problem);
    };
  };
  const load = accept('const char *sim_load(const char *)');
  const doEffects = accept('const char *sim_do(const char *)');
  const fault = accept('const char *sim_fault(const char *)');
  const permissions = accept('const char *sim_permissions(const char *)');
  const arrivals = loaded.func('const char *sim_arrivals(bool)') as (forget: boolean) => string;
  const reportText = loaded.func('const char *sim_report()') as () => string;
  const report = () => JSON.parse(reportText()) as Report;
  const look = loaded.func('const char *sim_look(const char *)') as (id: string) => string;
  return {
    library,
    load,
    reset: loaded.func('void sim_reset()') as () => void,
    do: (...effects) => doEffects(effects),
    fault,
    forgetFaults: loaded.func('void sim_forget_faults()') as () => void,
    release: loaded.func('void sim_release()') as () => void,
    permissions,
    secureInput: loaded.func('void sim_secure_input(bool)') as (enabled: boolean) => void,
    setClipboard: loaded.func('void sim_set_clipboard(const char *)') as (text: string) => void,
    clipboard: loaded.func('const char *sim_clipboard()') as () => string,
    clock: loaded.func('void sim_clock(bool)') as (manual: boolean) => void,
    advance: loaded.func('void sim_advance(double)') as (milliseconds: number) => void,
    arrivals: () => JSON.parse(arrivals(false)) as readonly Arrival[],
    takeArrivals: () => JSON.parse(arrivals(true)) as readonly Arrival[],
    report,
    demandHonesty: () => demandHonesty(report()),
    mark: loaded.func('void sim_mark()') as () => void,
    look: (id) => JSON.parse(look(id)) as Looked | null,
    waiting: loaded.func('int sim_waiting()') as () => number,
  };
}

function demandHonesty({ violations, leaks, down }: Report): void {
  const pressed = down.flags !== 0 || down.keys.length > 0 || down.buttons.length > 0;
  if (violations.length === 0 && leaks.length === 0 && !pressed) return;
  throw new Error(`The caller is at fault:\n${JSON.stringify({ violations, leaks, down }, null, 2)}`);
}
