import { expect, it } from 'vitest';
import { overrideNow, withOverride } from './overrides';
import { reduce } from './reduce';
import type { OverrideChange } from './run-options';
import { next, upTo } from './supervised-run.fixture';
import type { TraceEvent } from './trace-event';
import { emptyModel } from './trace-model';

const changed = (change: OverrideChange) => ({ type: 'override-changed' as const, ...change });

it('is the last word on a tool, and before any the one that the run began with', () => {
  let events: TraceEvent[] = upTo('call-proposed').map((event) =>
    event.type === 'run-started'
      ? { ...event, request: { ...event.request, overrides: { click: 'ask' as const } } }
      : event,
  );
  const now = (tool: string) => overrideNow(events.reduce(reduce, emptyModel), tool);
  expect([now('click'), now('snapshot'), now('constructor')]).toEqual(['ask', null, null]);
  events = [...events, next(events, changed({ tool: 'click', override: null, remembered: false }))];
  expect(now('click')).toBeNull();
  events = [...events, next(events, changed({ tool: 'snapshot', override: 'alone', remembered: true }))];
  expect([now('click'), now('snapshot')]).toEqual([null, 'alone']);
  const { overrideChanges } = events.reduce(reduce, emptyModel);
  expect(overrideChanges.map(({ tool, turn }) => [tool, turn])).toEqual([
    ['click', 1],
    ['snapshot', 1],
  ]);
});

it('leaves the words on other tools as they are, and changes none in place', () => {
  const before = { click: 'ask', type_text: 'alone' } as const;
  expect(withOverride(before, 'click', 'write')).toEqual({ click: 'write', type_text: 'alone' });
  expect(withOverride(before, 'click', null)).toEqual({ type_text: 'alone' });
  expect(before).toEqual({ click: 'ask', type_text: 'alone' });
});
