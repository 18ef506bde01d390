import { failed, ok } from '@contract/failure';
import { RunId } from '@contract/ids';
import {
  callNamed,
  deleteAsked,
  next,
  passwordAsked,
  sendAsked,
  supervisedRun,
  supervisedRunId,
  upTo,
  upToQuestion,
} from '@contract/supervised-run.fixture';
import type { TraceBody, TraceEvent } from '@contract/trace-event';
import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { useDetails } from '../details/details-store';
import { openRun } from '../shell/actions';
import { openedTrace, type SimulatedMain } from '../shell/simulated-main.fixture';
import { askedFor, freshWindow } from '../shell/window-under-test.fixture';
import { useLiveRun } from '../trace/live-run';
import { longRun } from '../trace/long-run.fixture';
import { useTrace } from '../trace/trace-store';
import { readingTime } from './answering';
import { shownLive, supervisingMain } from './supervised-window.fixture';

beforeEach(() => void freshWindow());
afterEach(() => void vi.useRealTimers());

const card = () => screen.findByRole('region', { name: 'Interlock asks you' });
const noCard = () => expect(screen.queryByRole('region', { name: 'Interlock asks you' })).toBeNull();

/** Once it has stood there long enough to have been read. */
async function readable(name: RegExp): Promise<HTMLElement> {
  const button = await within(await card()).findByRole('button', { name });
  await waitFor(() => expect(button.getAttribute('aria-disabled')).toBe('false'));
  return button;
}

function tell(main: SimulatedMain, so: readonly TraceEvent[], ...bodies: readonly TraceBody[]): TraceEvent[] {
  const events = bodies.reduce<TraceEvent[]>((all, body) => [...all, next(all, body)], [...so]);
  act(() => main.notify('trace:events', { id: supervisedRunId, events: events.slice(so.length) }));
  return events;
}

const answered = (id: typeof deleteAsked, name: string, turn: number): TraceBody => ({
  type: 'approval-answered',
  turn,
  callId: callNamed(name),
  id,
  outcome: 'once',
});

