import type { Effect } from '@contract/footprint';
import { overrideNow } from '@contract/overrides';
import { Pin } from 'lucide-react';
import { useLiveModel } from '../trace/live-run';
import { treatments } from '../trace/override-words';
import { IconButton } from '../widgets/icon-button';
import { Select } from '../widgets/select';
import { overrideRun, useRemembered } from './override-run';

export interface ToolOverrideProps {
  readonly tool: string;
  /** What the tool says of itself. */
  readonly declared: Effect;
}

/** How the run under way treats a tool from its next call on, and whether later runs do so too. */
export function ToolOverride({ tool, declared }: ToolOverrideProps) {
  const model = useLiveModel();
  const remembered = useRemembered(tool);
  const now = overrideNow(model, tool);
  const over = model.phase.kind !== 'running';
  return (
    <span className="inline-flex items-center gap-1">
      <Select
        label={`Treat ${tool} in this run`}
        size="small"
        className="w-40"
        options={treatments(declared)}
        value={now ?? 'as-declared'}
        disabled={over}
        onChange={(choice) =>
          void overrideRun({ tool, override: choice === 'as-declared' ? null : choice, remembered: false })
        }
      />
      <IconButton
        label={
          remembered === now ? `All runs treat ${tool} so` : `Remember for all runs how ${tool} is treated`
        }
        icon={<Pin aria-hidden />}
        pressed={remembered === now && now !== null}
        disabled={over || remembered === now}
        onClick={() => void overrideRun({ tool, override: now, remembered: true })}
      />
    </span>
  );
}
