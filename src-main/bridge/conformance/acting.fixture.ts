import assert from 'node:assert/strict';
import {
  act,
  acted,
  arrivalsAt,
  type Case,
  failureOf,
  looked,
  nodeOf,
  now,
  promise,
  refused,
  rest,
  treeOf,
  valueOf,
} from './case.fixture';

const unicode = 'Grüße, 漢字 🙂 "€"';

export const acting: readonly Case[] = [
  promise('a press arrives once, at the element that was meant', ['press'], async (stage) => {
    await acted(stage, await nodeOf(stage, 'button', 'Send'), { kind: 'press' });
    assert.deepEqual(await arrivalsAt(stage), [{ name: 'Send', kind: 'pressed', value: null }]);
    await nodeOf(stage, 'text', 'Sent 1');
  }),
  promise('a press turns a checkbox over, and back', ['press'], async (stage) => {
    const box = await nodeOf(stage, 'checkbox', 'Notify me');
    await acted(stage, box, { kind: 'press' });
    assert.ok((await looked(stage, box)).states.includes('checked'));
    await acted(stage, box, { kind: 'press' });
    assert.ok(!(await looked(stage, box)).states.includes('checked'));
    assert.equal((await arrivalsAt(stage)).length, 2);
  }),
  promise('a value is set as it is, whatever its letters', ['set_value'], async (stage) => {
    const field = await nodeOf(stage, 'textbox', 'Name');
    await acted(stage, field, { kind: 'set_value', value: unicode });
    assert.equal((await looked(stage, field)).value, unicode);
    assert.equal((await arrivalsAt(stage, 'Name')).at(-1)?.value, unicode);
    assert.deepEqual(
      (await arrivalsAt(stage)).filter(({ name }) => name !== 'Name'),
      [],
    );
  }),
  promise('an empty value empties a field', ['set_value'], async (stage) => {
    const field = await nodeOf(stage, 'textbox', 'Name');
    await acted(stage, field, { kind: 'set_value', value: '' });
    assert.equal((await looked(stage, field)).value, '');
  }),
  promise('an option is chosen by its name', ['select'], async (stage) => {
    const list = await nodeOf(stage, 'combobox', 'Colour');
    await acted(stage, list, { kind: 'select', option: 'Blue' });
    assert.equal((await looked(stage, list)).value, 'Blue');
    assert.equal((await arrivalsAt(stage, 'Colour')).at(-1)?.value, 'Blue');
  }),
  promise('an option that is not there is not chosen, nor is another', ['select'], async (stage) => {
    const list = await nodeOf(stage, 'combobox', 'Colour');
    failureOf(await act(stage, list, { kind: 'select', option: 'Purple' }));
    await rest(stage);
    assert.equal((await looked(stage, list)).value, 'Red');
    assert.equal((await arrivalsAt(stage, 'Colour')).at(-1)?.value ?? 'Red', 'Red');
  }),
  promise('a field takes the focus', ['focus'], async (stage) => {
    const field = await nodeOf(stage, 'textbox', 'Upper');
    await acted(stage, field, { kind: 'focus' });
    assert.ok((await looked(stage, field)).states.includes('focused'));
  }),
  promise('what is typed arrives in the field that has the focus', ['focus', 'type'], async (stage) => {
    const field = await nodeOf(stage, 'textbox', 'Name');
    await acted(stage, field, { kind: 'focus' });
    valueOf(await stage.adapter.input({ kind: 'key', chord: stage.selectAll }, now()));
    valueOf(await stage.adapter.input({ kind: 'type', text: unicode }, now()));
    await rest(stage);
    assert.equal((await looked(stage, field)).value, unicode);
    assert.deepEqual(
      (await arrivalsAt(stage)).filter(({ name }) => name !== 'Name'),
      [],
    );
  }),
  promise('a key arrives, and no modifier stays down', ['focus', 'key', 'type'], async (stage) => {
    const field = await nodeOf(stage, 'textbox', 'Name');
    await acted(stage, field, { kind: 'focus' });
    valueOf(await stage.adapter.input({ kind: 'key', chord: stage.selectAll }, now()));
    valueOf(await stage.adapter.input({ kind: 'key', chord: 'Backspace' }, now()));
    valueOf(await stage.adapter.input({ kind: 'type', text: 'a' }, now()));
    await rest(stage);
    assert.equal((await looked(stage, field)).value, 'a');
  }),
  promise('a chord that is none is refused', ['key'], async (stage) => {
    refused(await stage.adapter.input({ kind: 'key', chord: 'Control+Nonsense' }, now()), 'invalid_input');
  }),
  promise('a real pointer presses what it is put on', ['pointer'], async (stage) => {
    const send = await nodeOf(stage, 'button', 'Send');
    await acted(stage, send, { kind: 'pointer', button: 'left', clicks: 1 });
    assert.deepEqual(await arrivalsAt(stage), [{ name: 'Send', kind: 'pressed', value: null }]);
  }),
  promise('a list is scrolled', ['scroll'], async (stage) => {
    const list = await nodeOf(stage, 'list', 'Rows');
    const before = await nodeOf(stage, 'listitem', 'Row 3');
    await acted(stage, list, { kind: 'scroll', dx: 0, dy: 120 });
    const after = await nodeOf(stage, 'listitem', 'Row 3');
    assert.notDeepEqual(
      [after.bounds, after.states.includes('offscreen')],
      [before.bounds, before.states.includes('offscreen')],
    );
  }),
  promise('nothing is done to what is disabled or read-only', ['press', 'set_value'], async (stage) => {
    const disabled = await nodeOf(stage, 'button', 'Disabled');
    refused(await act(stage, disabled, { kind: 'press' }), 'not_enabled');
    const locked = await nodeOf(stage, 'textbox', 'Locked');
    refused(await act(stage, locked, { kind: 'set_value', value: 'x' }), 'not_enabled', 'unsupported');
    assert.deepEqual(await arrivalsAt(stage), []);
    assert.equal((await looked(stage, locked)).value, 'fixed');
  }),
  promise('what makes no sense for an element is refused', ['set_value', 'select'], async (stage) => {
    const box = await nodeOf(stage, 'checkbox', 'Notify me');
    refused(await act(stage, box, { kind: 'set_value', value: 'x' }), 'unsupported');
    const button = await nodeOf(stage, 'button', 'Send');
    refused(await act(stage, button, { kind: 'select', option: 'Red' }), 'unsupported');
    assert.deepEqual(await arrivalsAt(stage), []);
  }),
  promise('what a platform cannot do, it says beforehand', [], async (stage) => {
    const { abilities } = stage.adapter;
    for (const ability of Object.values(abilities)) {
      if (ability.able) continue;
      assert.equal(ability.failure.code, 'unsupported');
      assert.notEqual(ability.failure.next, '');
    }
    const send = await nodeOf(stage, 'button', 'Send');
    if (!abilities.show_menu.able) refused(await act(stage, send, { kind: 'show_menu' }), 'unsupported');
    assert.deepEqual(await arrivalsAt(stage), []);
  }),
  promise('a program is at rest only once what was on its way has arrived', ['press'], async (stage) => {
    await acted(stage, await nodeOf(stage, 'button', 'Later'), { kind: 'press' });
    valueOf(await stage.adapter.untilQuiet(400, 4_000, now()));
    await nodeOf(stage, 'text', 'Arrived');
    assert.equal((await treeOf(stage)).nodes.filter(({ name }) => name === 'Arrived').length, 1);
  }),
];
