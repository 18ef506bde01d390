import { type ActorId, CallId } from '../contract/ids';
import type { ToolCall } from '../contract/messages';
import { executeTurn, type ModeRules, type ProposedCall, type SettledCall } from '../scheduler/index';
import type { RunScope } from './loop';
import { prepareCall, type Tools, type TurnOfCalls } from './prepare-calls';

/** A turn without a model: calls that a plan or a program makes, under the call that it came with. */
export interface NestedTurn {
  readonly turn: number;
  /** What all of its calls have in common. */
  readonly common: TurnOfCalls;
  /** The id of the next call that is added. */
  nextId(): CallId;
  /** Comes next in the turn. It starts as soon as it may, by the rules of the turn. */
  add(call: ToolCall, prepared: ProposedCall): void;
  /** What the scheduler is to know of a call whose input is whole. */
  prepare(call: ToolCall): ProposedCall;
  ended(id: CallId): Promise<SettledCall>;
  /** No more calls come. @returns all of them, once they have ended */
  close(): Promise<readonly SettledCall[]>;
}

/**
 * @param viewer the agent under whose call it is
 * @param stop aborted with a Failure that says why; then whatever is under way ends
 */
export function beginNestedTurn(
  scope: RunScope,
  actor: ActorId,
  viewer: ActorId,
  tools: Tools,
  rules: ModeRules,
  stop: AbortSignal,
): NestedTurn {
  const { actors, consent, clock, overrideOf, approvals, limits } = scope;
  const { emit } = actors;
  const { concurrentCalls: slots, callTimeoutMs } = limits;
  const turn = actors.nextTurn;
  emit({ type: 'turn-started', turn, actor });
  const sees = rules.failedWriteSkips === 'unseen' ? 'each_result' : 'earlier_turns';
  const common: TurnOfCalls = {
    tools,
    overrideOf,
    approvals,
    consent,
    turnLeave: null,
    turn,
    viewer,
    sees,
    emit,
  };
  const execution = executeTurn({ turn, rules, overrideOf, slots, callTimeoutMs, clock, emit, stop });
  let added = 0;
  return {
    turn,
    common,
    nextId: () => CallId.parse(`${actor}_${turn}_${added + 1}`),
    prepare: (call) => prepareCall(common, call),
    add({ id, tool, input }, prepared) {
      emit({ type: 'call-proposed', turn, callId: id, index: added, tool, input });
      added += 1;
      execution.add([prepared]);
    },
    ended: (id) => execution.ended(id),
    close() {
      execution.close();
      return execution.settled;
    },
  };
}
