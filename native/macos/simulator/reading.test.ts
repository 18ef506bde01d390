import { afterEach, beforeEach, expect, it } from 'vitest';
import { Caller, type Ref } from './caller.fixture';
import { describeSimulated } from './describe-simulated.fixture';

const APP = 4242;

await describeSimulated('reading a scripted screen', (simulator) => {
  const caller = new Caller(simulator.library);
  let app: Ref = null;

  beforeEach(() => {
    simulator.load({
      apps: [
        {
          pid: APP,
          name: 'Notes',
          windows: [
            {
              id: 'main',
              title: 'All notes',
              frame: [10, 20, 400, 300],
              children: [
                { id: 'save', role: 'AXButton', title: 'Save', enabled: 1, frame: [20, 30, 60, 20] },
                { id: 'name', role: 'AXTextField', description: 'Name', value: 'héllo 🙂', focused: true },
                {
                  id: 'odd',
                  role: 'AXGroup',
                  attributes: { AXTitleUIElement: null, AXBroken: { error: -25200 } },
                },
              ],
            },
          ],
        },
      ],
    });
    app = caller.application(APP);
  });

  afterEach(() => {
    caller.release(app);
    simulator.demandHonesty();
  });

  it('gives roles, titles, values and frames', () => {
    const [window] = caller.elements(app, 'AXWindows');
    const name = caller.find(app, 'Name');
    expect(caller.copyText(window ?? null, 'AXTitle')).toBe('All notes');
    expect(caller.copyText(name, 'AXRole')).toBe('AXTextField');
    expect(caller.copyText(name, 'AXValue')).toBe('héllo 🙂');
    const frame = caller.copy(window ?? null, 'AXFrame');
    const numbers = new Float64Array(4);
    expect(caller.number('AXValueGetValue', frame.value, 3, numbers)).toBe(1);
    expect([...numbers]).toEqual([10, 20, 400, 300]);
    caller.release(window ?? null, name, frame.value);
  });

  it('tells NoValue from AttributeUnsupported', () => {
    const odd = caller.elements(app, 'AXWindows').map((window) => {
      const all = caller.elements(window, 'AXChildren');
      caller.release(window, all[0] ?? null, all[1] ?? null);
      return all[2] ?? null;
    })[0];
    expect(caller.copy(odd ?? null, 'AXTitleUIElement').error).toBe(-25212);
    expect(caller.copy(odd ?? null, 'AXNoSuchThing').error).toBe(-25205);
    expect(caller.copy(odd ?? null, 'AXBroken').error).toBe(-25200);
    caller.release(odd ?? null);
  });

  it('gives another pointer for one element each time, and they are equal', () => {
    const first = caller.find(app, 'Save');
    const second = caller.find(app, 'Save');
    expect(first).not.toBe(second);
    expect(caller.number('CFEqual', first, second)).toBe(1);
    expect(caller.call('CFHash', first)).toBe(caller.call('CFHash', second));
    caller.release(first, second);
  });

  it('puts an AXError, or a CFNull, into slots of a batched read', () => {
    const save = caller.find(app, 'Save');
    const names = ['AXTitle', 'AXNoSuchThing', 'AXRole'].map((name) => caller.string(name));
    const array = caller.arrayOf(names);
    simulator.fault({ element: 'save', name: 'AXRole', fault: { kind: 'slot', code: null } });
    const out: [Ref] = [null];
    expect(caller.number('AXUIElementCopyMultipleAttributeValues', save, array, 0, out)).toBe(0);
    const [title, missing, role] = caller.items(out[0]);
    const code = new Float64Array(1);
    expect(caller.text(title ?? null)).toBe('Save');
    expect(caller.number('AXValueGetType', missing)).toBe(5);
    expect(caller.number('AXValueGetValue', missing, 5, code)).toBe(1);
    expect(new Int32Array(code.buffer)[0]).toBe(-25205);
    expect(role).toBe(caller.constant('kCFNull'));
    caller.release(out[0], array, ...names, save);
  });

  it('gives a number where the script has one', () => {
    const save = caller.find(app, 'Save');
    const { value } = caller.copy(save, 'AXEnabled');
    const number = new Float64Array(1);
    expect(caller.number('CFNumberGetValue', value, 13, number)).toBe(1);
    expect(number[0]).toBe(1);
    caller.release(value, save);
  });

  it('tells what can be set and done', () => {
    const settable = (element: Ref, attribute: string): readonly [number, number] => {
      const out = [0];
      const error = caller.withString(attribute, (name) =>
        caller.number('AXUIElementIsAttributeSettable', element, name, out),
      );
      return [error, Number(out[0])];
    };
    const name = caller.find(app, 'Name');
    const save = caller.find(app, 'Save');
    expect(settable(name, 'AXValue')).toEqual([0, 1]);
    expect(settable(save, 'AXTitle')).toEqual([0, 0]);
    expect(settable(save, 'AXNoSuchThing')).toEqual([-25205, 0]);
    const out: [Ref] = [null];
    expect(caller.number('AXUIElementCopyActionNames', save, out)).toBe(0);
    expect(caller.items(out[0]).map((action) => caller.text(action))).toEqual(['AXPress']);
    caller.release(out[0], name, save);
  });

  it('gives the text of a range, in UTF-16 units', () => {
    const ofRange = (element: Ref, location: number, length: number): string => {
      const range = caller.ref('AXValueCreate', 4, BigInt64Array.of(BigInt(location), BigInt(length)));
      const out: [Ref] = [null];
      const error = caller.withString('AXStringForRange', (attribute) =>
        caller.number('AXUIElementCopyParameterizedAttributeValue', element, attribute, range, out),
      );
      const text = error === 0 ? caller.text(out[0]) : `${error}`;
      caller.release(range, ...(error === 0 ? out : []));
      return text;
    };
    const name = caller.find(app, 'Name');
    const save = caller.find(app, 'Save');
    expect(ofRange(name, 1, 4)).toBe('éllo');
    expect(ofRange(name, 6, 2)).toBe('🙂');
    expect(ofRange(name, 6, 3)).toBe('-25201');
    expect(ofRange(save, 0, 1)).toBe('-25213');
    caller.release(name, save);
  });
});
