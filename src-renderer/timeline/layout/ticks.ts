import { msPerPixel, type TimeScale } from './time-scale';

export interface Tick {
  readonly time: number;
  /** null for the small ones between. */
  readonly label: string | null;
}

/** A labelled tick every `major` milliseconds, with `parts` - 1 small ones between. */
interface TickStep {
  readonly major: number;
  readonly parts: number;
}

const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;

/** What a person counts in. Ascending. */
const steps: readonly TickStep[] = [
  { major: 0.1, parts: 5 },
  { major: 0.2, parts: 4 },
  { major: 0.5, parts: 5 },
  { major: 1, parts: 5 },
  { major: 2, parts: 4 },
  { major: 5, parts: 5 },
  { major: 10, parts: 5 },
  { major: 20, parts: 4 },
  { major: 50, parts: 5 },
  { major: 100, parts: 5 },
  { major: 200, parts: 4 },
  { major: 500, parts: 5 },
  { major: second, parts: 5 },
  { major: 2 * second, parts: 4 },
  { major: 5 * second, parts: 5 },
  { major: 10 * second, parts: 5 },
  { major: 30 * second, parts: 6 },
  { major: minute, parts: 6 },
  { major: 2 * minute, parts: 4 },
  { major: 5 * minute, parts: 5 },
  { major: 10 * minute, parts: 5 },
  { major: 30 * minute, parts: 6 },
  { major: hour, parts: 6 },
  { major: 6 * hour, parts: 6 },
  { major: 24 * hour, parts: 4 },
];

/** @param apart the least distance between two labels, in pixels */
export function ticksOf(scale: TimeScale, apart = 84): Tick[] {
  const wanted = msPerPixel(scale) * apart;
  const step = steps.find((each) => each.major >= wanted) ?? { major: 24 * hour, parts: 4 };
  const minor = step.major / step.parts;
  const first = Math.max(0, Math.ceil(scale.start / minor));
  const last = Math.floor(scale.end / minor);
  const ticks: Tick[] = [];
  for (let at = first; at <= last; at += 1) {
    const time = at * minor;
    ticks.push({ time, label: at % step.parts === 0 ? tickLabel(time, step.major) : null });
  }
  return ticks;
}

function tickLabel(time: number, major: number): string {
  if (time === 0) return '0';
  if (major < second && time < second) return `${trimmed(time, major < 1 ? 1 : 0)} ms`;
  if (time < minute) return `${trimmed(time / second, decimals(major))} s`;
  const minutes = Math.floor(time / minute);
  const rest = (time - minutes * minute) / second;
  const seconds = rest.toFixed(decimals(major)).padStart(major < second ? 3 + decimals(major) : 2, '0');
  if (time < hour) return `${minutes}:${seconds}`;
  return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}:${seconds}`;
}

function decimals(major: number): number {
  if (major >= second) return 0;
  return Math.min(4, Math.ceil(-Math.log10(major / second) - 1e-9));
}

function trimmed(value: number, digits: number): string {
  return value.toFixed(digits);
}
