import { useEffect } from 'react';
import { ProgramIcon } from '../programs/program-icon';
import { listPrograms, useProgramIcon, usePrograms } from '../programs/programs-store';
import { callLabel } from '../timeline/layout/subject';
import { useLiveModel } from '../trace/live-run';
import { type Driven, driven } from './driven';

/** What the run under way has its hands on, while it is no window of our own. */
export function useDriven(): Driven | null {
  return driven(useLiveModel());
}

export function DrivenBadge({ name, call }: Driven) {
  const { turns } = useLiveModel();
  const icon = useProgramIcon(name);
  const known = usePrograms(({ listed }) => listed !== null);
  useEffect(() => {
    if (!known) void listPrograms();
  }, [known]);
  const waits = call?.approvals.some(({ answered }) => answered === null) === true;
  const doing = call === null ? 'between calls' : waits ? 'waits for you' : callLabel(call, turns);
  return (
    <section
      aria-label="Driven now"
      className="inline-flex h-7 min-w-0 max-w-full items-center gap-1.5 rounded bg-text px-2 text-inverse"
    >
      <span className="shrink-0 opacity-75">Driving</span>
      <ProgramIcon name={name} icon={icon} />
      <span className="truncate font-medium">{name}</span>
      <span className="min-w-0 truncate font-mono text-sm opacity-75">{doing}</span>
    </section>
  );
}