describe('a question', () => {
  it('says what will happen, where, why, on whose behalf, and what an answer for the run grants', async () => {
    const main = supervisingMain(upToQuestion(deleteAsked));
    const user = await shownLive(main);
    const text = (await card()).textContent;
    expect(text).toContain('Press the button "Delete draft.txt" in Thunar.');
    expect(text).toContain('Its words say that it cannot be undone.');
    expect(text).toContain('click Delete draft.txt, turn 2, call 2.');
    expect(text).toContain(
      'For this run: Pressing buttons named "Delete draft.txt" in Thunar, until this run ends.',
    );

    await user.click(within(await card()).getByRole('button', { name: 'click Delete draft.txt' }));
    expect(useTrace.getState().selection).toEqual({ kind: 'call', turn: 2, callId: 'delete' });
    expect(useDetails.getState().tab).toBe('call');
  });

  it.each([
    [/^Allow once/, 'once'],
    [/^Allow for this run/, 'run'],
    [/^Deny/, 'deny'],
  ] as const)('is answered with %s, and goes when the run says so', async (name, verdict) => {
    const main = supervisingMain(upToQuestion(deleteAsked));
    const user = await shownLive(main);
    await user.click(await readable(name));
    expect(askedFor(main, 'approval:answer')).toEqual([{ id: deleteAsked, verdict, typed: null }]);
    tell(main, upToQuestion(deleteAsked), answered(deleteAsked, 'delete', 2));
    noCard();
  });

  it('takes no answer before it can have been read, and only one', async () => {
    const asked = upToQuestion(deleteAsked);
    const main = supervisingMain(asked.slice(0, -1));
    await shownLive(main);
    vi.useFakeTimers();
    act(() => main.notify('trace:events', { id: supervisedRunId, events: asked.slice(-1) }));
    const button = screen.getByRole('button', { name: /^Allow once/ });
    act(() => void vi.advanceTimersByTime(readingTime - 1));
    fireEvent.click(button);
    fireEvent.keyDown(window, { code: 'Digit1', altKey: true });
    expect(askedFor(main, 'approval:answer')).toEqual([]);
    act(() => void vi.advanceTimersByTime(1));
    fireEvent.keyDown(window, { code: 'Digit1', altKey: true, repeat: true });
    expect(askedFor(main, 'approval:answer')).toEqual([]);
    fireEvent.click(button);
    fireEvent.click(button);
    expect(askedFor(main, 'approval:answer')).toHaveLength(1);
  });

  it('can be answered again where main did not take the answer', async () => {
    const main = supervisingMain(upToQuestion(deleteAsked));
    main.answer('approval:answer', () =>
      failed('not_found', 'Nobody waits for this.', 'Look at the timeline.'),
    );
    const user = await shownLive(main);
    await user.click(await readable(/^Deny/));
    expect((await screen.findByRole('alert')).textContent).toContain('Nobody waits for this.');
    main.answer('approval:answer', () => ok(null));
    await user.click(await readable(/^Deny/));
    expect(askedFor(main, 'approval:answer')).toHaveLength(2);
  });

  it('is answered by key, from the question by a letter, but never by what a person types', async () => {
    const main = supervisingMain(upToQuestion(deleteAsked));
    const user = await shownLive(main);
    await readable(/^Deny/);
    expect(document.activeElement).toBe(await card());
    await user.click(screen.getByRole('textbox', { name: 'Task' }));
    await user.keyboard('{Alt>}[Digit1]{/Alt}and d{Enter}');
    expect(askedFor(main, 'approval:answer')).toEqual([]);
    act(() => screen.getByRole('tree', { name: 'Turns and their calls' }).focus());
    await user.keyboard('d');
    expect(askedFor(main, 'approval:answer')).toEqual([]);
    await user.keyboard('{F6}{F6}{F6}');
    expect((await card()).contains(document.activeElement)).toBe(true);
    await user.keyboard('d');
    expect(askedFor(main, 'approval:answer')).toEqual([{ id: deleteAsked, verdict: 'deny', typed: null }]);
  });

  it('is told aloud, and leaves the focus with who types', async () => {
    const before = upToQuestion(deleteAsked).slice(0, -1);
    const main = supervisingMain(before);
    const user = await shownLive(main);
    const task = screen.getByRole('textbox', { name: 'Task' });
    await user.click(task);
    const asked = upToQuestion(deleteAsked).at(-1);
    if (asked !== undefined) act(() => main.notify('trace:events', { id: supervisedRunId, events: [asked] }));
    await card();
    expect(document.activeElement).toBe(task);
    const said = screen.getByText(/^Interlock asks you: Press the button/);
    expect(said.getAttribute('aria-live')).toBe('assertive');
  });

  it('leaves the stop where it is', async () => {
    const main = supervisingMain(upToQuestion(deleteAsked));
    const user = await shownLive(main);
    await card();
    await user.keyboard('{Escape}');
    expect(askedFor(main, 'run:stop')).toEqual([{ by: 'escape' }]);
    tell(main, upToQuestion(deleteAsked), { type: 'stop-requested', by: 'escape' });
    noCard();
  });

  it('is asked also while another run is looked at, and leads back to its own', async () => {
    const main = supervisingMain(upToQuestion(deleteAsked));
    const user = await shownLive(main);
    await card();
    main.answer('runs:open', () => ok({ ...openedTrace(longRun(20), false), id: RunId.parse('other-run') }));
    await act(() => openRun(RunId.parse('other-run')));
    expect(await card()).toBeTruthy();
    main.answer('runs:open', () =>
      ok({ ...openedTrace(upToQuestion(deleteAsked), true), id: supervisedRunId }),
    );
    await user.click(within(await card()).getByRole('button', { name: 'click Delete draft.txt' }));
    expect(useTrace.getState().source?.id).toBe(supervisedRunId);
  });
});

describe('a secure field', () => {
  const secret = 'correct horse battery';
  const field = () => screen.getByLabelText<HTMLInputElement>('Secret for Keyring');

  it('is filled in once by the person, and what they typed is kept nowhere', async () => {
    const main = supervisingMain(supervisedRun);
    const user = await shownLive(main);
    await readable(/^Deny/);
    expect(field().type).toBe('password');
    expect(screen.getByText('1 of 2 questions')).toBeTruthy();
    expect(screen.queryByRole('button', { name: /for this run/ })).toBeNull();
    const fill = await readable(/^Fill in once/);
    expect(fill.hasAttribute('disabled')).toBe(true);

    await user.type(field(), secret);
    await user.click(screen.getByRole('button', { name: 'Show what is typed' }));
    expect(field().type).toBe('text');
    expect(document.body.innerHTML).not.toContain(secret);
    await user.type(field(), '{Enter}');
    expect(askedFor(main, 'approval:answer')).toEqual([
      { id: passwordAsked, verdict: 'once', typed: secret },
    ]);
    expect(field().value).toBe('');
    expect(JSON.stringify([useTrace.getState(), useLiveRun.getState()])).not.toContain(secret);
  });

  it('that is denied takes nothing of what was typed along', async () => {
    const main = supervisingMain(supervisedRun);
    const user = await shownLive(main);
    await user.type(await screen.findByLabelText('Secret for Keyring'), secret);
    await user.click(await readable(/^Deny/));
    expect(askedFor(main, 'approval:answer')).toEqual([{ id: passwordAsked, verdict: 'deny', typed: null }]);
  });

  it('gives way to the next question, which is a new one', async () => {
    const main = supervisingMain(supervisedRun);
    await shownLive(main);
    await card();
    tell(main, supervisedRun, answered(passwordAsked, 'password', 4));
    expect((await card()).textContent).toContain('Press the button "Send"');
    expect(screen.queryByText(/questions/)).toBeNull();
    expect(screen.queryByLabelText('Secret for Keyring')).toBeNull();
    await readable(/^Allow once/);
    expect(askedFor(main, 'approval:answer')).toEqual([]);
    expect(sendAsked).toBe('a2');
  });
});

