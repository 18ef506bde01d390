import type { Returns } from './abort-study';
import type { Finding, Findings } from './findings';
import { modelLatencies, movie, parallelQa, titleOf } from './workloads/graphs';
import { independent } from './workloads/independent';
import { segments } from './workloads/segments';
import { slowFirst } from './workloads/slow-first';

export interface Measured {
  readonly findings: Findings;
  /** null where the study was not made. */
  readonly returns: Returns | null;
}

/** `met`: null where what it speaks of was not measured. */
export interface Goal {
  readonly text: string;
  readonly met: boolean | null;
  readonly figure: string;
}

const mixed = 'Interlock, mixed';
const planned = 'Interlock, planned';
const callByCall = 'Interlock, sequential';
/** Who the overhead is over: the first reads a whole response, the second a streamed one, as ours does. */
const baselines = ['plain Promise.all', 'the same, streamed'] as const;

export function goalsOf(measured: Measured): readonly Goal[] {
  return [
    share('slow call first: at most 2% over the eager limit', measured, slowFirst.title, 0.02),
    ...[0, 20, 100].flatMap((ms) =>
      baselines.flatMap((baseline) => [
        beside(baseline, measured, 8, ms, 3),
        beside(baseline, measured, 64, ms, 5),
      ]),
    ),
    inSegments(measured),
    ...modelLatencies.flatMap((latency) => [
      speedUp(measured, titleOf(movie, latency), 3.74),
      speedUp(measured, titleOf(parallelQa, latency), 2.15),
    ]),
    aborts(measured),
    transcripts(measured),
  ];
}

function found({ findings }: Measured, title: string, runner: string): Finding | undefined {
  return findings.get(title)?.find((finding) => finding.runner === runner);
}

function share(text: string, measured: Measured, title: string, most: number): Goal {
  const ours = found(measured, title, mixed);
  if (ours === undefined) return unmeasured(text);
  const over = ours.median / ours.limitMs - 1;
  return { text, met: over <= most, figure: percent(over) };
}

function beside(baseline: string, measured: Measured, count: number, ms: number, most: number): Goal {
  const { title } = independent(count, ms);
  const text = `${title}: at most ${most} ms over ${baseline}`;
  const ours = found(measured, title, mixed);
  const theirs = found(measured, title, baseline);
  if (ours === undefined || theirs === undefined) return unmeasured(text);
  const over = ours.median - theirs.median;
  return { text, met: over <= most, figure: `${over.toFixed(1)} ms` };
}

function inSegments(measured: Measured): Goal {
  const text = 'segments: at most 3% over the limit, nothing lost or out of order';
  const ours = found(measured, segments.title, mixed);
  if (ours === undefined) return unmeasured(text);
  const over = ours.median / ours.limitMs - 1;
  const damage = ours.lost + ours.outOfOrder;
  return {
    text,
    met: over <= 0.03 && damage === 0,
    figure: `${percent(over)}, ${damage} lost or out of order`,
  };
}

function speedUp(measured: Measured, title: string, least: number): Goal {
  const text = `${title}: planned at least ${least}x as fast as one call a turn`;
  const ours = found(measured, title, planned);
  const one = found(measured, title, callByCall);
  if (ours === undefined || one === undefined) return unmeasured(text);
  const times = one.median / ours.median;
  return { text, met: times >= least && ours.lost === 0, figure: `${times.toFixed(2)}x` };
}

function aborts({ returns }: Measured): Goal {
  const text = 'every abort returns within 100 ms, in every mode';
  const ours = [...(returns ?? [])].filter(([name]) => isOurs(name)).map(([, ms]) => ms);
  if (ours.length === 0) return unmeasured(text);
  const slowest = Math.max(...ours);
  return { text, met: slowest <= 100, figure: `${slowest.toFixed(1)} ms at most` };
}

function transcripts({ findings }: Measured): Goal {
  const text = 'no transcript that the API would refuse, in every mode';
  const ours = [...findings.values()].flat().filter(({ runner }) => isOurs(runner));
  if (ours.length === 0) return unmeasured(text);
  const invalid = ours.reduce((total, finding) => total + finding.invalid, 0);
  const gaveUp = ours.reduce((total, finding) => total + finding.gaveUp.length, 0);
  return { text, met: invalid + gaveUp === 0, figure: `${invalid} refused, ${gaveUp} given up` };
}

function isOurs(runner: string): boolean {
  return runner.startsWith('Interlock, ');
}

function unmeasured(text: string): Goal {
  return { text, met: null, figure: '' };
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1)}%`;
}
