import { afterEach, beforeEach, expect, it } from 'vitest';
import { Caller, type Ref } from './caller.fixture';
import { describeSimulated } from './describe-simulated.fixture';

await describeSimulated('a long list', (simulator) => {
  const caller = new Caller(simulator.library);
  let app: Ref = null;
  let list: Ref = null;

  beforeEach(() => {
    simulator.load({
      apps: [
        {
          pid: 7,
          name: 'Mail',
          windows: [
            {
              id: 'main',
              frame: [0, 0, 400, 400],
              children: [
                {
                  id: 'list',
                  role: 'AXTable',
                  title: 'Messages',
                  frame: [0, 0, 400, 200],
                  rows: {
                    count: 5000,
                    height: 20,
                    visible: [0, 10],
                    grows: 100,
                    template: {
                      role: 'AXRow',
                      children: [{ id: 'subject-{i}', role: 'AXStaticText', value: 'Message {i}' }],
                    },
                  },
                },
                {
                  id: 'log',
                  role: 'AXTable',
                  title: 'Log',
                  rows: { endless: true, height: 20, visible: [0, 3] },
                },
              ],
            },
          ],
        },
      ],
    });
    app = caller.application(7, 0.03);
    list = caller.find(app, 'Messages');
  });

  afterEach(() => {
    caller.release(app, list);
    simulator.demandHonesty();
  });

  const realised = () => simulator.report().realisedRows['list'];

  it('is listed whole without being built', () => {
    const rows = caller.elements(list, 'AXRows');
    expect(rows).toHaveLength(5000);
    expect(realised()).toBe(0);
    caller.release(...rows);
  });

  it('shows its visible rows for nothing, and counts the others that are read', () => {
    const visible = caller.elements(list, 'AXVisibleRows');
    expect(visible).toHaveLength(10);
    for (const row of visible) caller.release(...caller.elements(row, 'AXChildren'));
    expect(realised()).toBe(0);
    const out: [Ref] = [null];
    caller.withString('AXRows', (name) =>
      caller.number('AXUIElementCopyAttributeValues', list, name, 42, 2, out),
    );
    const [row] = caller.items(out[0]);
    const [subject] = caller.elements(row!, 'AXChildren');
    expect(caller.copyText(subject!, 'AXValue')).toBe('Message 42');
    expect(realised()).toBe(1);
    expect(simulator.look('list/42')?.frame).toEqual([0, 840, 400, 20]);
    caller.release(...visible, subject!, out[0]);
  });

  it('scrolls under the wheel, and builds what comes into view', () => {
    const wheel = caller.ref('CGEventCreateScrollWheelEvent2', null, 1, 1, -30, 0, 0);
    caller.mouse(5, 100, 100);
    const here = caller.ref('CGEventCreateScrollWheelEvent2', null, 1, 1, -30, 0, 0);
    caller.call('CGEventPost', 0, here);
    expect(simulator.arrivals()).toMatchObject([{ kind: 'scroll', outcome: 'done', value: '0,-30 lines' }]);
    const visible = caller.elements(list, 'AXVisibleRows');
    expect(caller.number('CFEqual', visible[0]!, visible[0]!)).toBe(1);
    expect(simulator.look('list/30')?.frame).toEqual([0, 0, 400, 20]);
    expect(realised()).toBe(0);
    caller.release(wheel, here, ...visible);
  });

  it('grows when its last row is built', () => {
    const count = (): number => {
      const out = [0];
      caller.withString('AXRows', (name) =>
        caller.call('AXUIElementGetAttributeValueCount', list, name, out),
      );
      return Number(out[0]);
    };
    const out: [Ref] = [null];
    caller.withString('AXRows', (name) =>
      caller.number('AXUIElementCopyAttributeValues', list, name, 4999, 10, out),
    );
    expect(caller.items(out[0])).toHaveLength(1);
    caller.copyText(caller.items(out[0])[0]!, 'AXRole');
    expect(count()).toBe(5100);
    caller.release(out[0]);
  });

  it('is never read whole where it is endless', () => {
    const log = caller.find(app, 'Log');
    const out: [Ref] = [null];
    expect(caller.copy(log, 'AXChildren').error).toBe(-25204);
    expect(
      caller.withString('AXRows', (name) =>
        caller.number('AXUIElementCopyAttributeValues', log, name, 7, 3, out),
      ),
    ).toBe(0);
    expect(caller.items(out[0])).toHaveLength(3);
    caller.release(out[0], log);
  });

  it('has other rows once it is built anew', () => {
    const before = caller.elements(list, 'AXVisibleRows');
    simulator.do({ do: 'rebuild_rows', target: 'list' });
    expect(caller.copy(before[0]!, 'AXRole').error).toBe(-25202);
    const visible = caller.elements(list, 'AXVisibleRows');
    expect(caller.number('CFEqual', before[0]!, visible[0]!)).toBe(0);
    caller.release(...before, ...visible);
  });

  it('selects the row that is clicked, and moves the selection with the arrows', () => {
    caller.click(50, 50);
    caller.key(0x7d);
    expect(simulator.arrivals().at(-1)).toMatchObject({ element: 'list', name: 'Down', outcome: 'done' });
    const selected = caller.elements(list, 'AXSelectedRows');
    expect(selected).toHaveLength(1);
    const { value } = caller.copy(selected[0]!, 'AXIndex');
    const index = new Float64Array(1);
    caller.call('CFNumberGetValue', value, 13, index);
    expect(index[0]).toBe(3);
    caller.release(value, ...selected);
  });
});
