import { isHeld } from '@contract/reduce';
import { Hand } from 'lucide-react';
import { takeOver } from '../shell/actions';
import { useLiveModel } from '../trace/live-run';
import { IconButton } from '../widgets/icon-button';

/** The run goes on with reads; the banner that then shows hands the desktop back. */
export function TakeOverButton() {
  const model = useLiveModel();
  return (
    <IconButton
      label="Take over: writes wait until you let the run go on"
      keys="Mod+J"
      icon={<Hand aria-hidden />}
      size="medium"
      className="border border-edge bg-panel"
      disabled={model.phase.kind !== 'running' || isHeld(model)}
      onClick={() => void takeOver()}
    />
  );
}
