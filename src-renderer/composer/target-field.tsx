import { targetInWords } from '@contract/target';
import { AppWindow, ChevronDown, Monitor } from 'lucide-react';
import { Popover as Radix } from 'radix-ui';
import { type ReactNode, useState } from 'react';
import { ProgramIcon } from '../programs/program-icon';
import { listPrograms, usePrograms } from '../programs/programs-store';
import { showPractice } from '../shell/actions';
import { useAbout } from '../shell/app-store';
import { IconButton } from '../widgets/icon-button';
import { showComplaint, useComplaint } from './complaint-store';
import { useDraft } from './draft-store';
import { TargetPicker } from './target-picker';

/** What is worked on. The programs are listed anew each time it opens. */
export function TargetField() {
  const { targets } = useAbout();
  const target = useDraft((draft) => draft.target);
  const invalid = useComplaint((state) => state.complaint?.field === 'target');
  const [open, setOpen] = useState(false);
  const toggle = (wanted: boolean) => {
    setOpen(wanted);
    if (wanted && targets.includes('program')) void listPrograms();
  };
  return (
    <span className="inline-flex shrink-0 items-center gap-0.5">
      <Radix.Root open={open} onOpenChange={toggle}>
        <Radix.Trigger
          aria-label={`Target: ${targetInWords(target)}`}
          aria-invalid={invalid}
          aria-describedby={invalid ? 'complaint' : undefined}
          className="inline-flex h-7 w-44 min-w-0 items-center gap-1.5 rounded border border-edge bg-panel px-2 text-left hover:bg-hover aria-invalid:border-failure"
        >
          <TargetIcon />
          <span className="min-w-0 flex-1 truncate">{targetInWords(target)}</span>
          <ChevronDown aria-hidden className="size-3.5 shrink-0 text-muted" />
        </Radix.Trigger>
        <Radix.Portal>
          <Radix.Content
            aria-label="Choose the target"
            align="start"
            sideOffset={4}
            collisionPadding={8}
            className="z-30 w-96 rounded bg-raised shadow-raised"
          >
            <TargetPicker
              value={target}
              onChoose={(chosen) => {
                useDraft.setState({ target: chosen });
                showComplaint(null);
                setOpen(false);
              }}
            />
          </Radix.Content>
        </Radix.Portal>
      </Radix.Root>
      <IconButton
        label="Show the practice window"
        icon={<AppWindow aria-hidden />}
        onClick={() => void showPractice()}
      />
    </span>
  );
}

function TargetIcon(): ReactNode {
  const target = useDraft((draft) => draft.target);
  const listed = usePrograms((state) => state.listed);
  if (target.kind === 'practice') return null;
  if (target.kind !== 'program') return <Monitor aria-hidden className="size-4 shrink-0 text-muted" />;
  const { pid, name } = target.program;
  return <ProgramIcon name={name} icon={listed?.find(({ id }) => id.pid === pid)?.icon ?? null} />;
}
