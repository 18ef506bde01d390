import { beforeEach, expect, it } from 'vitest';
import { Caller, type Ref } from './caller.fixture';
import { describeSimulated } from './describe-simulated.fixture';
import type { ViolationKind } from './simulator.fixture';

const APP = 4242;

await describeSimulated('a caller at fault', (simulator) => {
  const caller = new Caller(simulator.library);
  const UTF8 = 0x08000100;

  beforeEach(() => {
    simulator.load({
      apps: [
        {
          pid: APP,
          name: 'Bank',
          windows: [
            {
              id: 'main',
              frame: [0, 0, 400, 300],
              children: [
                { id: 'pay', role: 'AXButton', title: 'Pay', frame: [10, 10, 80, 20] },
                {
                  id: 'pin',
                  role: 'AXTextField',
                  subrole: 'AXSecureTextField',
                  description: 'PIN',
                  value: '1234',
                },
              ],
            },
          ],
        },
        {
          pid: process.pid,
          name: 'Ourselves',
          windows: [{ id: 'ours', title: 'Ours', frame: [500, 0, 100, 100] }],
        },
      ],
    });
  });

  const kinds = (): ViolationKind[] => simulator.report().violations.map(({ kind }) => kind);
  const child = (app: Ref): Ref => caller.find(app, 'Pay');

  it('is told of a reference released once too often', () => {
    const string = caller.string('once');
    caller.release(string);
    expect(kinds()).toEqual([]);
    caller.release(string);
    expect(simulator.report().violations).toEqual([
      {
        kind: 'over_release',
        symbol: 'CFRelease',
        count: 1,
        detail: 'a freed CFString, made by CFStringCreateWithCString',
      },
    ]);
  });

  it('is told of a borrowed reference that it releases, and the container survives it', () => {
    const string = caller.string('kept');
    const array = caller.arrayOf([string]);
    caller.release(string);
    caller.release(caller.ref('CFArrayGetValueAtIndex', array, 0));
    expect(kinds()).toEqual(['over_release']);
    expect(caller.text(caller.ref('CFArrayGetValueAtIndex', array, 0))).toBe('kept');
    caller.release(array);
    expect(simulator.report().leaks).toEqual([]);
  });

  it('is told of the use of what is freed', () => {
    const string = caller.string('gone');
    caller.release(string);
    expect(caller.number('CFStringGetLength', string)).toBe(0);
    caller.call('CFRetain', string);
    expect(kinds()).toEqual(['use_after_free', 'use_after_free']);
  });

  it('is told of an element that it kept from a released array without a retain', () => {
    const app = caller.application(APP);
    const { value: windows } = caller.copy(app, 'AXWindows');
    const [borrowed] = caller.items(windows);
    expect(caller.copyText(borrowed!, 'AXRole')).toBe('AXWindow');
    caller.release(windows);
    expect(caller.copy(borrowed!, 'AXRole').error).toBe(-25201);
    expect(simulator.report().violations).toMatchObject([
      { kind: 'borrowed_after_container', symbol: 'AXUIElementCopyAttributeValue' },
    ]);
    caller.release(app);
  });

  it('is told of a constant that it released without owning it', () => {
    caller.release(caller.constant('kCFBooleanTrue'));
    expect(kinds()).toEqual(['over_release']);
  });

  it.each([
    ['null_release', () => caller.call('CFRelease', null)],
    ['null_argument', () => caller.call('CFRetain', null)],
    ['unknown_pointer', () => caller.call('CFRetain', 0x7777n)],
    ['null_argument', () => caller.call('CFStringCreateWithCString', null, null, UTF8)],
    ['unknown_encoding', () => caller.call('CFStringCreateWithCString', null, 'a', 4711)],
    ['number_type', () => caller.call('CFNumberCreate', null, 99, new Float64Array(1))],
    ['wrong_argument', () => caller.call('CGEventSourceCreate', 5)],
    ['wrong_argument', () => caller.call('CGEventCreateScrollWheelEvent2', null, 2, 1, 0, 0, 0)],
  ] as const)('is told: %s', (kind, fault) => {
    fault();
    expect(kinds()).toEqual([kind]);
  });

  it('is told of an object of another type, and gets IllegalArgument', () => {
    const string = caller.string('no element');
    expect(caller.number('AXUIElementPerformAction', string, string)).toBe(-25201);
    expect(caller.number('CFArrayGetCount', string)).toBe(0);
    expect(simulator.report().violations.map(({ detail }) => detail)).toEqual([
      'element is a CFString where a AXUIElement belongs',
      'theArray is a CFString where a CFArray belongs',
    ]);
    caller.release(string);
  });

  it('is told of callbacks that are none', () => {
    const string = caller.string('x');
    const symbol = caller.constant('kCFNull');
    const array = caller.ref('CFArrayCreate', null, [string], 1, symbol);
    expect(kinds()).toEqual(['unknown_callbacks']);
    caller.release(array, string);
  });

  it('is told of an index past the end', () => {
    const array = caller.arrayOf([]);
    expect(caller.ref('CFArrayGetValueAtIndex', array, 0)).toBeNull();
    expect(kinds()).toEqual(['index_out_of_range']);
    caller.release(array);
  });

  it('is told of an AXValue read as another type', () => {
    const app = caller.application(APP);
    const pay = child(app);
    const { value } = caller.copy(pay, 'AXSize');
    expect(caller.number('AXValueGetValue', value, 1, new Float64Array(4))).toBe(0);
    expect(kinds()).toEqual(['value_type']);
    caller.release(value, pay, app);
  });

  it('is told of a request without a messaging timeout, once for each function', () => {
    const app = caller.ref('AXUIElementCreateApplication', APP);
    caller.copyText(app, 'AXTitle');
    caller.copyText(app, 'AXRole');
    expect(simulator.report().violations).toMatchObject([{ kind: 'no_messaging_timeout', count: 2 }]);
    caller.call('AXUIElementSetMessagingTimeout', app, 0.5);
    caller.copyText(app, 'AXTitle');
    expect(simulator.report().violations).toMatchObject([{ kind: 'no_messaging_timeout', count: 2 }]);
    caller.release(app);
  });

  it('is told of a request to its own process, and of a point in a window of its own', () => {
    const ours = caller.application(process.pid);
    expect(caller.copy(ours, 'AXWindows').error).toBe(-25204);
    const system = caller.ref('AXUIElementCreateSystemWide');
    const out: [Ref] = [null];
    expect(caller.number('AXUIElementCopyElementAtPosition', system, 510, 10, out)).toBe(-25204);
    expect(kinds()).toEqual(['own_pid', 'own_pid']);
    caller.release(ours, system);
  });

  it.each(['AXValue', 'AXSelectedText'])('is told of %s of a secure field', (attribute) => {
    const app = caller.application(APP);
    const pin = caller.find(app, 'PIN');
    caller.copyText(pin, 'AXRole');
    caller.copyText(pin, 'AXSubrole');
    expect(kinds()).toEqual([]);
    caller.copyText(pin, attribute);
    expect(kinds()).toEqual(['secure_value_read']);
    caller.release(pin, app);
  });

  it('is told of a secure field that was read in a batch', () => {
    const app = caller.application(APP);
    const pin = caller.find(app, 'PIN');
    const names = ['AXRole', 'AXSubrole', 'AXValue'].map((name) => caller.string(name));
    const array = caller.arrayOf(names);
    const out: [Ref] = [null];
    caller.call('AXUIElementCopyMultipleAttributeValues', pin, array, 0, out);
    expect(kinds()).toEqual(['secure_value_read']);
    caller.release(out[0], array, ...names, pin, app);
  });

  it('is told of text that a keyboard event cannot carry', () => {
    caller.key(0, 0, 'x'.repeat(21));
    expect(simulator.report().violations).toMatchObject([{ kind: 'text_too_long', count: 2 }]);
  });

  it('is told of an element that it let go while a call on it was under way', async () => {
    const app = caller.application(APP, 5);
    const pay = child(app);
    simulator.fault({ element: 'pay', symbol: 'AXUIElementPerformAction', fault: { kind: 'hang' } });
    const press = caller.string('AXPress');
    const pressed = caller.later('AXUIElementPerformAction', pay, press);
    while (simulator.waiting() === 0) await new Promise(setImmediate);
    caller.release(pay);
    expect(kinds()).toEqual([]);
    simulator.release();
    expect(await pressed).toBe(0);
    expect(kinds()).toEqual(['released_during_call']);
    caller.release(press, app);
  });

  it('is told what it still owns, and who made it', () => {
    const kept = caller.string('kept since before');
    simulator.mark();
    const app = caller.application(APP);
    const pay = child(app);
    const { value } = caller.copy(pay, 'AXEnabled');
    caller.call('CFRetain', app);
    expect(simulator.report().leaks.toSorted((a, b) => a.type.localeCompare(b.type))).toMatchObject([
      { type: 'AXUIElement', madeBy: 'AXUIElementCreateApplication', references: 2 },
      { type: 'AXUIElement', what: 'pay', references: 1 },
      { type: 'CFBoolean', what: 'true', references: 1 },
    ]);
    expect(() => simulator.demandHonesty()).toThrow('AXUIElementCreateApplication');
    caller.release(app, app, pay, value);
    expect(simulator.report().leaks).toEqual([]);
    caller.release(kept);
    expect(simulator.report()).toMatchObject({ violations: [], leaks: [] });
  });

  it('is told what it pressed and never let go', () => {
    const event = caller.ref('CGEventCreateKeyboardEvent', null, 0x24, true);
    caller.call('CGEventSetFlags', event, 0x100000);
    caller.call('CGEventPost', 0, event);
    caller.mouse(1, 20, 20);
    caller.release(event);
    expect(simulator.report().down).toEqual({ flags: 0x100000, keys: [0x24], buttons: ['left'] });
    expect(() => simulator.demandHonesty()).toThrow('left');
    caller.mouse(2, 20, 20);
    caller.key(0x24);
    expect(simulator.report().down).toEqual({ flags: 0, keys: [], buttons: [] });
  });
});
