import { afterEach, expect, it } from 'vitest';
import { Caller } from './caller.fixture';
import { describeSimulated } from './describe-simulated.fixture';

await describeSimulated('acting on a scripted screen', (simulator) => {
  const caller = new Caller(simulator.library);

  afterEach(() => simulator.demandHonesty());

  it('records the element that was really met, and what came of it', () => {
    simulator.load({
      apps: [
        {
          pid: 7,
          name: 'Form',
          windows: [
            {
              id: 'main',
              children: [
                { id: 'agree', role: 'AXCheckBox', title: 'Agree', value: 0 },
                { id: 'idle', role: 'AXButton', title: 'Idle' },
                { id: 'off', role: 'AXButton', title: 'Off', enabled: false },
                { id: 'plate', role: 'AXTextField', description: 'Plate', value: '', accepts: 'uppercase' },
                { id: 'fixed', role: 'AXTextField', description: 'Fixed', value: 'x', accepts: 'rejects' },
              ],
            },
          ],
        },
      ],
    });
    const app = caller.application(7);
    const names = ['Agree', 'Idle', 'Off', 'Plate', 'Fixed'];
    const [agree, idle, off, plate, fixed] = names.map((name) => caller.find(app, name));
    expect(caller.perform(agree!, 'AXPress')).toBe(0);
    expect(caller.perform(idle!, 'AXPress')).toBe(0);
    expect(caller.perform(off!, 'AXPress')).toBe(0);
    expect(caller.perform(idle!, 'AXPick')).toBe(-25206);
    expect(caller.setText(plate!, 'AXValue', 'ab 1')).toBe(0);
    expect(caller.setText(fixed!, 'AXValue', 'y')).toBe(-25200);
    expect(caller.setText(agree!, 'AXValue', '1')).toBe(-25205);
    const arrived = simulator.arrivals().map(({ element, name, outcome }) => [element, name, outcome]);
    expect(arrived).toEqual([
      ['agree', 'AXPress', 'done'],
      ['idle', 'AXPress', 'no_effect'],
      ['off', 'AXPress', 'disabled'],
      ['plate', 'AXValue', 'altered'],
      ['fixed', 'AXValue', 'rejected'],
    ]);
    expect(simulator.look('agree')?.attributes['AXValue']).toBe(1);
    expect(caller.copyText(plate!, 'AXValue')).toBe('AB 1');
    caller.release(app, agree!, idle!, off!, plate!, fixed!);
  });

  it('puts a twin in the place of an element, and answers for the old one with InvalidUIElement', () => {
    simulator.load({
      apps: [
        {
          pid: 7,
          name: 'Shop',
          windows: [
            {
              id: 'main',
              children: [
                { id: 'buy', role: 'AXButton', title: 'Buy', actions: { AXPress: { do: 'recreate' } } },
              ],
            },
          ],
        },
      ],
    });
    const app = caller.application(7);
    const old = caller.find(app, 'Buy');
    expect(caller.perform(old, 'AXPress')).toBe(0);
    expect(caller.perform(old, 'AXPress')).toBe(-25202);
    const twin = caller.find(app, 'Buy');
    expect(caller.number('CFEqual', old, twin)).toBe(0);
    expect(caller.perform(twin, 'AXPress')).toBe(0);
    expect(simulator.arrivals().map(({ element, generation }) => [element, generation])).toEqual([
      ['buy', 1],
      ['buy', 2],
    ]);
    caller.release(app, old, twin);
  });

  it('keeps an effect for later by its own clock', () => {
    simulator.load({
      apps: [
        {
          pid: 7,
          name: 'Later',
          windows: [
            {
              id: 'main',
              children: [
                {
                  id: 'go',
                  role: 'AXButton',
                  title: 'Go',
                  actions: {
                    AXPress: {
                      do: 'after',
                      milliseconds: 300,
                      effects: { do: 'open', parent: 'main', element: { id: 'sheet', role: 'AXSheet' } },
                    },
                  },
                },
              ],
            },
          ],
        },
      ],
    });
    simulator.clock(true);
    const app = caller.application(7);
    const go = caller.find(app, 'Go');
    expect(caller.perform(go, 'AXPress')).toBe(0);
    simulator.advance(299);
    expect(simulator.look('sheet')).toBeNull();
    simulator.advance(1);
    expect(simulator.look('sheet')?.role).toBe('AXSheet');
    expect(caller.perform(go, 'AXPress')).toBe(0);
    expect(simulator.arrivals().at(-1)?.outcome).toBe('blocked');
    caller.release(app, go);
  });
});
