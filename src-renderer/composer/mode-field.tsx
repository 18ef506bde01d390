import { recommendMode } from '@contract/recommend';
import type { RunnableMode } from '@contract/run-options';
import { useAbout } from '../shell/app-store';
import { Segmented } from '../widgets/segmented';
import { Tooltip } from '../widgets/tooltip';
import { useDraft } from './draft-store';
import { modeIcon, modeLabel, modeSays } from './modes';
import { toolsAtHand } from './tools-at-hand';

const modes: readonly RunnableMode[] = ['sequential', 'batch', 'mixed'];

/** The mode, what it does, and which one is recommended for the tools at hand. */
export function ModeField() {
  const about = useAbout();
  const draft = useDraft();
  const { mode, because } = recommendMode(toolsAtHand(about, draft));
  const segments = modes.map((value) => ({ value, label: modeLabel[value], icon: modeIcon[value] }));
  const chosen = draft.mode === mode;
  return (
    <span className="inline-flex items-center gap-2">
      <Segmented
        label="Mode"
        segments={segments}
        value={draft.mode}
        onChange={(value) => useDraft.setState({ mode: value })}
      />
      <Tooltip
        text={`${modeSays[draft.mode]} ${chosen ? 'Recommended' : `${modeLabel[mode]} is recommended`}: ${because}`}
      >
        <button
          type="button"
          className="truncate rounded text-sm text-muted hover:text-text"
          onClick={() => useDraft.setState({ mode })}
        >
          {chosen ? 'Recommended' : `Recommended: ${modeLabel[mode]}`}
        </button>
      </Tooltip>
    </span>
  );
}
