import { expect, it } from 'vitest';
import { resizeTo, showViewport } from './move';
import { useTimelineView } from './view-store';

it('shows what was asked for in the size that the canvas has by then', () => {
  resizeTo(800, 400);
  const asked = { ...useTimelineView.getState().viewport, window: { start: 200, end: 300 } };
  resizeTo(1200, 600);
  showViewport(asked);
  expect(useTimelineView.getState().viewport).toMatchObject({
    width: 1200,
    height: 600,
    window: { start: 200, end: 300 },
  });
});
