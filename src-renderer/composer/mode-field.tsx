import { modes } from '@contract/run-options';
import { Segmented } from '../widgets/segmented';
import { useDraft } from './draft-store';
import { modeIcon, modeLabel } from './modes';

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
