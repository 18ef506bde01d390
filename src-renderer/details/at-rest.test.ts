import { expect, it } from 'vitest';
import { cursorPace } from './at-rest';

it('waits for whoever moves on before the cursor has rested, and never for a single step', () => {
  const pace = cursorPace();
  expect(pace.untilRest(0)).toBe(0);
  pace.moved(1000);
  expect(pace.untilRest(1000)).toBe(0);
  pace.moved(1030);
  expect(pace.untilRest(1030)).toBe(120);
  pace.moved(1060);
  expect(pace.untilRest(1100)).toBe(80);
  expect(pace.untilRest(1180)).toBe(0);
  pace.moved(1500);
  expect(pace.untilRest(1500)).toBe(0);
});
