import { ok } from '@contract/failure';
import { type CallId, RunId } from '@contract/ids';
import type { TraceEvent } from '@contract/trace-event';
import { act, cleanup, render, screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, describe, expect, it } from 'vitest';
import { provideInterlock } from '../ipc/client';
import { idOf, read, runOf, type ToldCall, write } from '../timeline/layout/trace.fixture';
import { useTrace } from '../trace/trace-store';
import { Details } from './details';
import { openTab } from './details-store';
import { scriptedInterlock } from './support-run.fixture';

afterEach(() => {
  cleanup();
  useTrace.getState().close();
});

function show(events: readonly TraceEvent[], chosen: CallId): void {
  const id = RunId.parse('told-run');
  openTab('call');
  act(() =>
    useTrace
      .getState()
      .open({ id, name: 'Told', origin: 'library', live: false, events: [...events], notes: [] }),
  );
  act(() => useTrace.getState().select({ kind: 'call', turn: 1, callId: chosen }));
  render(<Details />);
}

const fact = (name: string) => screen.getByText(name, { selector: 'dt' }).nextElementSibling as HTMLElement;
const items = (name: string) =>
  within(fact(name))
    .getAllByRole('listitem')
    .map(({ textContent }) => textContent);

describe('what a call waited for', () => {
  const late: ToldCall = { ...write, started: 300, ended: 400, waitsFor: [0, 1] };
  const events = runOf([read, write, late]).map(
    (event): TraceEvent =>
      event.type === 'call-queued' && event.callId === idOf(1, 2) ? { ...event, needs: [idOf(1, 0)] } : event,
  );

  it('is told as what it needs, and as what it conflicts with, and on what; each leads there', async () => {
    show(events, idOf(1, 2));
    expect(items('Needs')).toEqual(['http_getturn 1, call 1']);
    expect(items('Waits for')).toEqual(['clickturn 1, call 2write after write: ui:practice']);
    await userEvent.click(within(fact('Needs')).getByRole('button'));
    expect(useTrace.getState().selection).toMatchObject({ callId: idOf(1, 0) });
  });

  it('is said to be nothing where it was nothing', () => {
    show(events, idOf(1, 0));
    expect(fact('Waits for').textContent).toBe('no other call');
    expect(screen.queryByText('Needs', { selector: 'dt' })).toBeNull();
  });
});

describe('the call of a script', () => {
  const source = 'const a = await tools.snapshot({});\nif (a.nodes > 1) print("<b>");\n';
  const script = (input: unknown, tool = 'run_script') =>
    runOf([write]).map(
      (event) => (event.type === 'call-proposed' ? { ...event, tool, input } : event) as TraceEvent,
    );

  it('shows its source as it is, scrolls by keys, and is copied as it is', async () => {
    const copied: string[] = [];
    provideInterlock(
      scriptedInterlock({
        'text:copy': ({ text }) => {
          copied.push(text);
          return ok(null);
        },
      }),
    );
    show(script({ source }), idOf(1, 0));
    const shown = screen.getByLabelText('Source of the script');
    expect(shown.textContent).toBe(source);
    expect(shown.children).toHaveLength(0);
    expect(shown.tabIndex).toBe(0);
    await userEvent.click(screen.getByRole('button', { name: 'Copy script' }));
    expect(copied).toEqual([source]);
  });

  it('is told as any other call where there is no source, or the tool is another', () => {
    show(script({}), idOf(1, 0));
    expect(screen.queryByLabelText('Source of the script')).toBeNull();
    cleanup();
    show(script({ source }, 'read_file'), idOf(1, 0));
    expect(screen.queryByLabelText('Source of the script')).toBeNull();
    expect(screen.getByRole('button', { name: 'Copy input' })).toBeTruthy();
  });
});
