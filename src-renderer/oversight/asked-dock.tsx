import { isHeld } from '@contract/reduce';
import { type ReactNode, useEffect, useRef } from 'react';
import { listPrograms, usePrograms } from '../programs/programs-store';
import { useLiveModel, useLiveRun } from '../trace/live-run';
import { ApprovalCard } from './approval-card';
import { HeldBanner } from './held-banner';
import { openApprovals } from './open-approvals';

/** What the run under way wants from the person, over the lower part of the window; the rest of it stays in use. */
export function AskedDock() {
  const run = useLiveRun(({ live }) => live?.id ?? null);
  const model = useLiveModel();
  const open = openApprovals(model);
  const hold = isHeld(model) ? (model.holds.at(-1) ?? null) : null;
  const [first] = open;
  const startedAt = model.run?.at.wall ?? 0;
  const asks = first !== undefined;
  useIcons(asks);
  return (
    <>
      <p aria-live="assertive" className="sr-only">
        {first !== undefined && spoken(first.approval.sentence, first.approval.reason === 'secure_field')}
        {first === undefined &&
          hold !== null &&
          `You are using the desktop: writes are held back. ${hold.sentence}`}
      </p>
      {run !== null && (asks || hold !== null) && (
        <Dock>
          {hold !== null && <HeldBanner sentence={hold.sentence} since={startedAt + hold.from} />}
          {first !== undefined && (
            <ApprovalCard
              key={first.approval.id}
              run={run}
              open={first}
              count={open.length}
              askedAt={startedAt + first.askedAt}
              turns={model.turns}
            />
          )}
        </Dock>
      )}
    </>
  );
}

function spoken(sentence: string, secure: boolean): string {
  const how = secure
    ? 'F6 leads to its field. Alt+3 denies.'
    : 'Alt+1 allows it once, Alt+2 for this run, Alt+3 denies.';
  return `Interlock asks you: ${sentence} ${how}`;
}

function useIcons(wanted: boolean): void {
  const known = usePrograms(({ listed }) => listed !== null);
  useEffect(() => {
    if (wanted && !known) void listPrograms();
  }, [wanted, known]);
}

/** Its height is told to the document, so that what it would cover keeps clear of it. */
function Dock({ children }: { readonly children: ReactNode }) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const root = document.documentElement;
    const size = new ResizeObserver(([entry]) => {
      root.style.setProperty('--asked-height', `${entry?.borderBoxSize[0]?.blockSize ?? 0}px`);
    });
    if (box.current !== null) size.observe(box.current);
    return () => {
      size.disconnect();
      root.style.removeProperty('--asked-height');
    };
  }, []);
  return (
    <div
      ref={box}
      data-place="asked"
      className="pointer-events-none absolute inset-x-0 bottom-0 z-20 flex flex-col items-center gap-2 p-3"
    >
      {children}
    </div>
  );
}
