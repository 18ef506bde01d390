import type { TraceEvent } from '@contract/trace-event';
import { expect, it } from 'vitest';
import type { Selection } from '../../trace/trace-store';
import { emptyLayout, layoutOf } from './layout';
import { linkShapes } from './link-shapes';
import { barHeight, barTop, bodyTop, groupHeight, groupPadding, rowHeight } from './metrics';
import { xOf } from './time-scale';
import { idOf, modelOf, read, runOf, type ToldCall, write } from './trace.fixture';
import { scaleOf, type Viewport } from './viewport';

const viewport: Viewport = { window: { start: 0, end: 2000 }, scrollTop: 0, width: 1200, height: 800 };
const x = (time: number) => xOf(scaleOf(viewport), time);
const middle = (lane: number) => bodyTop + groupPadding + (lane + 1) * rowHeight + barTop + barHeight / 2;

const second: ToldCall = { ...read, started: 100, ended: 400 };
const last: ToldCall = { ...write, queued: 100, started: 450, ended: 500, waitsFor: [0, 1] };
const events = runOf([read, second, last]).map(
  (event): TraceEvent =>
    event.type === 'call-queued' && event.callId === idOf(1, 2) ? { ...event, needs: [idOf(1, 1)] } : event,
);

function linksOf(selection: Selection, now = 2000, view = viewport, all = events) {
  return linkShapes(layoutOf(modelOf(all), emptyLayout), view, selection, now);
}

const chosen = (index: number, turn = 1): Selection => ({ kind: 'call', turn, callId: idOf(turn, index) });

it('leads from the end of each call that the chosen one waited for to its beginning', () => {
  expect(linksOf(chosen(2))).toEqual([
    { from: { x: x(400), y: middle(1) }, to: { x: x(450), y: middle(0) }, needed: true },
    { from: { x: x(200), y: middle(0) }, to: { x: x(450), y: middle(0) }, needed: false },
  ]);
  expect(linksOf(chosen(2), 2000, { ...viewport, scrollTop: 30 })[0]?.from.y).toBe(middle(1) - 30);
});

it('reaches to the present while what it waits for goes on', () => {
  const open = runOf([
    { ...read, ended: null },
    { ...write, started: null, ended: null, waitsFor: [0] },
  ]);
  const [link] = linksOf(chosen(1), 700, viewport, open);
  expect(link?.from.x).toBe(x(700));
  expect(link?.to.x).toBe(x(100));
});

it('is there for a chosen call that waited, in its own turn, and for nothing else', () => {
  const two = runOf([read], [read, { ...late, waitsFor: [0] }]);
  const [link] = linksOf(chosen(1, 2), 2000, viewport, two);
  expect(link?.to.y).toBe(middle(0) + groupHeight(1));
  expect(linksOf(chosen(0))).toEqual([]);
  expect(linksOf({ kind: 'model', turn: 1 })).toEqual([]);
  expect(linksOf({ kind: 'none' })).toEqual([]);
  expect(linksOf(chosen(9))).toEqual([]);
});

const late: ToldCall = { ...write, queued: 100, started: 250, ended: 300 };
