import { reduce } from '../src-main/contract/reduce';
import type { TraceEvent } from '../src-main/contract/trace-event';
import { emptyModel, type TraceModel } from '../src-main/contract/trace-model';
import { buildScene } from '../src-renderer/timeline/layout/build-scene';
import { emptyLayout, heightOf, type Layout, layoutOf } from '../src-renderer/timeline/layout/layout';
import { minimapColumns, minimapScale } from '../src-renderer/timeline/layout/minimap';
import { firstViewport, type Viewport } from '../src-renderer/timeline/layout/viewport';
import { modelHistory } from '../src-renderer/trace/model-at';
import { type Measured, measure, printTable } from './measure';
import { seededRandom } from './random';
import { sampleTrace } from './sample-trace';

export const description = 'What the timeline does in a frame, and on opening: 10,000 and 100,000 events.';

/** A frame at 60 Hz, in milliseconds. */
const budget = 1000 / 60;

export function run(): void {
  const rows = [['', 'median', 'p90', 'of a frame']];
  for (const events of [10_000, 100_000]) {
    rows.push([`${events.toLocaleString('en-US')} events`, '', '', '']);
    rows.push(...rowsOf(sampleTrace({ events, mode: 'batch', seed: 1, ended: true })));
  }
  printTable(rows);
}

function rowsOf(events: readonly TraceEvent[]): string[][] {
  const whole = events.reduce(reduce, emptyModel);
  const layout = layoutOf(whole, emptyLayout);
  const before = lastModels(events);
  const random = seededRandom(2);
  const screen: Viewport = { ...firstViewport, width: 2560, height: 1200 };
  const anywhere = (): Viewport => {
    const span = layout.until * random.between(0.0001, 1);
    const start = random.between(0, layout.until - span);
    const scrollTop = random.between(0, heightOf(layout) - screen.height);
    return { ...screen, window: { start, end: start + span }, scrollTop };
  };
  const history = modelHistory();
  history.at(events, events.length);
  return [
    once(
      'reduce the whole',
      measure(5, () => events.reduce(reduce, emptyModel)),
    ),
    once(
      'lay out the whole',
      measure(10, () => layoutOf(whole, emptyLayout)),
    ),
    once(
      'minimap of the whole',
      measure(20, () => minimapColumns(layout, minimapScale(whole.now, 2560), whole.now)),
    ),
    frame(
      'one more event',
      measure(200, (round) => grow(before, round)),
    ),
    frame(
      'jump of the cursor',
      measure(300, () => history.at(events, random.int(0, events.length))),
    ),
    frame(
      'scene, anywhere',
      measure(300, () => buildScene(layout, anywhere(), layout.until)),
    ),
    frame(
      'scene, all of time',
      measure(300, () => buildScene(layout, all(layout, anywhere()), layout.until)),
    ),
  ];
}

function all(layout: Layout, viewport: Viewport): Viewport {
  return { ...viewport, window: { start: 0, end: layout.until } };
}

/** Two models of which the second has one event more, and the layout of the first. */
function lastModels(events: readonly TraceEvent[]): {
  readonly layout: Layout;
  readonly first: TraceModel;
  readonly event: TraceEvent;
} {
  const first = events.slice(0, -1).reduce(reduce, emptyModel);
  const event = events.at(-1);
  if (event === undefined) throw new Error('A trace without events cannot be measured.');
  return { layout: layoutOf(first, emptyLayout), first, event };
}

function grow({ layout, first, event }: ReturnType<typeof lastModels>, round: number): void {
  const at = { ...event.at, mono: event.at.mono + round };
  layoutOf(reduce(first, { ...event, at }), layout);
}

function once(what: string, { median, p90 }: Measured): string[] {
  return [`  ${what}`, ms(median), ms(p90), ''];
}

function frame(what: string, { median, p90 }: Measured): string[] {
  return [`  ${what}`, ms(median), ms(p90), `${((100 * p90) / budget).toFixed(1)} %`];
}

function ms(value: number): string {
  return `${value.toFixed(value < 1 ? 3 : 1)} ms`;
}
