import { summarise } from '@contract/summary';
import type { Verification } from '@contract/trace-model';
import { Check, ChevronDown, RotateCcw, X } from 'lucide-react';
import { setDraftFrom } from '../composer/draft-store';
import { modeIcon, modeLabel } from '../composer/modes';
import { isBusy, useApp } from '../shell/app-store';
import { focusPlace } from '../shell/places';
import { useTrace, useWholeModel } from '../trace/trace-store';
import { Badge } from '../widgets/badge';
import { Button } from '../widgets/button';
import { classes } from '../widgets/classes';
import { IconButton } from '../widgets/icon-button';
import { Popover } from '../widgets/popover';
import { counted, dollars } from '../widgets/units';
import { ElapsedTime } from './elapsed-time';
import { statusWords } from './status-words';

/** Numbers that give way, in a narrow window, to what must be seen. They stand in the details too. */
const wide = 'hidden @min-[48rem]:inline';
const wider = 'hidden @min-[58rem]:inline';

/** The opened run in one line: what it is, how it stands, and whether its outcome was verified. */
export function RunHeader() {
  const source = useTrace((state) => state.source);
  const model = useWholeModel();
  const summary = summarise(model);
  if (source === null || model.run === null || summary === null) return null;
  const { request } = model.run;
  const { label, icon, hue } = statusWords[summary.status];
  const failure = model.phase.kind === 'ended' ? model.phase.failure : null;
  const tokens = model.usage.input + model.usage.output + model.usage.cacheRead + model.usage.cacheWrite;
  return (
    <section
      aria-label="Opened run"
      className="@container flex h-9 shrink-0 items-center gap-3 overflow-hidden border-b px-3"
    >
      <span className={classes('inline-flex shrink-0 items-center gap-1.5 [&_svg]:size-4', hue)}>
        {icon}
        {model.phase.kind === 'stopping' ? 'Stopping' : label}
      </span>
      <h1 className="copyable min-w-12 shrink truncate font-medium" title={request.task}>
        {source.name}
      </h1>
      {source.origin === 'file' && <Badge>From a file, not among the runs</Badge>}
      {failure !== null && (
        <span className="min-w-0 truncate text-muted" title={`${failure.sentence} ${failure.next}`}>
          {failure.sentence}
        </span>
      )}
      <span className="ml-auto inline-flex shrink-0 items-center gap-3 text-muted tabular-nums [&_svg]:size-3.5">
        {request.model.provider === 'scripted' && (
          <span className="hidden @min-[40rem]:contents">
            <Badge>Scripted demo</Badge>
          </span>
        )}
        <span className="inline-flex items-center gap-1" title={modeLabel[summary.mode]}>
          {modeIcon[summary.mode]}
          <span className="hidden @min-[40rem]:inline">{modeLabel[summary.mode]}</span>
        </span>
        <span className="hidden @min-[28rem]:inline">
          <ElapsedTime />
        </span>
        <span className={wide}>{counted(summary.turns, 'turn')}</span>
        <span className={wide}>{counted(summary.calls, 'call')}</span>
        {tokens > 0 && <span className={wider}>{counted(tokens, 'token')}</span>}
        {tokens > 0 && model.costUsd !== null && <span className={wider}>{dollars(model.costUsd)}</span>}
        {model.verification !== null && <Checks verification={model.verification} />}
        <Again />
      </span>
    </section>
  );
}

function Checks({
  verification: { verified, checks, wrongElementWrites },
}: {
  readonly verification: Verification;
}) {
  const passed = checks.filter((check) => check.passed).length;
  return (
    <Popover
      label="Checks of the outcome"
      align="end"
      className="copyable w-96 p-3"
      trigger={
        <Button
          size="small"
          icon={verified ? <Check aria-hidden /> : <X aria-hidden className="text-failure" />}
        >
          {verified ? 'Verified' : 'Not verified'}
          <span className="hidden text-muted tabular-nums @min-[40rem]:inline">
            {passed} of {checks.length}
          </span>
          <ChevronDown aria-hidden className="text-muted" />
        </Button>
      }
    >
      <ul className="flex flex-col gap-1.5 [&_svg]:mt-0.5 [&_svg]:size-4 [&_svg]:shrink-0">
        {checks.map((check) => (
          <li key={check.name} className="flex gap-2">
            {check.passed ? (
              <Check aria-label="Passed" className="text-muted" />
            ) : (
              <X aria-label="Did not pass" className="text-failure" />
            )}
            <span className="min-w-0 break-words">{check.sentence}</span>
          </li>
        ))}
      </ul>
      <p className="mt-2 border-t pt-2 text-muted">
        {counted(wrongElementWrites, 'write')} on another element than the call had named.
      </p>
    </Popover>
  );
}

/** Puts this run's task, mode and rules back into the composer. */
function Again() {
  const running = useApp(isBusy);
  const run = useWholeModel().run;
  return (
    <IconButton
      label="Use this task and its rules again"
      icon={<RotateCcw aria-hidden />}
      disabled={running || run === null}
      onClick={() => {
        if (run === null) return;
        setDraftFrom(run.request);
        focusPlace('task');
      }}
    />
  );
}
