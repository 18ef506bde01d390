import { afterEach, beforeEach, expect, it } from 'vitest';
import { Caller, type Ref } from './caller.fixture';
import { describeSimulated } from './describe-simulated.fixture';

const APP = 4242;

await describeSimulated('an application that takes its time', (simulator) => {
  const caller = new Caller(simulator.library);
  let app: Ref = null;
  let agree: Ref = null;
  const press = caller.string('AXPress');

  beforeEach(() => {
    simulator.load({
      apps: [
        {
          pid: APP,
          name: 'Slow',
          windows: [
            { id: 'main', children: [{ id: 'agree', role: 'AXCheckBox', title: 'Agree', value: 0 }] },
          ],
        },
        { pid: 5151, name: 'Quick', windows: [{ id: 'other', title: 'Other' }] },
      ],
    });
    app = caller.application(APP, 0.05);
    agree = caller.find(app, 'Agree');
  });

  afterEach(() => {
    caller.release(app, agree);
    simulator.demandHonesty();
  });

  const value = () => simulator.look('agree')?.attributes['AXValue'];
  const enter = async () => {
    while (simulator.waiting() === 0) await new Promise(setImmediate);
  };

  it('blocks the caller for the messaging timeout, and serves the request once it is released', () => {
    simulator.fault({ symbol: 'AXUIElementPerformAction', fault: { kind: 'hang' } });
    const began = performance.now();
    expect(caller.perform(agree, 'AXPress')).toBe(-25204);
    expect(performance.now() - began).toBeGreaterThanOrEqual(49);
    expect(value()).toBe(0);
    expect(caller.copy(app, 'AXTitle').error).toBe(-25204);
    simulator.release();
    expect(value()).toBe(1);
    expect(simulator.arrivals()).toMatchObject([{ element: 'agree', late: true, outcome: 'done' }]);
    expect(caller.copyText(app, 'AXTitle')).toBe('Slow');
    expect(simulator.report().requests.timedOut).toBe(2);
  });

  it('forgets the request where the fault says so', () => {
    simulator.fault({ element: 'agree', fault: { kind: 'hang', happened: false } });
    expect(caller.perform(agree, 'AXPress')).toBe(-25204);
    simulator.release();
    expect(value()).toBe(0);
  });

  it('answers CannotComplete although it happened, or because it did not', () => {
    simulator.fault({ name: 'AXPress', fault: { kind: 'error', code: -25204, happened: true } });
    simulator.fault({ name: 'AXPress', fault: { kind: 'error', code: -25204 } });
    expect(caller.perform(agree, 'AXPress')).toBe(-25204);
    expect(value()).toBe(1);
    expect(caller.perform(agree, 'AXPress')).toBe(-25204);
    expect(value()).toBe(1);
    expect(simulator.arrivals()).toHaveLength(1);
  });

  it('meets a fault at the n-th matching request, as often as it is told', () => {
    simulator.fault({ name: 'AXTitle', nth: 2, times: 2, fault: { kind: 'error', code: -25211 } });
    const errors = Array.from({ length: 4 }, () => {
      const { error, value: title } = caller.copy(app, 'AXTitle');
      if (title !== null) caller.release(title);
      return error;
    });
    expect(errors).toEqual([0, -25211, -25211, 0]);
  });

  it('keeps only its own callers waiting', async () => {
    const other = caller.ref('AXUIElementCreateApplication', 5151);
    simulator.fault({ app: 'Slow', fault: { kind: 'hang' } });
    caller.call('AXUIElementSetMessagingTimeout', agree, 5);
    const pressed = caller.later('AXUIElementPerformAction', agree, press);
    await enter();
    expect(caller.copyText(other, 'AXTitle')).toBe('Quick');
    expect(simulator.report().requests).toMatchObject({ besideAnother: 0 });
    expect(caller.copy(app, 'AXTitle').error).toBe(-25204);
    expect(simulator.report().requests).toMatchObject({ besideAnother: 1 });
    simulator.release();
    expect(await pressed).toBe(0);
    caller.release(other);
  });

  it('serves a slow request within the timeout, and the next one after it', async () => {
    caller.call('AXUIElementSetMessagingTimeout', agree, 5);
    simulator.fault({ element: 'agree', fault: { kind: 'slow', milliseconds: 40 } });
    const began = performance.now();
    expect(await caller.later('AXUIElementPerformAction', agree, press)).toBe(0);
    expect(performance.now() - began).toBeGreaterThanOrEqual(39);
    expect(value()).toBe(1);
  });

  it('lets a reset release whoever waits', async () => {
    caller.call('AXUIElementSetMessagingTimeout', agree, 60);
    simulator.fault({ element: 'agree', fault: { kind: 'hang' } });
    const pressed = caller.later('AXUIElementPerformAction', agree, press);
    await enter();
    simulator.reset();
    expect(await pressed).toBe(-25204);
  });
});
