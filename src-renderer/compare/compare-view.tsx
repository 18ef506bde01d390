import type { RunId } from '@contract/ids';
import { ArrowLeftRight, X } from 'lucide-react';
import { modeIcon, modeLabel } from '../composer/modes';
import { ago, exactTime } from '../library/ago';
import { useNow } from '../library/use-now';
import { closeComparison, compareRuns, openRun } from '../shell/actions';
import { Button } from '../widgets/button';
import { classes } from '../widgets/classes';
import { FailureNote } from '../widgets/failure-note';
import { IconButton } from '../widgets/icon-button';
import { type CompareRow, compareRows } from './compare-rows';
import { RunStrip } from './run-strip';
import { type ComparedRun, useComparedRun } from './use-compared-run';

/** Two runs side by side: in numbers, and on one scale of time. */
export function CompareView({ left, right }: { readonly left: RunId; readonly right: RunId }) {
  const one = useComparedRun(left);
  const other = useComparedRun(right);
  return (
    <section
      aria-label="Two runs side by side"
      data-place="comparison"
      className="flex h-full min-h-0 flex-col"
    >
      <header className="flex h-9 shrink-0 items-center gap-2 border-b px-3">
        <h1 className="font-medium">Side by side</h1>
        <span className="ml-auto" />
        <IconButton
          label="Swap the sides"
          icon={<ArrowLeftRight aria-hidden />}
          onClick={() => compareRuns(right, left)}
        />
        <IconButton label="Back to the run" icon={<X aria-hidden />} onClick={closeComparison} />
      </header>
      <div className="copyable min-h-0 flex-1 overflow-y-auto p-4">
        {one.state === 'failed' && <FailureNote failure={one.failure} />}
        {other.state === 'failed' && <FailureNote failure={other.failure} />}
        {one.state === 'ready' && other.state === 'ready' && <Sides left={one} right={other} />}
      </div>
    </section>
  );
}

type Ready = Extract<ComparedRun, { state: 'ready' }>;

function Sides({ left, right }: { readonly left: Ready; readonly right: Ready }) {
  const scale = Math.max(left.model.now, right.model.now, 1);
  const sameTask = left.model.run?.request.task === right.model.run?.request.task;
  return (
    <div className="mx-auto flex max-w-5xl flex-col gap-6">
      {!sameTask && (
        <p className="text-muted">These two runs had different tasks; their numbers may not compare.</p>
      )}
      <div className="flex flex-col gap-3">
        <RunStrip run={left} scale={scale} />
        <RunStrip run={right} scale={scale} />
      </div>
      <table className="w-full table-fixed border-collapse tabular-nums">
        <thead>
          <tr className="border-b text-left">
            <th scope="col" className="w-36 py-1.5 font-normal text-muted">
              <span className="sr-only">Measure</span>
            </th>
            <SideHeading run={left} />
            <SideHeading run={right} />
            <th scope="col" className="w-16 py-1.5 text-right font-normal text-muted">
              Ratio
            </th>
          </tr>
        </thead>
        <tbody>
          {compareRows(left, right).map((row) => (
            <Row key={row.label} row={row} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function SideHeading({ run: { name, id, startedAt, summary } }: { readonly run: Ready }) {
  const now = useNow();
  return (
    <th scope="col" className="py-1.5 pr-6 font-normal">
      <span className="flex items-center gap-2 [&_svg]:size-3.5">
        <span className="truncate font-medium" title={name}>
          {name}
        </span>
        <span className="inline-flex shrink-0 items-center gap-1 text-muted">
          {modeIcon[summary.mode]}
          {modeLabel[summary.mode]}
        </span>
        <time className="shrink-0 text-muted" title={exactTime(startedAt)}>
          {ago(startedAt, now)}
        </time>
        <Button size="small" look="quiet" onClick={() => void openRun(id)}>
          Open
        </Button>
      </span>
    </th>
  );
}

function Row({ row: { label, left, right, bars, ratio } }: { readonly row: CompareRow }) {
  return (
    <tr className="border-b">
      <th scope="row" className="py-1.5 text-left font-normal text-muted">
        {label}
      </th>
      <Value text={left} share={bars?.left ?? null} />
      <Value text={right} share={bars?.right ?? null} />
      <td className={classes('py-1.5 text-right', ratio === 'same' && 'text-muted')}>{ratio}</td>
    </tr>
  );
}

function Value({ text, share }: { readonly text: string; readonly share: number | null }) {
  return (
    <td className="py-1.5 pr-6">
      <span className="flex items-center gap-3">
        <span className="w-24 shrink-0">{text}</span>
        <span aria-hidden className="h-1.5 flex-1">
          {share !== null && (
            <span className="block h-full rounded bg-edge" style={{ width: `${share * 100}%` }} />
          )}
        </span>
      </span>
    </td>
  );
}
