import { recommendMode } from '@contract/recommend';
import { TriangleAlert } from 'lucide-react';
import { DrivenBadge, useDriven } from '../oversight/driven-badge';
import { openSettings } from '../settings/settings-pane';
import { useAbout } from '../shell/app-store';
import { Button } from '../widgets/button';
import { Tooltip } from '../widgets/tooltip';
import { useDraft } from './draft-store';
import { modeLabel, modeSays } from './modes';
import type { TargetTrouble } from './target-trouble';
import { toolsAtHand } from './tools-at-hand';
import { useTargetTrouble } from './use-target-trouble';

/**
 * What matters most before Run, in one place of fixed height: what a run drives right now, else what stands in the way of the target, else
 * which mode is recommended.
 */
export function Advice() {
  const driven = useDriven();
  const trouble = useTargetTrouble();
  return (
    <div className="flex h-7 min-w-0 flex-1 basis-24 items-center @max-[44rem]:basis-24 @min-[44rem]:@max-[64rem]:basis-64 @min-[64rem]:@max-[88rem]:basis-12">
      {driven !== null ? (
        <DrivenBadge {...driven} />
      ) : trouble !== null ? (
        <Trouble trouble={trouble} />
      ) : (
        <Recommendation />
      )}
    </div>
  );
}

function Trouble({ trouble }: { readonly trouble: TargetTrouble }) {
  return (
    <output aria-label="About the target" className="flex min-w-0 items-center gap-2">
      <TriangleAlert aria-hidden className="size-4 shrink-0 text-hazard" />
      <Tooltip text={trouble.sentence}>
        <span className="min-w-0 truncate">{trouble.sentence}</span>
      </Tooltip>
      <WayOut trouble={trouble} />
    </output>
  );
}

function WayOut({ trouble }: { readonly trouble: TargetTrouble }) {
  switch (trouble.kind) {
    case 'quit': {
      const { again } = trouble;
      if (again === null) return null;
      return (
        <Button
          size="small"
          onClick={() => useDraft.setState({ target: { kind: 'program', program: again } })}
        >
          Use the new one
        </Button>
      );
    }
    case 'denied':
      return (
        <Button size="small" onClick={() => openSettings('safety')}>
          Open Safety
        </Button>
      );
    case 'permission':
      return (
        <Button size="small" onClick={() => openSettings('permissions')}>
          See what to do
        </Button>
      );
  }
}

/** Which mode suits the tools at hand, and why. */
function Recommendation() {
  const about = useAbout();
  const draft = useDraft();
  const { mode, because } = recommendMode(toolsAtHand(about, draft));
  const isChosen = draft.mode === mode;
  return (
    <Tooltip
      text={
        <span>
          {modeLabel[draft.mode]}: {modeSays[draft.mode]}
          <br />
          {isChosen ? 'Recommended' : `${modeLabel[mode]} is recommended`}: {because}
        </span>
      }
    >
      <span className="min-w-0 truncate text-sm text-muted">
        {isChosen ? (
          'Recommended'
        ) : (
          <button
            type="button"
            className="inline-block max-w-full truncate rounded align-bottom font-medium text-text underline underline-offset-2"
            onClick={() => useDraft.setState({ mode })}
          >
            Recommended: {modeLabel[mode]}
          </button>
        )}
        . {because}
      </span>
    </Tooltip>
  );
}
