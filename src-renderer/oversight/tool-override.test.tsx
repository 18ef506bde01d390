import { failed } from '@contract/failure';
import type { OverrideChange } from '@contract/run-options';
import { callNamed, next, supervisedRunId, upTo } from '@contract/supervised-run.fixture';
import type { TraceEvent } from '@contract/trace-event';
import { act, screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import { useDraft } from '../composer/draft-store';
import { openTab } from '../details/details-store';
import type { SimulatedMain } from '../shell/simulated-main.fixture';
import { askedFor, freshWindow } from '../shell/window-under-test.fixture';
import { useTrace } from '../trace/trace-store';
import { shownLive, supervisingMain } from './supervised-window.fixture';

beforeEach(() => void freshWindow());

const soFar = upTo('run-held');

function choose(name: string, turn: number): void {
  openTab('call');
  act(() => useTrace.getState().select({ kind: 'call', turn, callId: callNamed(name) }));
}

/** The run says what the person said of a tool. */
function record(main: SimulatedMain, so: readonly TraceEvent[], change: OverrideChange): TraceEvent[] {
  const event = next(so, { type: 'override-changed', ...change });
  act(() => main.notify('trace:events', { id: supervisedRunId, events: [event] }));
  return [...so, event];
}

const section = async () => within(await screen.findByRole('region', { name: 'Override' }));
const treat = async () => (await section()).findByRole('combobox', { name: /^Treat click in this run/ });

describe('a call of a run that goes on', () => {
  it('lets the person say how its tool is treated, by keys, and tells when they said it', async () => {
    const main = supervisingMain(soFar);
    const user = await shownLive(main);
    choose('delete', 2);
    (await treat()).focus();
    await user.keyboard('{Enter}');
    await user.click(await screen.findByRole('option', { name: /^Always alone/ }));
    const change = { tool: 'click', override: 'alone', remembered: false } as const;
    expect(askedFor(main, 'run:override')).toEqual([change]);
    expect((await treat()).getAttribute('aria-label')).toContain('As declared');
    record(main, soFar, change);
    await waitFor(async () => expect((await treat()).getAttribute('aria-label')).toContain('Always alone'));
    const changes = (await section()).getByRole('list', { name: 'Changed overrides' });
    expect(changes.textContent).toBe('+7.55 sclick set to run alone, for this run.');
    expect(askedFor(main, 'settings:change')).toEqual([]);
  });

  it('keeps it for all runs that follow, in the settings and in the next run', async () => {
    const main = supervisingMain(soFar);
    const user = await shownLive(main);
    const so = record(main, soFar, { tool: 'click', override: 'ask', remembered: false });
    choose('delete', 2);
    await user.click((await section()).getByRole('button', { name: /^Remember for all runs/ }));
    expect(askedFor(main, 'run:override')).toEqual([{ tool: 'click', override: 'ask', remembered: true }]);
    await waitFor(() =>
      expect(askedFor(main, 'settings:change').at(-1)).toMatchObject({ overrides: { click: 'ask' } }),
    );
    expect(useDraft.getState().overrides).toEqual({ click: 'ask' });
    const pin = (await section()).getByRole<HTMLButtonElement>('button', { name: 'All runs treat click so' });
    expect(pin.disabled).toBe(true);

    record(main, so, { tool: 'click', override: null, remembered: false });
    await user.click((await section()).getByRole('button', { name: /^Remember for all runs/ }));
    await waitFor(() => expect(askedFor(main, 'settings:change').at(-1)).toMatchObject({ overrides: {} }));
    expect(useDraft.getState().overrides).toEqual({});
  });

  it('says why it was not taken, and remembers nothing', async () => {
    const main = supervisingMain(soFar);
    main.answer('run:override', () => failed('not_found', 'The run is over.', 'Set it under Rules.'));
    const user = await shownLive(main);
    record(main, soFar, { tool: 'click', override: 'ask', remembered: false });
    choose('delete', 2);
    await user.click((await section()).getByRole('button', { name: /^Remember for all runs/ }));
    expect(await screen.findByText('The run is over.')).toBeTruthy();
    expect(askedFor(main, 'settings:change')).toEqual([]);
  });

  it('takes no word any more once the run has ended, and still tells what was said', async () => {
    const main = supervisingMain(soFar);
    await shownLive(main);
    const so = record(main, soFar, { tool: 'click', override: 'ask', remembered: false });
    choose('delete', 2);
    await treat();
    const ended = next(so, { type: 'stop-requested', by: 'button' });
    act(() => main.notify('trace:events', { id: supervisedRunId, events: [ended] }));
    await waitFor(async () => expect((await section()).queryByRole('combobox')).toBeNull());
    expect((await section()).getByRole('list').textContent).toContain('click set to ask you first');
  });
});

describe('the rules while a run goes on', () => {
  it('are those of the run under way, whatever is opened, and of the next run at the other side', async () => {
    const tools = [{ name: 'click', summary: 'Clicks.', effect: 'write', place: 'screen' }] as const;
    const events = soFar.map((event) =>
      event.type === 'run-started' ? { ...event, tools: [...tools] } : event,
    );
    const main = supervisingMain(events);
    const user = await shownLive(main);
    act(() => useTrace.getState().close());
    await user.click(screen.getByRole('button', { name: /^Rules/ }));
    const rules = within(await screen.findByRole('dialog', { name: 'Rules' }));
    expect(rules.getByText(/^Holds from a tool's next call on/)).toBeTruthy();
    await user.click(rules.getByRole('combobox', { name: 'Treat click in this run: As declared: write' }));
    await user.click(await screen.findByRole('option', { name: /^Ask me/ }));
    expect(askedFor(main, 'run:override')).toEqual([{ tool: 'click', override: 'ask', remembered: false }]);
    expect(useDraft.getState().overrides).toEqual({});

    await user.click(rules.getByRole('radio', { name: 'Next run' }));
    await user.click(rules.getByRole('combobox', { name: /^Treat set_value/ }));
    await user.click(await screen.findByRole('option', { name: /^Always alone/ }));
    expect(useDraft.getState().overrides).toEqual({ set_value: 'alone' });
    expect(askedFor(main, 'run:override')).toHaveLength(1);
  });
});
