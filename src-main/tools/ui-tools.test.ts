import { describe, expect, it } from 'vitest';
import { deskAtWork, refOf } from '../bridge/desk-at-work.fixture';
import { SimulatedDesktop } from '../bridge/simulated-desktop.fixture';
import { parseDiff } from '../contract/diff-outline';
import { parseOutline } from '../contract/outline';
import type { Mode } from '../contract/run-options';
import { clickTool } from './click';
import { findTool } from './find';
import { pressKeyTool } from './press-key';
import { readElementTool } from './read-element';
import { screenshotTool } from './screenshot';
import { scrollTool } from './scroll';
import { selectOptionTool } from './select-option';
import { setValueTool } from './set-value';
import { snapshotTool } from './snapshot';
import { textOf, tryTool, whyInvalid } from './try-tool.fixture';
import { typeTextTool } from './type-text';
import { waitForTool } from './wait-for';

function setUp(mode: Mode = 'mixed') {
  const sim = new SimulatedDesktop();
  const form = sim.add('form', 'Ticket');
  const name = sim.add('textbox', 'Name', { value: '' }, form);
  const kind = sim.add('combobox', 'Priority', { value: 'Low' }, form);
  const list = sim.add('list', 'Tickets');
  const work = deskAtWork(sim, mode);
  return { sim, form, name, kind, list, work, context: work.caller('c1') };
}

describe('snapshot', () => {
  it('shows the window as an outline that parses back', async () => {
    const { work, context } = setUp();
    const text = textOf(await tryTool(snapshotTool(work.desk), {}, context));
    expect(text).toBe(
      [
        'snapshot s1 of sim "Simulated", 5 elements',
        '- window "Simulated" s1:e1',
        '  - form "Ticket" s1:e2',
        '    - textbox "Name" s1:e3 = ""',
        '    - combobox "Priority" s1:e4 = "Low"',
        '  - list "Tickets" s1:e5',
      ].join('\n'),
    );
    expect(parseOutline(text)?.nodes).toHaveLength(5);
  });

  it('shows a part of it, from a fresh snapshot', async () => {
    const { form, work, context } = setUp();
    const first = await work.snapshot();
    const text = textOf(await tryTool(snapshotTool(work.desk), { within: refOf(first, form) }, context));
    expect(text.split('\n')).toEqual([
      'snapshot s2 of sim "Simulated", 5 elements',
      '- form "Ticket" s2:e2',
      '  - textbox "Name" s2:e3 = ""',
      '  - combobox "Priority" s2:e4 = "Low"',
    ]);
  });

  it('cuts a long one, says how to go on, and goes on', async () => {
    const { sim, list, work, context } = setUp();
    for (let row = 1; row <= 500; row += 1) sim.add('row', `Ticket ${row}`, {}, list);
    const tool = snapshotTool(work.desk);
    const text = textOf(await tryTool(tool, {}, context));
    expect(text.split('\n').at(-1)).toBe(
      '(cut: lines 401 to 505 of 505 are left out. Use find, or snapshot with within, or with from: 401.)',
    );
    const rest = textOf(await tryTool(tool, { from: 401 }, context));
    const names = [text, rest].flatMap((each) => parseOutline(each)?.nodes.map((node) => node.name) ?? []);
    expect(names.slice(5)).toEqual(Array.from({ length: 500 }, (_, index) => `Ticket ${index + 1}`));
  });

  it('says what became of the part that was asked for', async () => {
    const { sim, list, work, context } = setUp();
    const first = await work.snapshot();
    sim.remove(list);
    const outcome = await tryTool(snapshotTool(work.desk), { within: refOf(first, list) }, context);
    expect(outcome.failure).toMatchObject({ code: 'stale_ref' });
    expect(parseDiff(textOf(outcome))?.removed).toMatchObject([{ name: 'Tickets' }]);
  });
});

describe('find', () => {
  it('returns only what fits, with refs of a fresh snapshot', async () => {
    const { sim, list, work, context } = setUp();
    for (const name of ['Printer jam', 'Network down', 'Printer ink']) sim.add('row', name, {}, list);
    const found = await tryTool(findTool(work.desk), { text: 'PRINTER', role: 'row' }, context);
    expect(textOf(found).split('\n')).toEqual([
      'snapshot s1 of sim "Simulated", 8 elements',
      '2 of 2 that fit.',
      '- row "Printer jam" s1:e6',
      '- row "Printer ink" s1:e8',
    ]);
    expect(parseOutline(textOf(found))?.nodes).toHaveLength(2);
  });

  it('finds values too, and nothing where nothing fits', async () => {
    const { work, context } = setUp();
    expect(textOf(await tryTool(findTool(work.desk), { text: 'low' }, context))).toContain(
      'combobox "Priority"',
    );
    expect(textOf(await tryTool(findTool(work.desk), { role: 'table' }, context))).toContain(
      '0 of 0 that fit.',
    );
    expect(whyInvalid(findTool(work.desk), {})).toBe(
      'The input of find does not fit: give a text, a role, or both.',
    );
  });
});

describe('read_element', () => {
  it('reads one element as it is now', async () => {
    const { name, work, context } = setUp();
    const first = await work.snapshot();
    name.value = 'Ada "the first"';
    name.states.add('focused');
    const read = await tryTool(readElementTool(work.desk), { ref: refOf(first, name) }, context);
    expect(textOf(read)).toBe('- textbox "Name" s1:e3 = "Ada \\"the first\\"" [focused]\nvisible');
    name.coveredBy = 'banner "Cookies"';
    const covered = await tryTool(readElementTool(work.desk), { ref: refOf(first, name) }, context);
    expect(textOf(covered)).toMatch(/\nvisible, covered by banner "Cookies"$/);
  });
});

