import { next } from '@contract/supervised-run.fixture';
import { expect, it } from 'vitest';
import { buildScene } from './build-scene';
import { hitTest } from './hit-test';
import { emptyLayout, layoutOf } from './layout';
import { bodyTop, gutterWidth } from './metrics';
import { xOf } from './time-scale';
import { modelOf, read, runOf } from './trace.fixture';
import { scaleOf, type Viewport } from './viewport';

const viewport: Viewport = { window: { start: 0, end: 1000 }, scrollTop: 0, width: 1200, height: 400 };

function sceneWith(at: number) {
  const before = runOf([read]);
  const after = at - (before.at(-1)?.at.mono ?? 0);
  const said = { tool: 'http_get', override: 'ask', remembered: false } as const;
  const events = [...before, next(before, { type: 'override-changed', ...said }, after)];
  return buildScene(layoutOf(modelOf(events), emptyLayout), viewport, at);
}

it('is flagged at the moment when the person said it, and the flag is what the pointer meets', () => {
  const scene = sceneWith(600);
  const x = xOf(scaleOf(viewport), 600);
  expect(scene.overrides).toMatchObject([{ x, label: 'http_get: ask me', change: { at: 600 } }]);
  expect(hitTest(scene, x + 6, bodyTop - 8)).toMatchObject({ kind: 'override', change: { at: 600 } });
  expect(hitTest(scene, x + 40, bodyTop - 8)).toEqual({ kind: 'ruler' });
  expect(hitTest(scene, x, bodyTop + 60)).toEqual({ kind: 'empty' });
});

it('is not there outside of what is in sight', () => {
  const { overrides } = sceneWith(90_000);
  expect(overrides).toEqual([]);
  expect(hitTest(sceneWith(600), gutterWidth - 3, bodyTop - 8)).toEqual({ kind: 'ruler' });
});
