import type { RunId } from '@contract/ids';
import type { Call } from '@contract/trace-model';
import { openTab } from '../details/details-store';
import { closeComparison, openRun } from '../shell/actions';
import { runTimelineCommand } from '../timeline/run-command';
import { useTrace } from '../trace/trace-store';

/** Chooses a call of the run under way, and opens that run first where it is not the one in the window. */
export async function showCall(run: RunId, { turn, id }: Call): Promise<void> {
  if (useTrace.getState().source?.id !== run) await openRun(run);
  else closeComparison();
  useTrace.getState().select({ kind: 'call', turn, callId: id });
  openTab('call');
  runTimelineCommand('fit');
}
