import { afterEach, expect, it } from 'vitest';
import { Caller, type Ref } from './caller.fixture';
import { describeSimulated } from './describe-simulated.fixture';
import type { FaultScript, OpensTree } from './script.fixture';

await describeSimulated('the system around the applications', (simulator) => {
  const caller = new Caller(simulator.library);

  afterEach(() => simulator.demandHonesty());

  const electron = (manualAccessibility: OpensTree) =>
    simulator.load({
      apps: [
        {
          pid: 9,
          name: 'Chat',
          manualAccessibility,
          windows: [
            {
              id: 'main',
              children: [
                {
                  id: 'web',
                  role: 'AXWebArea',
                  description: 'Page',
                  lazy: true,
                  children: [{ id: 'send', role: 'AXButton', title: 'Send' }],
                },
              ],
            },
          ],
        },
      ],
    });
  const open = (app: Ref): number =>
    caller.withString('AXManualAccessibility', (name) =>
      caller.number('AXUIElementSetAttributeValue', app, name, caller.constant('kCFBooleanTrue')),
    );
  const sees = (app: Ref): boolean => {
    const found = caller.find(app, 'Send');
    if (found !== null) caller.release(found);
    return found !== null;
  };

  it('opens the tree of an Electron application although that answers AttributeUnsupported', () => {
    electron({ answer: -25205, settleMilliseconds: 500 });
    simulator.clock(true);
    const app = caller.application(9);
    expect(sees(app)).toBe(false);
    expect(open(app)).toBe(-25205);
    simulator.advance(499);
    expect(sees(app)).toBe(false);
    simulator.advance(1);
    expect(sees(app)).toBe(true);
    caller.release(app);
  });

  it('leaves the tree closed where an application answers Success and does nothing', () => {
    electron({ works: false });
    const app = caller.application(9);
    expect(open(app)).toBe(0);
    expect(sees(app)).toBe(false);
    caller.release(app);
  });

  it('tells a stale permission, both ways', () => {
    electron({});
    const app = caller.application(9);
    simulator.permissions({ accessibility: { reported: true, actual: false } });
    expect(caller.number('AXIsProcessTrusted')).toBe(1);
    expect(caller.copy(app, 'AXTitle').error).toBe(-25211);
    simulator.permissions({ accessibility: { reported: false, actual: true } });
    expect(caller.number('AXIsProcessTrusted')).toBe(0);
    expect(caller.copyText(app, 'AXTitle')).toBe('Chat');
    caller.release(app);
  });

  it('lists windows front to back, with titles only for those who may see the screen', () => {
    simulator.load({
      apps: [
        { pid: 1, name: 'A', windows: [{ id: 'a', title: 'First', frame: [1, 2, 3, 4] }] },
        {
          pid: 2,
          name: 'B',
          windows: [
            { id: 'b', title: 'Second' },
            { title: 'Docked', minimized: true },
          ],
        },
      ],
      zOrder: ['b'],
    });
    const names = (option: number): readonly string[] => {
      const list = caller.ref('CGWindowListCopyWindowInfo', option, 0);
      const name = caller.constant('kCGWindowName');
      const texts = caller.items(list).map((window) => {
        const title = caller.ref('CFDictionaryGetValue', window, name);
        return title === null ? '-' : caller.text(title);
      });
      caller.release(list);
      return texts;
    };
    expect(names(1)).toEqual(['Second', 'First']);
    expect(names(0)).toHaveLength(3);
    simulator.permissions({ screenCapture: false });
    expect(names(1)).toEqual(['-', '-']);
  });

  it('brings notifications to an observer whose run loop is run', () => {
    electron({});
    const app = caller.application(9);
    const seen = caller.observe(9, app, ['AXWindowCreated', 'AXValueChanged', 'AXWindowCreated']);
    expect(seen.errors).toEqual([0, 0, -25209]);
    simulator.do({ do: 'open', element: { id: 'new', role: 'AXWindow' } });
    simulator.do(
      { do: 'set', target: 'send', value: 1 },
      { do: 'set', target: 'send', attribute: 'AXTitle', value: 'x' },
    );
    expect(seen.run(0)).toEqual(['AXWindowCreated', 'AXValueChanged']);
    expect(seen.run(0)).toEqual([]);
    simulator.clock(false);
    simulator.do({ do: 'after', milliseconds: 5, effects: { do: 'set', target: 'send', value: 2 } });
    expect(seen.run(0.05)).toEqual(['AXValueChanged']);
    seen.close();
    caller.release(app);
  });

  it('tells when secure input is on', () => {
    electron({});
    expect(caller.number('IsSecureEventInputEnabled')).toBe(0);
    simulator.do({
      do: 'open',
      parent: 'main',
      element: { role: 'AXTextField', subrole: 'AXSecureTextField', focused: true },
    });
    expect(caller.number('IsSecureEventInputEnabled')).toBe(1);
  });

  it('finds nobody behind the pid of an application that quit', () => {
    electron({});
    const app = caller.application(9);
    const web = caller.find(app, 'Page');
    simulator.do({ do: 'quit', target: 'main' });
    expect(caller.copy(app, 'AXTitle').error).toBe(-25204);
    expect(caller.copy(web, 'AXRole').error).toBe(-25202);
    caller.release(app, web);
  });

  it('says what is wrong with a script, an effect or a fault', () => {
    expect(() => simulator.load({ apps: [{ pid: 0, name: 'x' }] })).toThrow('needs a pid');
    electron({});
    expect(() => simulator.do({ do: 'toggle', target: 'nobody' })).toThrow('there is no element nobody');
    expect(() => simulator.fault({ fault: { kind: 'odd' } } as unknown as FaultScript)).toThrow('fault.kind');
  });
});
