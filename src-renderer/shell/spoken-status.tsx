import { statusWords } from '../library/status-words';
import { type AppState, useApp } from './app-store';

/** Says aloud that a run began and how it ended; shown to nobody. */
export function SpokenStatus() {
  const said = useApp(words);
  return (
    <p role="status" className="sr-only">
      {said}
    </p>
  );
}

function words({ activity, ended }: AppState): string {
  if (ended !== null)
    return `The run has ended: ${statusWords[ended.status].label}. ${ended.failure?.sentence ?? ''}`.trim();
  return activity.kind === 'idle' ? '' : 'A run is under way.';
}
