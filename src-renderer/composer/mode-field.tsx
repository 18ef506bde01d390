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
  const isChosen = draft.mode === mode;
  return (
    <>
      <Segmented
        label="Mode"
        segments={segments}
        value={draft.mode}
        onChange={(value) => useDraft.setState({ mode: value })}
      />
      <Tooltip
        text={
          <span>
            {modeLabel[draft.mode]}: {modeSays[draft.mode]}
            <br />
            {isChosen ? 'Recommended' : `${modeLabel[mode]} is recommended`}: {because}
          </span>
        }
      >
        <span className="min-w-0 flex-1 basis-24 truncate text-sm text-muted @max-[44rem]:basis-24 @min-[44rem]:@max-[64rem]:basis-64">
          {isChosen ? (
            'Recommended'
          ) : (
            <button
              type="button"
              className="rounded font-medium text-text underline underline-offset-2"
              onClick={() => useDraft.setState({ mode })}
            >
              Recommended: {modeLabel[mode]}
            </button>
          )}
          . {because}
        </span>
      </Tooltip>
    </>
  );
}
