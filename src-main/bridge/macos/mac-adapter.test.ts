import { afterEach, beforeEach, expect, it } from 'vitest';
import { systemClock } from '../../../native/macos/accessibility/clock';
import { tracingLedger } from '../../../native/macos/core-foundation/ledger';
import {
  openSimulatedProgram,
  type SimulatedProgram,
} from '../../../native/macos/lane/simulated-program.fixture';
import { describeSimulated } from '../../../native/macos/simulator/describe-simulated.fixture';
import type { ElementScript } from '../../../native/macos/simulator/script.fixture';
import { type Adapter, fullBudget } from '../adapter';
import { act, failureOf, looked, nodeIn, now, valueOf } from '../conformance/case.fixture';
import type { Stage } from '../conformance/stage.fixture';
import { macAdapter } from './mac-adapter';
import { programOn } from './stage.fixture';

const pid = 77;
const frame = [20, 20, 100, 20] as const;

await describeSimulated('the adapter of a Mac', (simulator) => {
  let lane: SimulatedProgram;
  let adapter: Adapter;

  const open = (...children: readonly ElementScript[]) => {
    simulator.load({
      apps: [
        {
          pid,
          name: 'Notes',
          frontmost: true,
          manualAccessibility: { works: true },
          windows: [{ id: 'main', title: 'Main', frame: [0, 0, 400, 300], children }],
        },
        { pid: 78, name: 'Other', windows: [{ id: 'other', behind: true, frame: [500, 0, 100, 100] }] },
      ],
    });
    lane = openSimulatedProgram(simulator.library, pid, systemClock, tracingLedger(), 0.2);
    adapter = macAdapter(programOn(simulator, lane, { pid, name: 'Notes' }), null);
  };
  const stage = (): Pick<Stage, 'adapter'> => ({ adapter });
  const node = async (role: string, name: string) =>
    nodeIn(valueOf(await adapter.tree(fullBudget, now())), role, name);
  const arrivals = () => simulator.takeArrivals().map(({ name, element }) => [name, element]);

  beforeEach(() => simulator.reset());
  afterEach(() => {
    simulator.forgetFaults();
    simulator.release();
    lane.end();
    simulator.demandHonesty();
  });

  it('shows what is out of view before it looks at it', async () => {
    const AXScrollToVisible = { do: 'move', target: 'deep', by: [0, -200] } as const;
    open({
      role: 'AXScrollArea',
      frame: [0, 0, 200, 100],
      children: [
        {
          id: 'deep',
          role: 'AXButton',
          title: 'Deep',
          frame: [20, 220, 80, 20],
          actions: { AXScrollToVisible },
        },
      ],
    });
    const deep = await node('button', 'Deep');
    expect(deep.states).toContain('offscreen');
    expect(await looked(stage(), deep)).toMatchObject({
      visible: true,
      hit: { at: { x: 60, y: 30 }, covering: null },
    });
  });

  it('points at the middle of what is seen of an element', async () => {
    const list: ElementScript = { id: 'list', role: 'AXList', title: 'List', frame: [0, 40, 200, 2_000] };
    open({ role: 'AXScrollArea', frame: [0, 0, 200, 100], children: [list] });
    expect((await looked(stage(), await node('list', 'List'))).hit?.at).toEqual({ x: 100, y: 70 });
  });

  it('has a sheet stand in front also of what it does not lie over', async () => {
    open({ id: 'send', role: 'AXButton', title: 'Send', frame });
    const send = await node('button', 'Send');
    const sheet: ElementScript = { id: 'sheet', role: 'AXSheet', title: 'Sure?', frame: [200, 200, 50, 50] };
    simulator.do({ do: 'open', parent: 'main', element: sheet });
    expect(failureOf(await act(stage(), send, { kind: 'press' }))).toBe('covered');
    expect((await looked(stage(), send)).hit?.covering).toBe('dialog "Sure?"');
    expect(arrivals()).toEqual([]);
  });

  it('shows a menu where there is one to show, and clicks no middle button', async () => {
    open(
      { id: 'plain', role: 'AXButton', title: 'Plain', frame, actions: { AXPress: [] } },
      { id: 'more', role: 'AXMenuButton', title: 'More', frame: [20, 60, 100, 20] },
    );
    const plain = await node('button', 'Plain');
    expect(failureOf(await act(stage(), plain, { kind: 'show_menu' }))).toBe('unsupported');
    const middle = { kind: 'pointer', button: 'middle', clicks: 1 } as const;
    expect(failureOf(await act(stage(), plain, middle))).toBe('unsupported');
    expect(arrivals()).toEqual([]);
    expect(valueOf(await act(stage(), await node('button', 'More'), { kind: 'show_menu' }))).toBe('accepted');
    expect(arrivals()).toEqual([['AXShowMenu', 'more']]);
  });

  it('closes a pop-up menu that lacks the option, and says which there are', async () => {
    const items = ['Red', 'Green'].map((title) => ({ id: title, role: 'AXMenuItem', title }));
    const menu: ElementScript = { id: 'menu', role: 'AXMenu', refilled: true, children: items };
    open({ id: 'pop', role: 'AXPopUpButton', title: 'Colour', value: 'Red', frame, children: [menu] });
    const chosen = await act(stage(), await node('combobox', 'Colour'), { kind: 'select', option: 'Blue' });
    expect(chosen).toMatchObject({
      failure: { code: 'not_found', next: 'Choose one of: Red, Green.' },
    });
    expect(simulator.look('menu')?.open).toBe(false);
  });

  it('does not know whether a press that is not answered was done, and says so', async () => {
    open({ id: 'send', role: 'AXButton', title: 'Send', frame, actions: { AXPress: [] } });
    const send = await node('button', 'Send');
    simulator.fault({ name: 'AXPress', fault: { kind: 'error', code: -25204, happened: true } });
    expect(failureOf(await act(stage(), send, { kind: 'press' }))).toBe('delivery_unknown');
    expect(arrivals()).toEqual([['AXPress', 'send']]);
  });

  it('wakes a program that tells nothing of its windows, and reads it then', async () => {
    open({ role: 'AXWebArea', frame, lazy: true, children: [{ role: 'AXButton', title: 'Late', frame }] });
    expect((await node('button', 'Late')).states).toEqual([]);
  });

  it('types nowhere while another program is in front, and no text into a secure field', async () => {
    const plain: ElementScript = { id: 'name', role: 'AXTextField', title: 'Name', value: '', frame };
    const secure = { ...plain, id: 'pin', subrole: 'AXSecureTextField', title: 'PIN' };
    open(plain, { ...secure, frame: [20, 60, 100, 20] });
    const typed = async () => failureOf(await adapter.input({ kind: 'type', text: 'x' }, now()));
    valueOf(await act(stage(), await node('textbox', 'PIN'), { kind: 'focus' }));
    expect(await typed()).toBe('secure_field');
    valueOf(await act(stage(), await node('textbox', 'Name'), { kind: 'focus' }));
    simulator.do({ do: 'activate', target: 'other' });
    expect(await typed()).toBe('not_frontmost');
    expect(arrivals().filter(([name]) => name !== 'AXFocused')).toEqual([]);
  });
});
