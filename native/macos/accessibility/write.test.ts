import { afterEach, beforeEach, expect, it } from 'vitest';
import { makeString } from '../core-foundation/create';
import { type Scope, withScope } from '../core-foundation/ownership';
import { openSimulatedAx, type SimulatedAx, valueOf } from '../simulated-ax.fixture';
import { describeSimulated } from '../simulator/describe-simulated.fixture';
import { type Element, readElements } from './read';
import { isSettable, performAction, setAttribute } from './write';

const pid = 4242;

await describeSimulated('writing to an element', (simulator) => {
  let at: SimulatedAx;
  /** @param index of the window's children */
  const withChild = <R>(index: number, use: (element: Element, scope: Scope) => R): R[] =>
    withScope(at.cf, (scope) => {
      const [window] = valueOf(readElements(at.ax, scope, at.app, 'AXWindows', 1));
      const child = window && valueOf(readElements(at.ax, scope, window, 'AXChildren', 9))[index];
      if (child === undefined) throw new Error('no such child');
      return [use(child, scope)];
    });

  beforeEach(() => {
    simulator.load({
      apps: [
        {
          pid,
          name: 'Notes',
          windows: [
            {
              id: 'main',
              children: [
                { id: 'save', role: 'AXButton', title: 'Save' },
                { id: 'name', role: 'AXTextField', value: 'old' },
                {
                  id: 'suicidal',
                  role: 'AXButton',
                  actions: { AXPress: { do: 'remove', target: 'suicidal' } },
                },
              ],
            },
          ],
        },
      ],
    });
    at = openSimulatedAx(simulator.library, pid);
  });
  afterEach(() => {
    simulator.release();
    simulator.forgetFaults();
    at.end();
    simulator.demandHonesty();
  });

  it('is accepted, and arrives', () => {
    expect(withChild(0, (save) => performAction(at.ax, save, 'AXPress'))).toEqual([{ kind: 'accepted' }]);
    expect(simulator.takeArrivals()).toMatchObject([{ kind: 'action', name: 'AXPress', element: 'save' }]);
  });

  it('sets a text, where it can be set', () => {
    const outcome = withChild(1, (field, scope) => {
      expect(isSettable(at.ax, field, 'AXValue')).toEqual({ ok: true, value: true });
      return setAttribute(at.ax, field, 'AXValue', makeString(at.cf, scope, 'né 🙂'));
    });
    expect(outcome).toEqual([{ kind: 'accepted' }]);
    expect(simulator.look('name')?.attributes['AXValue']).toBe('né 🙂');
  });

  it('is unknown where the program did not answer: here it happened all the same', () => {
    simulator.fault({
      element: 'save',
      name: 'AXPress',
      fault: { kind: 'error', code: -25204, happened: true },
    });
    expect(withChild(0, (save) => performAction(at.ax, save, 'AXPress'))).toMatchObject([
      { kind: 'unknown', failure: { error: 'CannotComplete' } },
    ]);
    expect(simulator.takeArrivals()).toMatchObject([{ element: 'save' }]);
  });

  it.each([
    [-25202, 'refused'],
    [-25206, 'refused'],
    [-25211, 'refused'],
    [-25200, 'unknown'],
  ])('answered with %i is %s', (code, kind) => {
    simulator.fault({ element: 'save', name: 'AXPress', fault: { kind: 'error', code } });
    expect(withChild(0, (save) => performAction(at.ax, save, 'AXPress'))).toMatchObject([{ kind }]);
  });

  it('is refused for an action that the element does not have', () => {
    expect(withChild(1, (field) => performAction(at.ax, field, 'AXIncrement'))).toMatchObject([
      { kind: 'refused', failure: { problem: 'unsupported' } },
    ]);
  });

  it('outlives an element that goes away with its own action', () => {
    expect(withChild(2, (element) => performAction(at.ax, element, 'AXPress'))).toEqual([
      { kind: 'accepted' },
    ]);
    expect(simulator.look('suicidal')).toBeNull();
  });
});
