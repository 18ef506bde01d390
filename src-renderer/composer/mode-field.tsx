import type { RunnableMode } from '@contract/run-options';
import { Segmented } from '../widgets/segmented';
import { useDraft } from './draft-store';
import { modeIcon, modeLabel } from './modes';

const modes: readonly RunnableMode[] = ['sequential', 'batch', 'mixed'];
const segments = modes.map((value) => ({ value, label: modeLabel[value], icon: modeIcon[value] }));

export function ModeField() {
  const mode = useDraft((draft) => draft.mode);
  return (
    <Segmented
      label="Mode"
      segments={segments}
      value={mode}
      onChange={(value) => useDraft.setState({ mode: value })}
    />
  );
}
