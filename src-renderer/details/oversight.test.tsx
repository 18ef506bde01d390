import type { StaleRefHazard } from '@contract/hazard';
import {
  callNamed,
  deleteAsked,
  next,
  supervisedRun,
  supervisedRunId,
  upTo,
  upToQuestion,
} from '@contract/supervised-run.fixture';
import { act, cleanup, render, screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, describe, expect, it } from 'vitest';
import { modelOf } from '../timeline/layout/trace.fixture';
import { useTrace } from '../trace/trace-store';
import { Details } from './details';
import { openTab } from './details-store';
import { refLineage } from './ref-lineage';

function open(events: typeof supervisedRun): void {
  const recorded = { id: supervisedRunId, name: 'Supervised', origin: 'library', live: false } as const;
  act(() => useTrace.getState().open({ ...recorded, events: [...events], notes: [] }));
}

function choose(name: string, turn: number): void {
  act(() => useTrace.getState().select({ kind: 'call', turn, callId: callNamed(name) }));
}

afterEach(() => {
  cleanup();
  useTrace.getState().close();
});

function facts(region: string): Record<string, string> {
  const terms = within(screen.getByRole('region', { name: region })).getAllByRole('term');
  return Object.fromEntries(
    terms.map((term) => [term.textContent, term.nextElementSibling?.textContent ?? '']),
  );
}

describe('a call that waited for the person', () => {
  it('says what was asked, what was answered, and how long it waited', () => {
    open(supervisedRun);
    openTab('call');
    render(<Details />);
    choose('delete', 2);
    expect(screen.getByRole('region', { name: 'Asked' }).textContent).toContain(
      'Press the button "Delete draft.txt" in Thunar. Its words say that it cannot be undone.',
    );
    expect(facts('Asked')).toEqual({
      Answer: 'allowed once',
      'Asked at': '+2.56 s',
      'Answered at': '+6.34 s',
      Waited: '3.78 s',
    });
    expect(facts('Times')).toMatchObject({ Duration: '4.10 s', 'Waiting for you': '3.78 s' });
    expect(facts('Conduct')).toMatchObject({ Program: 'Thunar' });
  });

  it('says that it still waits', () => {
    open(upToQuestion(deleteAsked));
    openTab('call');
    render(<Details />);
    choose('delete', 2);
    expect(facts('Asked')).toMatchObject({ Answer: 'waits for you' });
  });
});

describe('a call that the person gave another input', () => {
  it('shows the input that ran, says so, and keeps what the model had asked for', () => {
    const soFar = upToQuestion(deleteAsked).map((event) =>
      event.type === 'model-responded' && event.turn === 2
        ? {
            ...event,
            content: [{ type: 'tool_call' as const, id: callNamed('delete'), tool: 'click', input: 'old' }],
          }
        : event,
    );
    const edited = { type: 'call-edited', turn: 2, callId: callNamed('delete'), input: 'new' } as const;
    open([...soFar, next(soFar, edited)]);
    openTab('call');
    render(<Details />);
    choose('title', 2);
    expect(screen.getByRole('region', { name: 'Input' }).textContent).not.toContain('You changed it');
    choose('delete', 2);
    const input = screen.getByRole('region', { name: 'Input' });
    expect(input.textContent).toContain('You changed it before it ran. +2.60 s');
    expect(within(input).getByLabelText('Input of the call').textContent).toContain('new');
    expect(within(input).getByLabelText('Input that the model asked for').textContent).toContain('old');
  });
});

describe('a word on a tool in mid-run', () => {
  const said = { tool: 'click', override: 'write', remembered: true } as const;
  const all = [...supervisedRun, next(supervisedRun, { type: 'override-changed', ...said })];

  it('is told where the cursor stands at it, and beside the calls of that tool alone', () => {
    open(all);
    openTab('call');
    render(<Details />);
    expect(screen.getByRole('list', { name: 'Changed overrides' }).textContent).toBe(
      '+11.0 sclick set to count as a write, for all runs.',
    );
    choose('delete', 2);
    expect(screen.getByRole('region', { name: 'Override' }).textContent).toContain('for all runs');
    choose('press', 3);
    expect(screen.queryByRole('region', { name: 'Override' })).toBeNull();
  });

  it('has not been said yet at an earlier moment', () => {
    open(all);
    openTab('call');
    render(<Details />);
    act(() => useTrace.getState().moveTo(1));
    expect(screen.queryByRole('list', { name: 'Changed overrides' })).toBeNull();
  });
});

describe('a stale ref', () => {
  it('is told from what it pointed to, through the write that ended it, to what stands there now', async () => {
    open(supervisedRun);
    openTab('call');
    render(<Details />);
    choose('press', 3);
    const lineage = screen.getByRole('list', { name: 'Lineage of s1:e12' });
    expect(
      within(lineage)
        .getAllByRole('listitem')
        .map(({ textContent }) => textContent),
    ).toEqual([
      's1:e12 pointed to button "Open draft.txt" in window "Documents"',
      'Died with the write clickturn 2, call 2 in Thunar+6.60 s',
      'Now stands there button "Open figures.ods" in window "Documents" Used by pressturn 3, call 1',
    ]);
    await userEvent.click(within(lineage).getByRole('button', { name: /^click/ }));
    expect(useTrace.getState().selection).toMatchObject({ callId: 'delete' });
  });

  it('dies when its write was seen, or else when it ended, and outside of the run at no known time', () => {
    const model = modelOf(supervisedRun);
    const stale = model.hazards[0]?.hazard as StaleRefHazard;
    expect(refLineage(stale, model, supervisedRun).died).toEqual({ at: 6600, program: 'Thunar' });
    const unseen = supervisedRun.filter(({ type }) => type !== 'epoch-advanced');
    expect(refLineage(stale, model, unseen).died).toEqual({ at: 6620, program: 'Thunar' });
    expect(refLineage({ ...stale, endedBy: null }, model, supervisedRun).died).toBeNull();
    expect(refLineage(stale, modelOf(upTo('turn-started')), []).died).toBeNull();
  });
});
