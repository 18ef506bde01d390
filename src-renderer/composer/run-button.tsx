import { Play, Square } from 'lucide-react';
import { isBusy, useApp } from '../shell/app-store';
import { useTrace } from '../trace/trace-store';
import { Button } from '../widgets/button';
import { KeyHint } from '../widgets/key-hint';
import { stopActive } from './run-draft';
import { TakeOverButton } from './take-over-button';

/** One place for both, so that nothing moves when a run begins. Even one that is only starting can be stopped. */
export function RunButton() {
  const busy = useApp(isBusy);
  const stopping = useTrace(
    (state) => state.source?.live === true && state.events.at(-1)?.type === 'stop-requested',
  );
  if (!busy) {
    return (
      <Button look="primary" type="submit" icon={<Play aria-hidden />} className="ml-auto w-36">
        Run
      </Button>
    );
  }
  return (
    <div className="ml-auto flex w-36 gap-2">
      <TakeOverButton />
      <Button
        look="danger"
        icon={<Square aria-hidden />}
        className="min-w-0 flex-1"
        disabled={stopping}
        onClick={() => void stopActive('button')}
      >
        {stopping ? 'Stopping' : 'Stop'}
        <KeyHint keys="Escape" />
      </Button>
    </div>
  );
}
