import { statusWords } from '../library/status-words';
import { useWholeModel } from '../trace/trace-store';

/** Says aloud that a run began and how it ended; shown to nobody. */
export function SpokenStatus() {
  const { run, phase } = useWholeModel();
  const name = run?.request.mode ?? '';
  const said =
    phase.kind === 'running'
      ? `A run in ${name} mode is going on.`
      : phase.kind === 'ended'
        ? `The run has ended: ${statusWords[phase.status].label}. ${phase.failure?.sentence ?? ''}`
        : '';
  return (
    <p role="status" className="sr-only">
      {said}
    </p>
  );
}
