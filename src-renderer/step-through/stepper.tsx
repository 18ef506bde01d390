import { ChevronFirst, ChevronLast, ChevronLeft, ChevronRight, Pause, Play, Radio } from 'lucide-react';
import { Slider } from 'radix-ui';
import { memo, type ReactNode } from 'react';
import { runTimelineCommand } from '../timeline/run-command';
import { stepsDone, stepsOf } from '../trace/step-list';
import { playSpeeds, useModelAtCursor, useTrace } from '../trace/trace-store';
import { IconButton } from '../widgets/icon-button';
import { Segmented } from '../widgets/segmented';
import { describeStep } from './describe-step';
import { usePlaySpeed } from './play-speed';
import { usePlayback } from './use-playback';

const icons = {
  first: <ChevronFirst aria-hidden />,
  previous: <ChevronLeft aria-hidden />,
  next: <ChevronRight aria-hidden />,
  last: <ChevronLast aria-hidden />,
};
const speeds = playSpeeds.map((speed) => ({ value: `${speed}`, label: `${speed}x` }));

/** Moves the cursor through the steps of the opened trace, by hand or by itself. */
export function Stepper() {
  usePlayback();
  const { stops, done } = useSteps();
  const first = done === 0 || (done === 1 && stops.length > 0);
  return (
    <section
      aria-label="Steps"
      className="@container flex h-9 min-w-0 items-center gap-3 overflow-hidden bg-panel px-3 tabular-nums"
    >
      <div className="flex">
        <StepButton label="First step" keys="Home" icon={icons.first} to="step-first" disabled={first} />
        <StepButton
          label="Previous step"
          keys="Left"
          icon={icons.previous}
          to="step-previous"
          disabled={first}
        />
        <PlayButton />
        <StepButton
          label="Next step"
          keys="Right"
          icon={icons.next}
          to="step-next"
          disabled={done >= stops.length}
        />
        <StepButton
          label="Last step"
          keys="End"
          icon={icons.last}
          to="step-last"
          disabled={done >= stops.length}
        />
      </div>
      <LiveEdge />
      <StepSlider stops={stops} done={done} />
      <span className="hidden shrink-0 @min-[30rem]:block">
        <Speed />
      </span>
      <span className="shrink-0 text-sm whitespace-nowrap">
        Step <StepNumber value={done} of={stops.length} /> of {stops.length}
      </span>
      <StepLine />
    </section>
  );
}

function useSteps() {
  const events = useTrace((trace) => trace.events);
  const whole = useTrace((trace) => trace.whole);
  const cursor = useTrace((trace) => trace.cursor);
  const stops = stepsOf(whole, events);
  return { stops, done: stepsDone(stops, cursor) };
}

const PlayButton = memo(function PlayButton() {
  const open = useTrace((trace) => trace.events.length > 0);
  const playing = useTrace((trace) => trace.playing);
  return (
    <IconButton
      label={playing === null ? 'Play' : 'Pause'}
      keys="Space"
      icon={playing === null ? <Play aria-hidden /> : <Pause aria-hidden />}
      disabled={!open}
      onClick={() => runTimelineCommand('play-pause')}
    />
  );
});

/** Only beside a run that goes on; down while the cursor keeps to its edge. */
const LiveEdge = memo(function LiveEdge() {
  const live = useTrace((trace) => trace.source?.live === true);
  const following = useTrace((trace) => trace.following);
  if (!live) return null;
  return (
    <IconButton
      label="Keep to the live edge"
      keys="L"
      icon={<Radio aria-hidden />}
      pressed={following}
      onClick={() => runTimelineCommand('follow')}
    />
  );
});

interface StepButtonProps {
  readonly label: string;
  readonly keys: string;
  readonly icon: ReactNode;
  readonly to: 'step-first' | 'step-previous' | 'step-next' | 'step-last';
  readonly disabled: boolean;
}

const StepButton = memo(function StepButton({ to, ...rest }: StepButtonProps) {
  return <IconButton {...rest} onClick={() => runTimelineCommand(to)} />;
});

/** As wide as the largest number will be: nothing moves while it counts. */
function StepNumber({ value, of }: { readonly value: number; readonly of: number }) {
  return (
    <span className="inline-block text-right" style={{ minWidth: `${String(of).length}ch` }}>
      {value}
    </span>
  );
}

function StepSlider({ stops, done }: { readonly stops: readonly number[]; readonly done: number }) {
  const moveTo = useTrace((trace) => trace.moveTo);
  return (
    <Slider.Root
      min={0}
      max={Math.max(1, stops.length)}
      step={1}
      value={[done]}
      disabled={stops.length === 0}
      onValueChange={([step = 0]) => moveTo(stops[step - 1] ?? 0)}
      className="relative flex h-5 w-56 min-w-24 shrink touch-none items-center data-disabled:opacity-45"
    >
      <Slider.Track className="relative h-1 grow rounded bg-selected">
        <Slider.Range className="absolute h-full rounded bg-muted" />
      </Slider.Track>
      <Slider.Thumb
        aria-label="Step"
        aria-valuetext={`Step ${done} of ${stops.length}`}
        className="block size-3 rounded-full border border-panel bg-text focus-visible:outline-offset-2"
      />
    </Slider.Root>
  );
}

const Speed = memo(function Speed() {
  const playing = useTrace((trace) => trace.playing);
  const play = useTrace((trace) => trace.play);
  const speed = usePlaySpeed((chosen) => chosen.speed);
  const choose = (value: string) => {
    const chosen = playSpeeds.find((each) => `${each}` === value);
    if (chosen === undefined) return;
    usePlaySpeed.setState({ speed: chosen });
    if (playing !== null) play(chosen);
  };
  return <Segmented label="Speed" size="small" segments={speeds} value={`${speed}`} onChange={choose} />;
});

/** What the step is, in one line. */
function StepLine() {
  const events = useTrace((trace) => trace.events);
  const model = useModelAtCursor();
  const event = events[model.cursor - 1];
  const line = event === undefined ? '' : describeStep(event, model);
  return (
    <span title={line} className="hidden min-w-0 flex-1 truncate text-sm text-muted @min-[48rem]:block">
      {line}
    </span>
  );
}