describe('a writing tool', () => {
  it('says what is known of the write, and what has changed', async () => {
    const { name, work, context } = setUp();
    const first = await work.snapshot();
    const outcome = await tryTool(
      setValueTool(work.desk),
      { ref: refOf(first, name), value: 'Ada' },
      context,
    );
    expect(outcome).toMatchObject({ failure: null, delivery: 'observed' });
    expect(textOf(outcome)).toBe(
      'Done: the change was seen.\nchanges from s1 to s2: 0 added, 0 removed, 1 changed, 0 moved\n~ - textbox "Name" s2:e3 = "Ada" (value was "")',
    );
  });

  it('leaves the words of a failure to the failure, and adds what was seen', async () => {
    const { sim, name, work, context } = setUp();
    const first = await work.snapshot();
    sim.rerender(name);
    const outcome = await tryTool(clickTool(work.desk), { ref: refOf(first, name) }, context);
    expect(outcome).toMatchObject({ failure: { code: 'stale_ref' }, delivery: null });
    expect(textOf(outcome)).toMatch(/^changes from s1 to s2: 1 added, 1 removed/);
  });

  it('says that no picture could be taken', async () => {
    const { sim, name, work, context } = setUp();
    const first = await work.snapshot();
    sim.gate = (step) => {
      if (step === 'screenshot')
        sim.blind = { code: 'target_gone', sentence: 'The window is hidden.', next: 'Show it.' };
      return null;
    };
    const outcome = await tryTool(clickTool(work.desk), { ref: refOf(first, name) }, context);
    expect(outcome.failure).toBeNull();
    expect(textOf(outcome)).toMatch(/\nNo picture was taken: The window is hidden\.$/);
  });

  it('does each its own thing', async () => {
    const { sim, name, kind, list, work, context } = setUp('sequential');
    const first = await work.snapshot();
    const { desk } = work;
    const ref = refOf(first, name);
    await tryTool(selectOptionTool(desk), { ref: refOf(first, kind), option: 'High' }, context);
    await tryTool(typeTextTool(desk), { ref, text: 'Hello' }, context);
    await tryTool(pressKeyTool(desk), { key: 'Control+a' }, context);
    await tryTool(scrollTool(desk), { ref: refOf(first, list), down: 50 }, context);
    expect(sim.arrivals).toEqual([
      { kind: 'select', option: 'High' },
      { kind: 'focus' },
      { kind: 'type', text: 'Hello' },
      { kind: 'key', chord: 'Control+a' },
      { kind: 'scroll', dx: 0, dy: 50 },
    ]);
    expect(sim.hits.map((hit) => hit.name)).toEqual(['Priority', 'Name', 'Name', 'Name', 'Tickets']);
  });

  it('writes the whole window, and a reading one only reads it', () => {
    const { work } = setUp();
    const of = (tool: ReturnType<typeof clickTool>, input: unknown) => {
      const prepared = tool.prepare(input);
      return prepared.kind === 'prepared' ? [tool.effect, prepared.footprint] : prepared.failure;
    };
    expect(of(clickTool(work.desk), { ref: 's1:e1' })).toEqual(['write', { reads: [], writes: ['ui:sim'] }]);
    expect(of(pressKeyTool(work.desk), { key: 'a' })).toEqual(['write', { reads: [], writes: ['ui:sim'] }]);
    expect(of(snapshotTool(work.desk), {})).toEqual(['read', { reads: ['ui:sim'], writes: [] }]);
    expect(of(waitForTool(work.desk), { text: 'x' })).toEqual(['read', { reads: ['ui:sim'], writes: [] }]);
  });

  it.each(['', 'Ctrl+', 'Control+Shift', 'two words', 'a+b+c'])('refuses the key %j', (key) => {
    expect(whyInvalid(pressKeyTool(setUp().work.desk), { key })).toContain('a key looks like');
  });

  it.each(['a', '+', 'Enter', 'Control++', 'Control+Shift+ArrowLeft', 'ä'])('takes the key %j', (key) => {
    expect(whyInvalid(pressKeyTool(setUp().work.desk), { key })).toBeNull();
  });
});

describe('wait_for', () => {
  it('returns the lines that fit', async () => {
    const { sim, work, context } = setUp();
    sim.add('status', 'Ticket #1301 created');
    const outcome = await tryTool(waitForTool(work.desk), { text: 'created', role: 'status' }, context);
    expect(textOf(outcome).split('\n').at(-1)).toBe('- status "Ticket #1301 created" s1:e6');
  });

  it('fails with what is the matter', async () => {
    const { work, context } = setUp();
    const outcome = await tryTool(waitForTool(work.desk), { text: 'Toast', seconds: 0.3 }, context);
    expect(outcome.failure).toMatchObject({
      code: 'timed_out',
      sentence: 'No element with "Toast" has appeared after 300 ms.',
    });
  });
});

describe('screenshot', () => {
  it('returns the picture, and records it', async () => {
    const { work, context } = setUp();
    const outcome = await tryTool(screenshotTool(work.desk), {}, context);
    const [event] = work.events;
    expect(event).toMatchObject({ type: 'screenshot-taken', snapshot: null, width: 100 });
    expect(outcome.content).toEqual([
      { type: 'image', blob: [...work.blobs.keys()][0], mediaType: 'image/png' },
    ]);
  });
});
