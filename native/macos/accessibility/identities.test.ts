import { afterEach, beforeEach, expect, it } from 'vitest';
import { type Scope, withScope } from '../core-foundation/ownership';
import { openSimulatedAx, type SimulatedAx, valueOf } from '../simulated-ax.fixture';
import { describeSimulated } from '../simulator/describe-simulated.fixture';
import { createIdentities } from './identities';
import { readAttribute, readElements } from './read';

const pid = 4242;
const button = (id: string) => ({ id, role: 'AXButton', title: id });

await describeSimulated('identities of elements', (simulator) => {
  let at: SimulatedAx;
  const buttons = (scope: Scope) =>
    valueOf(readElements(at.ax, scope, at.app, 'AXWindows', 1)).flatMap((window) =>
      valueOf(readElements(at.ax, scope, window, 'AXChildren', 10)),
    );
  const names = () => withScope(at.cf, (scope) => buttons(scope).map(at.identities.nameOf));

  beforeEach(() => {
    simulator.load({
      apps: [{ pid, name: 'Notes', windows: [{ id: 'main', children: ['a', 'b', 'c'].map(button) }] }],
    });
    at = openSimulatedAx(simulator.library, pid);
  });
  afterEach(() => {
    at.end();
    simulator.demandHonesty();
  });

  it('are the same for every reference to one element, and others for others', () => {
    const first = names();
    expect(new Set(first).size).toBe(3);
    expect(names()).toEqual(first);
  });

  it('do not pass on to a twin that takes the place', () => {
    const [, before] = names();
    simulator.do({ do: 'recreate', target: 'b' });
    const [a, after] = names();
    expect(after).not.toBe(before);
    expect(a).toBe('s.e1');
    withScope(at.cf, (scope) => {
      const gone = at.identities.find(before ?? '');
      if (gone === null) throw new Error('forgotten');
      expect(readAttribute(at.ax, scope, gone, 'AXRole')).toMatchObject({ failure: { problem: 'gone' } });
    });
  });

  it('find their element, and nothing where they are unknown', () => {
    const [first = ''] = names();
    withScope(at.cf, (scope) => {
      const found = at.identities.find(first);
      if (found === null) throw new Error('forgotten');
      expect(valueOf(readAttribute(at.ax, scope, found, 'AXTitle'))).toEqual({ kind: 'string', value: 'a' });
    });
    expect(at.identities.find('s.e99')).toBeNull();
  });

  it('are held up to a limit: what was not named for longest is forgotten, and its name not given again', () => {
    const two = createIdentities(at.ax, 't.', 2);
    const name = (...which: readonly number[]) =>
      withScope(at.cf, (scope) => {
        const all = buttons(scope);
        return which.map((index) => two.nameOf(all[index] ?? at.app));
      });
    expect(name(0, 1, 0, 2)).toEqual(['t.e1', 't.e2', 't.e1', 't.e3']);
    expect(two.size).toBe(2);
    expect(two.find('t.e2')).toBeNull();
    expect(name(1)).toEqual(['t.e4']);
    two.clear();
    expect(two.size).toBe(0);
    expect(name(0)).toEqual(['t.e5']);
    two.clear();
  });
});
