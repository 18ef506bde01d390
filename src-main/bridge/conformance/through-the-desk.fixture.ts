import assert from 'node:assert/strict';
import { arrivalsAt, type Case, nodeIn, promise, provoked, rest } from './case.fixture';
import { deskOn, refIn } from './desk-on.fixture';
import { secret } from './stage.fixture';

export const throughTheDesk: readonly Case[] = [
  promise('a write is observed, and an older ref lives on', ['set_value', 'press'], async (stage) => {
    const { desk, caller, snapshot } = deskOn(stage.adapter, 'mixed');
    const first = await snapshot();
    const named = await desk.act(
      refIn(first, 'textbox', 'Name'),
      { kind: 'set_value', value: 'Grace' },
      caller(),
    );
    assert.deepEqual([named.failure, named.delivery], [null, 'observed']);
    assert.ok(named.seen.includes('Grace'));
    const sent = await desk.act(refIn(first, 'button', 'Send'), { kind: 'press' }, caller());
    assert.deepEqual([sent.failure, sent.delivery], [null, 'observed']);
    assert.equal((await arrivalsAt(stage, 'Send')).length, 1);
  }),
  promise('what a field made of a value contradicts the write', ['set_value'], async (stage) => {
    const { desk, caller, snapshot } = deskOn(stage.adapter, 'mixed');
    const first = await snapshot();
    const report = await desk.act(
      refIn(first, 'textbox', 'Upper'),
      { kind: 'set_value', value: 'quiet' },
      caller(),
    );
    assert.deepEqual([report.failure?.code, report.delivery], ['contradicted', 'contradicted']);
  }),
  promise('a stale ref says what stands there now', ['press'], async (stage) => {
    const { desk, caller, snapshot, events } = deskOn(stage.adapter, 'mixed');
    const first = await snapshot();
    await desk.act(refIn(first, 'button', 'Replace'), { kind: 'press' }, caller());
    const report = await desk.act(refIn(first, 'button', 'Send'), { kind: 'press' }, caller());
    assert.deepEqual([report.failure?.code, report.delivery], ['stale_ref', null]);
    const [hazard] = events.flatMap((event) => (event.type === 'hazard-found' ? [event.hazard] : []));
    assert.ok(hazard?.kind === 'stale_ref');
    assert.equal(hazard.pointedTo, 'button "Send"');
    assert.equal(hazard.standsNow, 'button "Send"');
    assert.equal(hazard.endedBy, 'c2');
    assert.deepEqual(await arrivalsAt(stage, 'Send'), []);
  }),
  promise('where the author named an element, its ref outlives it', ['press'], async (stage) => {
    const { desk, caller, snapshot } = deskOn(stage.adapter, 'mixed');
    const first = await snapshot();
    if (nodeIn(first, 'button', 'Save').identifier === null) return;
    await desk.act(refIn(first, 'button', 'Replace'), { kind: 'press' }, caller());
    const report = await desk.act(refIn(first, 'button', 'Save'), { kind: 'press' }, caller());
    assert.equal(report.failure, null);
    assert.equal((await arrivalsAt(stage, 'Save')).length, 1);
  }),
  promise('batch refuses an older ref without touching anything', ['press'], async (stage) => {
    const { desk, caller, snapshot } = deskOn(stage.adapter, 'batch');
    const first = await snapshot();
    await desk.act(refIn(first, 'checkbox', 'Notify me'), { kind: 'press' }, caller());
    const report = await desk.act(refIn(first, 'button', 'Send'), { kind: 'press' }, caller());
    assert.deepEqual([report.failure?.code, report.delivery], ['stale_ref', null]);
    assert.deepEqual(await arrivalsAt(stage, 'Send'), []);
  }),
  promise('a modal that nobody expected stops what was meant for behind it', ['press'], async (stage) => {
    const { desk, caller, snapshot } = deskOn(stage.adapter, 'mixed');
    const first = await snapshot();
    await provoked(stage, 'open_modal');
    await rest(stage);
    const report = await desk.act(refIn(first, 'button', 'Send'), { kind: 'press' }, caller());
    assert.equal(report.delivery, null);
    assert.ok(['unexpected_modal', 'covered', 'stale_ref'].includes(report.failure?.code ?? ''));
    assert.deepEqual(await arrivalsAt(stage, 'Send'), []);
  }),
  promise('a write whose delivery is not known is never done again', ['press'], async (stage) => {
    const { desk, caller, snapshot } = deskOn(stage.adapter, 'batch');
    const first = await snapshot();
    await provoked(stage, 'freeze');
    const report = await desk.act(refIn(first, 'button', 'Send'), { kind: 'press' }, caller());
    assert.notEqual(report.failure, null);
    await provoked(stage, 'thaw');
    await rest(stage);
    const arrived = (await arrivalsAt(stage, 'Send')).length;
    assert.ok(arrived <= 1);
    if (report.delivery === null) assert.equal(arrived, 0);
  }),
  promise('no secret is written down', ['set_value'], async (stage) => {
    const { desk, caller, snapshot, written } = deskOn(stage.adapter, 'mixed');
    const first = await snapshot();
    const pin = refIn(first, 'textbox', 'PIN');
    await desk.read(pin, caller());
    const report = await desk.act(pin, { kind: 'set_value', value: 'x' }, caller());
    assert.deepEqual([report.failure?.code, report.delivery], ['secure_field', null]);
    await desk.act(refIn(first, 'textbox', 'Name'), { kind: 'set_value', value: 'Grace' }, caller());
    assert.ok(!written().includes(secret));
    assert.deepEqual(await arrivalsAt(stage, 'PIN'), []);
  }),
];
