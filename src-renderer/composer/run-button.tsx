import { Play, Square } from 'lucide-react';
import { isBusy, useApp } from '../shell/app-store';
import { useTrace } from '../trace/trace-store';
import { Button } from '../widgets/button';
import { KeyHint } from '../widgets/key-hint';
import { stopActive } from './run-draft';

/** One place for both, so that nothing moves when a run begins. Even one that is only starting can be stopped. */
export function RunButton() {
  const busy = useApp(isBusy);
  const stopping = useTrace(
    (state) => state.source?.live === true && state.events.at(-1)?.type === 'stop-requested',
  );
  if (!busy) {
    return (
      <Button look="primary" type="submit" icon={<Play aria-hidden />} className="ml-auto w-28">
        Run
      </Button>
    );
  }
  return (
    <Button
      look="danger"
      icon={<Square aria-hidden />}
      className="ml-auto w-28"
      disabled={stopping}
      onClick={() => void stopActive('button')}
    >
      {stopping ? 'Stopping' : 'Stop'}
      <KeyHint keys="Escape" />
    </Button>
  );
}
