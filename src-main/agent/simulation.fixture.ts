import fc from 'fast-check';
import { type Footprint, unknownFootprint } from '../contract/footprint';
import type { StopReason } from '../contract/messages';
import { type Mode, modes, type Override } from '../contract/run-options';
import type { Delivery } from '../contract/trace-event';
import type { PreparedCall, Tool, ToolOutcome } from '../tools/tool';

/** A run as fast-check thinks it up: what the model says, how tools behave, and in which order things happen. */
export interface Scenario {
  readonly mode: Mode;
  readonly slots: number;
  readonly turns: number;
  readonly overrides: Readonly<Record<string, Override>>;
  readonly answers: readonly ScriptedTurn[];
  /** Of the calls in the order in which they start. */
  readonly behaviours: readonly Behaviour[];
  readonly happenings: readonly Happening[];
  readonly modelHeedsAbort: boolean;
  /** Stops the run while this event is being recorded; null for never. */
  readonly stopAtEvent: number | null;
}

export interface ScriptedTurn {
  readonly text: string;
  readonly calls: ReadonlyArray<{ readonly id: string; readonly tool: string }>;
  readonly ending: StopReason | 'failed' | 'break-off';
}

export interface Behaviour {
  readonly end: 'succeed' | 'fail' | 'throw' | 'throw-at-once' | 'never';
  readonly delivery: Delivery | null;
  readonly onAbort: 'ignore' | 'report' | 'finish' | 'throw';
}

/** `which` chooses among the calls that are open. */
export interface Happening {
  readonly kind: 'release' | 'speak' | 'moment' | 'long-wait' | 'stop';
  readonly which: number;
}

export const footprints: Readonly<Record<string, Footprint>> = {
  look: { reads: ['ui:x'], writes: [] },
  press: { reads: [], writes: ['ui:x'] },
  copy: { reads: ['ui:x'], writes: ['clipboard'] },
  list: { reads: ['file:/a'], writes: [] },
  save: { reads: [], writes: ['file:/a/b'] },
  fetch: { reads: ['net:x'], writes: [] },
  shell: { reads: [], writes: ['*'] },
};

/** Called with what no tool takes, or by a name that none has. */
export const unrunnable = ['misfit', 'bomb', 'ghost'] as const;

const toolName = fc.constantFrom(...Object.keys(footprints), ...Object.keys(footprints), ...unrunnable);
const call = fc.record({ id: fc.constantFrom('', 'a', 'b', 'toolu_01', 'call:1', '....'), tool: toolName });
const ending = fc.oneof(
  { weight: 12, arbitrary: fc.constantFrom<ScriptedTurn['ending']>('tool_use', 'end_turn') },
  {
    weight: 3,
    arbitrary: fc.constantFrom<ScriptedTurn['ending']>(
      'max_tokens',
      'max_tokens',
      'pause_turn',
      'stop_sequence',
    ),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom<ScriptedTurn['ending']>('refusal', 'other', 'failed', 'break-off'),
  },
);
const behaviour = fc.record<Behaviour>({
  end: fc.constantFrom('succeed', 'succeed', 'succeed', 'fail', 'throw', 'throw-at-once', 'never'),
  delivery: fc.constantFrom('observed', 'observed', 'unknown', 'contradicted', null),
  onAbort: fc.constantFrom('ignore', 'report', 'finish', 'throw'),
});
const happening = fc.record<Happening>({
  kind: fc.oneof(
    { weight: 20, arbitrary: fc.constantFrom<Happening['kind']>('release', 'release', 'speak', 'moment') },
    { weight: 1, arbitrary: fc.constantFrom<Happening['kind']>('long-wait', 'stop') },
  ),
  which: fc.nat(20),
});

export const scenario: fc.Arbitrary<Scenario> = fc.record({
  mode: fc.constantFrom(...modes),
  slots: fc.integer({ min: 1, max: 5 }),
  turns: fc.integer({ min: 1, max: 6 }),
  overrides: fc.dictionary(toolName, fc.constantFrom<Override>('read', 'write', 'alone'), { maxKeys: 2 }),
  answers: fc.array(
    fc.record({ text: fc.constantFrom('', ' ', 'So.'), calls: fc.array(call, { maxLength: 7 }), ending }),
    { maxLength: 5 },
  ),
  behaviours: fc.array(behaviour, { minLength: 1, maxLength: 12 }),
  happenings: fc.array(happening, { maxLength: 60, size: 'max' }),
  modelHeedsAbort: fc.boolean(),
  stopAtEvent: fc.option(fc.integer({ min: 1, max: 60 }), { freq: 3 }),
});

/** Tools whose calls stay open until they are released, or for good. */
export interface SimulatedTools {
  readonly tools: readonly Tool[];
  /** Ends a call that is open and can end; false where there is none. */
  readonly release: (which: number) => boolean;
}

export function simulatedTools(behaviours: readonly Behaviour[]): SimulatedTools {
  const open: Array<() => void> = [];
  let begun = 0;

  const run: PreparedCall['run'] = ({ signal, callId }) => {
    const { end, delivery, onAbort } = behaviours[begun++ % behaviours.length] ?? wellBehaved;
    const content = [{ type: 'text' as const, text: `of ${callId}` }];
    const done: ToolOutcome = { content, failure: null, delivery, value: null };
    const broke: ToolOutcome = { content, failure: gone, delivery, value: null };
    if (end === 'throw-at-once') throw new Error('at once');
    return new Promise((resolve, reject) => {
      if (end === 'succeed') open.push(() => resolve(done));
      if (end === 'fail') open.push(() => resolve(broke));
      if (end === 'throw') open.push(() => reject(new Error('later')));
      signal.addEventListener('abort', () => {
        if (onAbort === 'report') resolve({ ...broke, failure: { ...gone, code: 'cancelled' } });
        if (onAbort === 'finish') resolve(done);
        if (onAbort === 'throw') reject(new Error('aborted'));
      });
    });
  };

  const tools = Object.entries(footprints).map(([name, footprint]): Tool => {
    const effect = footprint.writes.length > 0 ? 'write' : 'read';
    return {
      name,
      description: name,
      effect,
      reach: footprint,
      hosts: false,
      inputSchema,
      prepare: () => ({ kind: 'prepared', footprint, program: null, inWords: 'Do it', run }),
    };
  });
  const misfit: Tool = {
    name: 'misfit',
    description: 'misfit',
    effect: 'read',
    reach: { reads: [], writes: [] },
    hosts: false,
    inputSchema,
    prepare: () => ({ kind: 'invalid', failure: { ...gone, code: 'invalid_input' } }),
  };
  const bomb: Tool = {
    ...misfit,
    name: 'bomb',
    effect: 'write',
    reach: unknownFootprint,
    prepare() {
      throw new Error('bomb');
    },
  };
  return {
    tools: [...tools, misfit, bomb],
    release(which) {
      const [chosen] = open.splice(which % Math.max(1, open.length), 1);
      chosen?.();
      return chosen !== undefined;
    },
  };
}

const inputSchema = { type: 'object' };
const wellBehaved: Behaviour = { end: 'succeed', delivery: null, onAbort: 'ignore' };
const gone = { code: 'stale_ref', sentence: 'It is gone.', next: 'Look again.' } as const;
