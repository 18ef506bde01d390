import { expect, it } from 'vitest';
import { emptyLayout, layoutOf } from './layout';
import { minimapColumns, minimapDragged, minimapGrip, minimapScale } from './minimap';
import { modelOf, read, runOf, write } from './trace.fixture';

const scale = minimapScale(1000, 1024);

it('says of each pixel what ran there, how many at once, and what failed', () => {
  const calls = [
    read,
    { ...read, ended: 300 },
    { ...write, started: 400, ended: 500, outcome: 'failed' as const },
  ];
  const columns = minimapColumns(layoutOf(modelOf(runOf(calls)), emptyLayout), scale, 1000);
  const at = (time: number) => columns[time];
  expect(at(50)).toEqual({ model: true, sequential: 0, parallel: 0, failed: false, hazard: false });
  expect(at(150)).toMatchObject({ model: false, parallel: 2 });
  expect(at(250)).toMatchObject({ parallel: 2 });
  expect(at(350)).toMatchObject({ model: false, sequential: 0, parallel: 0 });
  expect(at(450)).toMatchObject({ sequential: 1, failed: true });
});

it('is taken hold of at its edges, inside and outside', () => {
  const window = { start: 200, end: 400 };
  const grips = [12 + 200, 12 + 400, 12 + 300, 12 + 700].map((x) => minimapGrip(scale, window, x));
  expect(grips).toEqual(['start', 'end', 'window', 'outside']);
});

it('moves and resizes the window, never to nothing', () => {
  const window = { start: 200, end: 400 };
  expect(minimapDragged(scale, window, 'window', 50)).toEqual({ start: 250, end: 450 });
  expect(minimapDragged(scale, window, 'start', 50)).toEqual({ start: 250, end: 400 });
  expect(minimapDragged(scale, window, 'start', 900)).toEqual({ start: 399, end: 400 });
  expect(minimapDragged(scale, window, 'end', -900)).toEqual({ start: 200, end: 201 });
});
