import { supervisedRun, upTo } from '@contract/supervised-run.fixture';
import { describe, expect, it } from 'vitest';
import { buildScene } from './build-scene';
import { emptyLayout, layoutOf } from './layout';
import { severalPrograms } from './programs';
import { xOf } from './time-scale';
import { modelOf } from './trace.fixture';
import { scaleOf, type Viewport } from './viewport';

const viewport: Viewport = { window: { start: 0, end: 12_000 }, scrollTop: 0, width: 1200, height: 2000 };

function sceneOf(events: typeof supervisedRun, now: number) {
  return buildScene(layoutOf(modelOf(events), emptyLayout), viewport, now);
}

const x = (time: number) => xOf(scaleOf(viewport), time);

describe('waiting for the person', () => {
  it('lies within the bar of its call, from the question to the answer', () => {
    const { waits, bars } = sceneOf(supervisedRun, 12_000);
    expect(waits[0]).toMatchObject({ x: x(2560), outcome: 'once' });
    expect(waits[0]?.width).toBeCloseTo(x(6340) - x(2560));
    const bar = bars.find(({ of }) => of.kind === 'call' && of.call.id === 'delete');
    expect(bar?.waits).toHaveLength(1);
    expect(waits[0]?.y).toBe(bar?.y);
  });

  it('grows to the present while nobody has answered', () => {
    const { waits } = sceneOf(supervisedRun, 12_000);
    expect(waits.filter(({ outcome }) => outcome === null).map((each) => each.x + each.width)).toEqual([
      x(12_000),
      x(12_000),
    ]);
  });
});

describe('a hold', () => {
  it('is a band from its beginning to its end', () => {
    const [hold, ...others] = sceneOf(supervisedRun, 12_000).holds;
    expect(others).toEqual([]);
    expect(hold).toMatchObject({ x: x(7510), open: false });
    expect((hold?.x ?? 0) + (hold?.width ?? 0)).toBeCloseTo(x(9800));
  });

  it('reaches to the present while it lasts', () => {
    const [hold] = sceneOf(upTo('run-held'), 9000).holds;
    expect(hold).toMatchObject({ open: true, width: x(9000) - x(7510) });
  });
});

describe('the program of a call', () => {
  it('is named on its bar where the run is about several', () => {
    const labels = sceneOf(supervisedRun, 12_000).bars.map(({ label }) => label?.long ?? '');
    expect(labels).toContain('snapshot in Mousepad  710 ms');
    expect(labels.some((label) => label.startsWith('click Delete draft.txt in Thunar'))).toBe(true);
  });

  it('goes without saying where there is but one', () => {
    const one = modelOf(supervisedRun)
      .turns.slice(3)
      .map((turn) => ({ ...turn, calls: turn.calls.slice(0, 1) }));
    expect(severalPrograms(one)).toBe(false);
    expect(severalPrograms(modelOf(supervisedRun).turns)).toBe(true);
  });
});
