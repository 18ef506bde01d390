import { afterEach, beforeEach, expect, it } from 'vitest';
import { withScope } from '../core-foundation/ownership';
import { openSimulatedAx, type SimulatedAx, valueOf } from '../simulated-ax.fixture';
import { describeSimulated } from '../simulator/describe-simulated.fixture';
import { applicationOf, elementAt, isSame, pidOf } from './element';
import type { AttributeName } from './names';
import {
  countOf,
  readActionNames,
  readAttribute,
  readAttributeNames,
  readAttributes,
  readElements,
} from './read';

const pid = 4242;

await describeSimulated('reading of an element', (simulator) => {
  let at: SimulatedAx;

  beforeEach(() => {
    simulator.load({
      apps: [
        {
          pid,
          name: 'Notes',
          windows: [
            {
              id: 'main',
              title: 'All notes',
              frame: [10, 20, 400, 300],
              children: [
                { id: 'save', role: 'AXButton', title: 'Save', enabled: 1, frame: [20, 30, 60, 20] },
                {
                  id: 'odd',
                  role: 'AXGroup',
                  attributes: { AXDescription: { cfNull: true }, AXTitle: { error: -25200 } },
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
    simulator.forgetFaults();
    at.end();
    simulator.demandHonesty();
  });

  const children = (scope: Parameters<typeof readElements>[1]) => {
    const [window] = valueOf(readElements(at.ax, scope, at.app, 'AXWindows', 10));
    if (window === undefined) throw new Error('no window');
    const all = valueOf(readElements(at.ax, scope, window, 'AXChildren', 10));
    const [save, odd] = all;
    if (save === undefined || odd === undefined) throw new Error('no children');
    return { window, save, odd };
  };

  it('gives each of a batch its own answer', () => {
    const names: readonly AttributeName[] = ['AXTitle', 'AXDescription', 'AXRole', 'AXPlaceholderValue'];
    withScope(at.cf, (scope) => {
      const slots = valueOf(readAttributes(at.ax, scope, children(scope).odd, names));
      expect(slots).toEqual([
        { ok: false, failure: { problem: 'failed', error: 'Failure' } },
        { ok: false, failure: { problem: 'no_value', error: 'NoValue' } },
        { ok: true, value: { kind: 'string', value: 'AXGroup' } },
        { ok: false, failure: { problem: 'unsupported', error: 'AttributeUnsupported' } },
      ]);
    });
  });

  it.each([
    [-25202, 'gone'],
    [-25204, 'no_answer'],
    [-25211, 'not_permitted'],
    [-25200, 'failed'],
  ])('tells %i of the whole as %s, and holds nothing', (code, problem) => {
    withScope(at.cf, (scope) => {
      const { save } = children(scope);
      simulator.fault({ element: 'save', times: 'always', fault: { kind: 'error', code } });
      const failure = { ok: false, failure: { problem } };
      expect(readAttributes(at.ax, scope, save, ['AXRole'])).toMatchObject(failure);
      expect(readAttribute(at.ax, scope, save, 'AXRole')).toMatchObject(failure);
      expect(readElements(at.ax, scope, save, 'AXChildren', 5)).toMatchObject(failure);
      expect(readActionNames(at.ax, scope, save)).toMatchObject(failure);
      expect(readAttributeNames(at.ax, scope, save)).toMatchObject(failure);
      expect(countOf(at.ax, save, 'AXChildren')).toMatchObject(failure);
    });
  });

  it('gives no more elements than are asked for, and counts without reading', () => {
    withScope(at.cf, (scope) => {
      const { window } = children(scope);
      expect(valueOf(readElements(at.ax, scope, window, 'AXChildren', 1))).toHaveLength(1);
      expect(valueOf(countOf(at.ax, window, 'AXChildren'))).toBe(2);
    });
  });

  it('gives names of attributes and actions', () => {
    withScope(at.cf, (scope) => {
      const { save } = children(scope);
      expect(valueOf(readActionNames(at.ax, scope, save))).toContain('AXPress');
      expect(valueOf(readAttributeNames(at.ax, scope, save))).toContain('AXRole');
    });
  });

  it('finds the element at a point, with another reference to the same one', () => {
    withScope(at.cf, (scope) => {
      const { save } = children(scope);
      const hit = valueOf(elementAt(at.ax, scope, at.app, { x: 40, y: 40 }));
      expect(hit.ref).not.toBe(save.ref);
      expect(isSame(at.ax, hit, save)).toBe(true);
      expect(valueOf(pidOf(at.ax, hit))).toBe(pid);
    });
  });

  it('tells a program that is not there by the first read', () => {
    withScope(at.cf, (scope) => {
      const none = valueOf(applicationOf(at.ax, scope, 99));
      expect(readAttribute(at.ax, scope, none, 'AXRole').ok).toBe(false);
    });
  });
});
