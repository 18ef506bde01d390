import type { Approval } from '@contract/approval';
import type { Call, TraceModel } from '@contract/trace-model';

/** A question that a call waits on. */
export interface OpenApproval {
  readonly call: Call;
  readonly approval: Approval;
  /** Monotonic milliseconds since the run began. */
  readonly askedAt: number;
}

/** What nobody has answered yet, the longest waiting first. Nothing once a stop was asked for: then it is withdrawn. */
export function openApprovals({ phase, turns }: TraceModel): readonly OpenApproval[] {
  if (phase.kind !== 'running') return [];
  return turns
    .flatMap(({ calls }) => calls)
    .flatMap((call) =>
      call.approvals.flatMap(({ approval, askedAt, answered }) =>
        answered === null ? [{ call, approval, askedAt }] : [],
      ),
    )
    .toSorted((a, b) => a.askedAt - b.askedAt);
}
