import { afterEach, beforeEach, expect, it } from 'vitest';
import { Caller, type Ref } from './caller.fixture';
import { describeSimulated } from './describe-simulated.fixture';

await describeSimulated('what lies under a point', (simulator) => {
  const caller = new Caller(simulator.library);
  let system: Ref = null;
  let mail: Ref = null;

  beforeEach(() => {
    simulator.load({
      apps: [
        {
          pid: 7,
          name: 'Mail',
          windows: [
            {
              id: 'mail',
              frame: [0, 0, 400, 300],
              children: [
                { id: 'under', role: 'AXButton', frame: [10, 10, 100, 30] },
                { id: 'over', role: 'AXButton', frame: [50, 10, 100, 30] },
                {
                  id: 'pop',
                  role: 'AXPopUpButton',
                  title: 'Sort',
                  frame: [10, 100, 100, 20],
                  children: [
                    {
                      id: 'menu',
                      role: 'AXMenu',
                      refilled: true,
                      frame: [10, 120, 100, 20],
                      children: [
                        { id: 'date', role: 'AXMenuItem', title: 'Date', frame: [10, 120, 100, 20] },
                      ],
                    },
                  ],
                },
                { id: 'name', role: 'AXTextField', value: 'abc', frame: [10, 200, 100, 20], focused: true },
              ],
            },
          ],
        },
        { pid: 8, name: 'Cover', windows: [{ id: 'cover', title: 'Cover', frame: [100, 0, 100, 300] }] },
      ],
      zOrder: ['cover', 'mail'],
    });
    mail = caller.application(7, 0.05);
    system = caller.ref('AXUIElementCreateSystemWide');
  });

  afterEach(() => {
    caller.release(system, mail);
    simulator.demandHonesty();
  });

  const at = (from: Ref, x: number, y: number): string => {
    const out: [Ref] = [null];
    const error = caller.number('AXUIElementCopyElementAtPosition', from, x, y, out);
    if (error !== 0) return `${error}`;
    const role = caller.copyText(out[0], 'AXRole');
    const { value: frame } = caller.copy(out[0], 'AXFrame');
    const numbers = new Float64Array(4);
    caller.call('AXValueGetValue', frame, 3, numbers);
    caller.release(frame, out[0]);
    return `${role} ${numbers.join(' ')}`;
  };

  it('is the later of two siblings, in the topmost window', () => {
    expect(at(system, 60, 20)).toBe('AXButton 50 10 100 30');
    expect(at(system, 20, 20)).toBe('AXButton 10 10 100 30');
    expect(at(system, 120, 20)).toBe('AXWindow 100 0 100 300');
    expect(at(mail, 120, 20)).toBe('AXButton 50 10 100 30');
    expect(at(system, 900, 20)).toBe('-25212');
  });

  it('is a menu item while its menu is open', () => {
    expect(at(system, 20, 130)).toBe('AXWindow 0 0 400 300');
    const pop = caller.find(mail, 'Sort');
    const before = caller.find(mail, 'Date');
    expect(caller.perform(pop, 'AXPress')).toBe(0);
    expect(at(system, 20, 130)).toBe('AXMenuItem 10 120 100 20');
    expect(caller.perform(before, 'AXPress')).toBe(-25202);
    const after = caller.find(mail, 'Date');
    expect(caller.perform(after, 'AXPress')).toBe(0);
    expect(at(system, 20, 130)).toBe('AXWindow 0 0 400 300');
    caller.release(pop, before, after);
  });

  it('is not told by an application that hangs', () => {
    simulator.fault({ app: 'Mail', name: 'AXTitle', fault: { kind: 'hang' } });
    expect(caller.copy(mail, 'AXTitle').error).toBe(-25204);
    expect(at(system, 20, 20)).toBe('-25204');
    expect(at(system, 120, 20)).toBe('AXWindow 100 0 100 300');
    expect(caller.copy(system, 'AXFocusedUIElement').error).toBe(-25204);
    simulator.release();
    const { value: focus } = caller.copy(system, 'AXFocusedUIElement');
    expect(caller.copyText(focus, 'AXValue')).toBe('abc');
    caller.release(focus);
  });
});
