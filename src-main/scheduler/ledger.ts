import type { CallId } from '../contract/ids';
import type { TraceBody } from '../contract/trace-event';
import type { Admission, Call } from '../contract/trace-model';
import type { Ending, ProposedCall, SettledCall } from './call';
import { toolResult } from './endings';

/** A turn's calls as they stand, and what is said of each change. Every call enters once and ends once. */
export interface Ledger {
  readonly calls: readonly Call[];
  get(id: CallId): Call;
  enter(proposed: ProposedCall): Call;
  admit(id: CallId, admission: Admission): void;
  start(id: CallId): void;
  end(id: CallId, ending: Ending): void;
  /** How many calls had ended before this one did; null while it has not. */
  endedBefore(id: CallId): number | null;
  ended(): number;
  allEnded(): boolean;
  /** null while it has not ended. */
  settled(id: CallId): SettledCall | null;
  /** In the model's order, once all have ended. */
  results(): SettledCall[];
}

export function openLedger(turn: number, now: () => number, emit: (body: TraceBody) => void): Ledger {
  const calls: Call[] = [];
  const places = new Map<CallId, number>();
  const endings = new Map<CallId, { readonly ending: Ending; readonly endedBefore: number }>();

  function get(id: CallId): Call {
    const call = calls[places.get(id) ?? -1];
    if (call === undefined) throw new Error(`call ${id} is not of turn ${turn}`);
    return call;
  }

  function change(call: Call, changed: Partial<Pick<Call, 'admission' | 'startedAt' | 'ended'>>): void {
    if (call.ended !== null) throw new Error(`call ${call.id} has ended already`);
    calls[call.index] = { ...call, ...changed };
  }

  function settled(id: CallId): SettledCall | null {
    const known = endings.get(id);
    if (known === undefined) return null;
    const { ending } = known;
    const { startedAt, admission } = get(id);
    const wrote = startedAt !== null && admission?.effect === 'write';
    const { outcome, delivery, value } = ending;
    return { result: toolResult(id, ending), outcome, delivery, value, wrote };
  }

  return {
    calls,
    get,
    enter({ id, tool, input }) {
      if (places.has(id)) throw new Error(`call ${id} was proposed twice`);
      const index = calls.length;
      const call: Call = {
        id,
        turn,
        index,
        tool,
        input,
        proposedAt: now(),
        admission: null,
        startedAt: null,
        progress: null,
        editedAt: null,
        approvals: [],
        ended: null,
      };
      places.set(id, index);
      calls.push(call);
      return call;
    },
    admit(id, admission) {
      change(get(id), { admission });
      const { needs, waitsFor, at: _at, ...said } = admission;
      emit({ type: 'call-queued', turn, callId: id, ...said, needs: [...needs], waitsFor: [...waitsFor] });
    },
    start(id) {
      change(get(id), { startedAt: now() });
      emit({ type: 'call-started', turn, callId: id });
    },
    end(id, ending) {
      const { outcome, content, failure, delivery } = ending;
      change(get(id), { ended: { at: now(), outcome, content, failure, delivery } });
      endings.set(id, { ending, endedBefore: endings.size });
      emit({ type: 'call-ended', turn, callId: id, outcome, content: [...content], failure, delivery });
    },
    endedBefore: (id) => endings.get(id)?.endedBefore ?? null,
    ended: () => endings.size,
    allEnded: () => endings.size === calls.length,
    settled,
    results: () =>
      calls.map(({ id }) => {
        const call = settled(id);
        if (call === null) throw new Error(`call ${id} has not ended`);
        return call;
      }),
  };
}