describe('a held run', () => {
  it('is taken over by button and by key, and not twice', async () => {
    const free = upTo('run-held').slice(0, -1);
    const main = supervisingMain(free);
    const user = await shownLive(main);
    const button = screen.getByRole('button', { name: /^Take over/ });
    await user.click(button);
    await user.keyboard('{Control>}j{/Control}');
    expect(askedFor(main, 'run:take-over')).toEqual([null, null]);
    tell(main, free, { type: 'run-held', sentence: 'You took over.' });
    const banner = await screen.findByRole('region', { name: 'Writes are held back' });
    expect(banner.textContent).toContain('You took over.');
    expect(button.hasAttribute('disabled')).toBe(true);
  });

  it('says so, and goes on by button and by key', async () => {
    const held = upTo('run-held');
    const main = supervisingMain(held);
    const user = await shownLive(main);
    const banner = await screen.findByRole('region', { name: 'Writes are held back' });
    expect(banner.textContent).toContain('You are using the desktop: writes are held back.');
    expect(banner.textContent).toContain('The pointer moved in Mousepad.');
    await user.click(within(banner).getByRole('button', { name: /^Go on/ }));
    await user.keyboard('{Control>}g{/Control}');
    expect(askedFor(main, 'run:resume')).toEqual([null, null]);
    tell(main, held, { type: 'run-resumed' });
    expect(screen.queryByRole('region', { name: 'Writes are held back' })).toBeNull();
    await user.keyboard('{Control>}g{/Control}');
    expect(askedFor(main, 'run:resume')).toHaveLength(2);
    expect(screen.getByText('No run is held back.')).toBeTruthy();
  });
});

describe('what is driven', () => {
  it('is in sight while the run goes on, with the call that runs there', async () => {
    const main = supervisingMain(upTo('approval-answered'));
    await shownLive(main);
    const badge = await screen.findByRole('region', { name: 'Driven now' });
    expect(badge.textContent).toBe('DrivingThunarclick Delete draft.txt');
    tell(main, supervisedRun.slice(0, upTo('approval-answered').length), {
      type: 'call-ended',
      turn: 2,
      callId: callNamed('delete'),
      outcome: 'succeeded',
      content: [],
      failure: null,
      delivery: 'observed',
    });
    expect(badge.textContent).toBe('DrivingThunarbetween calls');
    act(() => main.notify('run:active', { id: null }));
  });
});

describe('what the agent asks', () => {
  const asks = (reason: 'question' | 'each_write', choices: string[]): TraceBody => ({
    type: 'approval-asked',
    turn: 2,
    callId: callNamed('delete'),
    approval: {
      id: deleteAsked,
      reason,
      program: 'Interlock',
      sentence: 'Which file?',
      grants: 'Every click of this run.',
      choices,
    },
  });

  async function asked(body: TraceBody) {
    const before = upToQuestion(deleteAsked).slice(0, -1);
    const main = supervisingMain([...before, next(before, body)]);
    main.answer('approval:answer', () => ok(null));
    return { main, user: await shownLive(main) };
  }

  it('is answered in words, typed or chosen, and never empty', async () => {
    const { main, user } = await asked(asks('question', ['draft.txt', 'none']));
    const field = within(await card()).getByRole('textbox', { name: 'Answer to: Which file?' });
    const button = await readable(/^Answer/);
    expect(button.hasAttribute('disabled')).toBe(true);
    await user.click(within(await card()).getByRole('button', { name: 'none' }));
    expect(document.activeElement).toBe(field);
    await user.clear(field);
    await user.type(field, 'both of them{Enter}');
    expect(askedFor(main, 'approval:answer')).toEqual([
      { id: deleteAsked, verdict: 'once', typed: 'both of them' },
    ]);
  });

  it('may be let with another input, which is told from one that is left as it was', async () => {
    const { main, user } = await asked(asks('each_write', []));
    await user.click(within(await card()).getByText('Change its input first'));
    const field = within(await card()).getByRole<HTMLTextAreaElement>('textbox', {
      name: 'Input of the call, as JSON',
    });
    fireEvent.input(field, { target: { value: '{ "ref":' } });
    expect((await card()).textContent).toContain('It is not JSON');
    fireEvent.input(field, { target: { value: '{"ref": "s1:e9"}' } });
    await user.click(await readable(/^Allow once/));
    expect(askedFor(main, 'approval:answer')).toEqual([
      { id: deleteAsked, verdict: 'once', typed: '{"ref": "s1:e9"}' },
    ]);
  });
});
