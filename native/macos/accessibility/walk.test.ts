import { afterEach, beforeEach, expect, it } from 'vitest';
import { openSimulatedAx, type SimulatedAx, valueOf } from '../simulated-ax.fixture';
import { describeSimulated } from '../simulator/describe-simulated.fixture';
import type { ElementScript } from '../simulator/script.fixture';
import type { RawNode } from './raw-node';
import { type WalkBudget, walk } from './walk';

const pid = 4242;
const ample: WalkBudget = { nodes: 1_000, depth: 50, children: 500, milliseconds: 60_000 };

/** As an outline: role, the first name that there is, and the hole. */
function outlineOf(nodes: readonly RawNode[]): readonly string[] {
  const depths: number[] = [];
  return nodes.map(({ role, names, parent, hole }) => {
    const depth = parent < 0 ? 0 : (depths[parent] ?? 0) + 1;
    depths.push(depth);
    const name =
      [names.title, names.description, names.titleElement, names.placeholder, names.childText].find(
        (source) => source !== '',
      ) ?? '';
    return `${'  '.repeat(depth)}${role}${name === '' ? '' : ` "${name}"`}${hole === null ? '' : ` (${hole})`}`;
  });
}

await describeSimulated('a walk through a program', (simulator) => {
  let at: SimulatedAx;
  const load = (...children: readonly ElementScript[]) => {
    simulator.load({
      apps: [
        {
          pid,
          name: 'Notes',
          windows: [{ id: 'main', title: 'All notes', frame: [0, 0, 800, 600], children }],
        },
      ],
    });
    at = openSimulatedAx(simulator.library, pid);
  };
  const walked = (budget: Partial<WalkBudget> = {}, now = () => 0) =>
    valueOf(walk(at.ax, at.identities, at.app, { ...ample, ...budget }, now));
  const outline = (budget: Partial<WalkBudget> = {}) => outlineOf(walked(budget));
  const button = (id: string): ElementScript => ({
    id,
    role: 'AXButton',
    title: id,
    frame: [10, 10, 50, 20],
  });

  beforeEach(() => simulator.forgetFaults());
  afterEach(() => {
    simulator.forgetFaults();
    at.end();
    simulator.demandHonesty();
  });

  it('gives the tree in preorder, with what each element says of itself', () => {
    load(
      { role: 'AXGroup', children: [button('Save'), { role: 'AXStaticText', value: 'Saved' }] },
      { role: 'AXCheckBox', description: 'Done', value: 1, focused: true, frame: [1, 2, 3, 4] },
      { role: 'AXTextField', placeholder: 'Search', value: 'né 🙂', enabled: 0 },
    );
    expect(outline()).toEqual([
      'AXApplication "Notes"',
      '  AXWindow "All notes"',
      '    AXGroup "Saved"',
      '      AXButton "Save"',
      '      AXStaticText',
      '    AXCheckBox "Done"',
      '    AXTextField "Search"',
    ]);
    const [, , , save, , done, search] = walked();
    expect(save).toMatchObject({ frame: { x: 10, y: 10, width: 50, height: 20 }, parent: 2 });
    expect(save?.actions).toContain('AXPress');
    expect(done).toMatchObject({
      value: { kind: 'number', number: 1 },
      states: { focused: true, enabled: true },
      frame: { x: 1, y: 2, width: 3, height: 4 },
    });
    expect(search).toMatchObject({
      value: { kind: 'text', text: 'né 🙂', cut: false },
      states: { enabled: false, settable: true },
    });
  });

  it('takes the name from the element that is there for it', () => {
    load(
      { id: 'label', role: 'AXStaticText', value: 'Your name' },
      { id: 'name', role: 'AXTextField', attributes: { AXTitleUIElement: { element: 'label' } } },
    );
    expect(walked().at(-1)?.names).toEqual({
      title: '',
      description: '',
      titleElement: 'Your name',
      placeholder: '',
      childText: '',
    });
  });

  it('never asks for the value of a secure field, nor of one whose role cannot be read', () => {
    load(
      { id: 'secret', role: 'AXTextField', subrole: 'AXSecureTextField', value: 'hunter2' },
      { id: 'odd', role: 'AXTextField', value: 'perhaps a secret' },
      { role: 'AXTextField', attributes: { AXTitleUIElement: { element: 'secret' } } },
    );
    simulator.fault({
      element: 'odd',
      name: 'AXSubrole',
      times: 'always',
      fault: { kind: 'slot', code: -25204 },
    });
    const nodes = walked();
    expect(nodes.slice(2).map(({ value }) => value.kind)).toEqual(['secret', 'secret', 'text']);
    expect(JSON.stringify(nodes)).not.toMatch(/hunter2|perhaps/);
  });

  it('tells an element once, though two proxies lead to it', () => {
    load(button('Save'));
    simulator.do({
      do: 'set',
      target: 'main',
      attribute: 'AXChildren',
      value: [{ element: 'Save' }, { element: 'Save' }],
    });
    expect(outline()).toEqual(['AXApplication "Notes"', '  AXWindow "All notes"', '    AXButton "Save"']);
  });

  it('gives the same element the same identity the next time', () => {
    load(button('a'), button('b'));
    const identities = () => walked().map(({ identity }) => identity);
    expect(identities()).toEqual(identities());
  });

  it.each([
    [
      { nodes: 4 },
      ['AXApplication', '  AXWindow (node_budget)', '    AXGroup (node_budget)', '    AXGroup (node_budget)'],
    ],
    [
      { depth: 2 },
      [
        'AXApplication',
        '  AXWindow',
        '    AXGroup (depth_budget)',
        '    AXGroup (depth_budget)',
        '    AXButton',
      ],
    ],
    [
      { children: 2 },
      [
        'AXApplication',
        '  AXWindow (child_budget)',
        '    AXGroup',
        '      AXButton',
        '    AXGroup (child_budget)',
        '      AXButton',
        '      AXButton',
      ],
    ],
  ])('leaves out what goes beyond %j, and says where', (budget, expected) => {
    load(
      { role: 'AXGroup', children: [button('a')] },
      { role: 'AXGroup', children: [button('b'), button('c'), button('d')] },
      button('e'),
    );
    expect(outline(budget).map((line) => line.replace(/ "[^"]*"/, ''))).toEqual(expected);
  });

  it('ends where its time is over, and says where', () => {
    load({ role: 'AXGroup', children: [button('a')] }, button('b'));
    let now = 0;
    const nodes = walked({ milliseconds: 4 }, () => {
      now += 1;
      return now;
    });
    expect(outlineOf(nodes)).toEqual(['AXApplication "Notes"', '  AXWindow "All notes" (time_budget)']);
  });

  it('looks at its time between two answers of a program that is slow', () => {
    load(...Array.from({ length: 50 }, (_, index) => button(`b${index}`)));
    simulator.fault({
      symbol: 'AXUIElementCopyActionNames',
      times: 'always',
      fault: { kind: 'slow', milliseconds: 40 },
    });
    const nodes = walked({ milliseconds: 200 }, () => performance.now());
    expect(nodes.length).toBeLessThan(12);
    expect(nodes[1]?.hole).toBe('time_budget');
  });

  it('tells what cannot be read as a hole', () => {
    load({ id: 'group', role: 'AXGroup', children: [button('a')] }, button('b'));
    simulator.fault({
      element: 'group',
      symbol: 'AXUIElementCopyAttributeValues',
      fault: { kind: 'error', code: -25204 },
    });
    expect(outline()).toContain('    AXGroup (unreadable)');
    simulator.forgetFaults();
    simulator.fault({ element: 'b', times: 'always', fault: { kind: 'error', code: -25202 } });
    expect(outline()).toEqual([
      'AXApplication "Notes"',
      '  AXWindow "All notes" (unreadable)',
      '    AXGroup',
      '      AXButton "a"',
    ]);
  });

  it('fails only where the root does not answer', () => {
    load(button('a'));
    simulator.fault({ times: 'always', fault: { kind: 'error', code: -25204 } });
    expect(walk(at.ax, at.identities, at.app, ample, () => 0)).toEqual({
      ok: false,
      failure: { problem: 'no_answer', error: 'CannotComplete' },
    });
  });

  it.each(['AXTable', 'AXOutline'])(
    'reads of %s with endless rows those on the screen, and builds none',
    (role) => {
      load({
        id: 'list',
        role,
        rows: {
          endless: true,
          visible: [3, 4],
          template: { role: 'AXRow', children: [{ role: 'AXStaticText', value: 'row {i}' }] },
        },
      });
      const nodes = walked();
      expect(nodes.find((node) => node.role === role)?.hole).toBe('child_budget');
      const texts = nodes.flatMap(({ value }) => (value.kind === 'text' ? [value.text] : []));
      expect(texts).toEqual(['row 3', 'row 4', 'row 5', 'row 6']);
      expect(simulator.report().realisedRows).toEqual({ list: 0 });
    },
  );

  it('reads a list whose rows are all on the screen whole', () => {
    load({
      id: 'list',
      role: 'AXTable',
      rows: {
        count: 3,
        visible: [0, 3],
        template: { role: 'AXRow', children: [{ role: 'AXStaticText', value: 'row {i}' }] },
      },
    });
    expect(outline().slice(2)).toEqual([
      '    AXTable',
      '      AXRow "row 0"',
      '        AXStaticText',
      '      AXRow "row 1"',
      '        AXStaticText',
      '      AXRow "row 2"',
      '        AXStaticText',
    ]);
  });
});
