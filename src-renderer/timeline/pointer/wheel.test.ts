import { expect, it } from 'vitest';
import { wheelMove } from './wheel';

const turn = { deltaX: 0, deltaY: 0, deltaMode: 0, ctrlKey: false, metaKey: false, shiftKey: false };

it('scrolls turns, pans time with Shift or sideways, and zooms with Ctrl, Meta or a pinch', () => {
  expect(wheelMove({ ...turn, deltaY: 100 })).toEqual({ kind: 'scroll', by: 100 });
  expect(wheelMove({ ...turn, deltaY: 3, deltaMode: 1 })).toEqual({ kind: 'scroll', by: 66 });
  expect(wheelMove({ ...turn, deltaY: 100, shiftKey: true })).toEqual({ kind: 'pan', by: 100 });
  expect(wheelMove({ ...turn, deltaX: 40, deltaY: 10 })).toEqual({ kind: 'pan', by: 40 });
  expect(wheelMove({ ...turn, deltaY: -100, ctrlKey: true })).toMatchObject({ kind: 'zoom' });
});

it('zooms out as far as it zooms in, whatever the wheel', () => {
  const factor = (deltaY: number) => {
    const move = wheelMove({ ...turn, deltaY, metaKey: true });
    return move.kind === 'zoom' ? move.factor : Number.NaN;
  };
  for (const by of [2, 20, 100, 5000]) expect(factor(by) * factor(-by)).toBeCloseTo(1);
  expect(factor(-100)).toBeLessThan(1);
  expect(factor(5000)).toBeLessThan(2);
});
