import type { CallId } from '@contract/ids';
import { useTrace, useWholeModel } from '../trace/trace-store';
import { findCall } from './subject';

/** A call by its name and place, that selects it. */
export function CallLink({ id }: { readonly id: CallId }) {
  const call = findCall(useWholeModel(), id);
  if (call === null) return <code className="font-mono text-sm">{id}</code>;
  return (
    <button
      type="button"
      onClick={() => useTrace.getState().select({ kind: 'call', turn: call.turn, callId: call.id })}
      className="inline-flex max-w-full items-baseline gap-1.5 rounded px-1 -mx-1 hover:bg-hover"
    >
      <span className="truncate font-mono text-sm underline decoration-edge underline-offset-2">
        {call.tool}
      </span>
      <span className="shrink-0 text-muted text-sm">
        turn {call.turn}, call {call.index + 1}
      </span>
    </button>
  );
}
