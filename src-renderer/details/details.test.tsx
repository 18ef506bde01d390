import type { Snapshot } from '@contract/accessibility';
import { failed, ok, type Result } from '@contract/failure';
import { diffSnapshots } from '@contract/snapshot-diff';
import type { TraceEvent } from '@contract/trace-event';
import { act, cleanup, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { provideInterlock } from '../ipc/client';
import { pictureCache, snapshotCache } from '../trace/snapshots';
import { useTrace } from '../trace/trace-store';
import { usePointed } from '../tree-diff/hovered-node';
import { Details } from './details';
import { type DetailTab, openTab } from './details-store';
import {
  call,
  cursorAfter,
  scriptedInterlock,
  snapshotAnswer,
  snapshotBlob,
  supportRun,
  supportRunId,
} from './support-run.fixture';

// The real one, counted.
vi.mock('@contract/snapshot-diff', { spy: true });

const trace = () => useTrace.getState();
const pixel = 'iVBORw0KGgo=';
const missing = failed(
  'blob_missing',
  'The file is not in the recording.',
  'Open the recording where its blobs lie.',
);

function show(tab: DetailTab, wire: Parameters<typeof scriptedInterlock>[0] = {}): void {
  provideInterlock(
    scriptedInterlock({
      'blob:snapshot': snapshotAnswer,
      'blob:picture': () => ok({ base64: pixel }),
      ...wire,
    }),
  );
  openTab(tab);
  render(<Details />);
}

function choose(id: string, turn = 2): void {
  trace().select({ kind: 'call', turn, callId: call(id) });
}

async function write(words: string): Promise<void> {
  await userEvent.click(await screen.findByRole('searchbox'));
  await userEvent.paste(words);
}

beforeEach(() => {
  // The virtual lists ask how much room there is; without layout there would be none.
  vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(2000);
  vi.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockReturnValue(2000);
  vi.spyOn(HTMLElement.prototype, 'offsetHeight', 'get').mockReturnValue(40);
  trace().open({
    id: supportRunId,
    name: 'Support',
    origin: 'library',
    live: false,
    events: [...supportRun],
    notes: [],
  });
});

afterEach(() => {
  cleanup();
  snapshotCache.clear();
  pictureCache.clear();
  usePointed.setState({ hovered: null, active: null });
  trace().close();
  vi.restoreAllMocks();
});

const values = (section: string) => {
  const list = within(screen.getByRole('region', { name: section }));
  return Object.fromEntries(
    list.getAllByRole('term').map((term) => [term.textContent, term.nextElementSibling?.textContent ?? '']),
  );
};

describe('while the cursor moves', () => {
  const pass = (time: number) =>
    act(() => {
      vi.advanceTimersByTime(time);
    });

  it('tells the first place at once, none that was passed over, and the last one when it rests', () => {
    vi.useFakeTimers();
    onTestFinished(() => {
      vi.useRealTimers();
    });
    show('raw');
    pass(1000);
    const told: string[] = [];
    const tell = () =>
      told.push(screen.getByRole('region', { name: /^Event/ }).getAttribute('aria-label') ?? '');
    for (const cursor of [2, 3, 4, 5]) {
      act(() => trace().moveTo(cursor));
      tell();
    }
    pass(1000);
    tell();
    expect(told.map((each) => Number(/\d+/.exec(each)?.[0]))).toEqual([2, 2, 2, 2, 5]);
  });

  it('fetches and compares the snapshots of where it rests, and of none that was passed over', async () => {
    vi.useFakeTimers();
    onTestFinished(() => {
      vi.useRealTimers();
    });
    const asked: string[] = [];
    show('tree-diff', {
      'blob:snapshot': (input) => {
        asked.push(input.blob);
        return snapshotAnswer(input);
      },
    });
    const lets = (time: number) => act(() => vi.advanceTimersByTimeAsync(time));
    await lets(1000);
    const last = supportRun.length;
    const first = cursorAfter((event) => event.type === 'snapshot-taken');
    act(() => trace().moveTo(last - 1));
    await lets(30);
    asked.length = 0;
    vi.mocked(diffSnapshots).mockClear();

    for (let passed = 0; passed < 100; passed += 1) {
      act(() => trace().moveTo(first + (passed % (last - first))));
      await lets(30);
    }
    expect(asked).toEqual([]);
    expect(diffSnapshots).not.toHaveBeenCalled();
    expect(screen.getByRole('tree').closest('[aria-busy=true]')).not.toBeNull();

    act(() => trace().moveTo(cursorAfter((event) => event.type === 'epoch-advanced') + 1));
    await lets(1000);
    expect(asked).toEqual([snapshotBlob(2), snapshotBlob(3)]);
    expect(diffSnapshots).toHaveBeenCalledTimes(1);
    expect(
      screen.getByRole('tree', { name: 'Changes from s2 to s3' }).closest('[aria-busy=true]'),
    ).toBeNull();
  });

  it('tells of another trace at once', () => {
    show('raw');
    act(() => trace().moveTo(2));
    act(() =>
      trace().open({
        id: supportRunId,
        name: 'Shorter',
        origin: 'library',
        live: false,
        notes: [],
        events: supportRun.slice(0, 3),
      }),
    );
    expect(screen.getByRole('region', { name: /^Event 3,/ })).toBeDefined();
  });
});

describe('Call', () => {
  it('tells everything of a call: how it was let in, when, and what became of it', () => {
    choose('w2');
    show('call');
    expect(screen.getByRole('heading', { level: 2 }).textContent).toBe('press');
    expect(values('Conduct')).toMatchObject({
      Delivery: 'acceptedThe target took it. Whether it had an effect was not seen.',
      Override: 'Set to run alone: nothing else of its turn runs beside it.',
      Reads: 'nothing',
      Writes: 'ui:practice',
    });
    expect(values('Times')).toEqual({
      Proposed: '+1.40 s',
      Queued: '+1.40 s',
      Started: '+1.50 s',
      Ended: '+1.58 s',
      'Queue wait': '95 ms',
      Duration: '84 ms',
    });
    expect(screen.getAllByTitle(/^1,580 ms after the start, 2026-03-14 /)).toHaveLength(1);
  });

  it('says a failure with what to do next, and goes to the calls it waited for', async () => {
    choose('w3');
    show('call');
    expect(screen.getByText('Take a snapshot and use its refs.')).toBeDefined();
    await userEvent.click(
      within(screen.getByRole('region', { name: 'Conduct' })).getByRole('button', { name: /set_value/ }),
    );
    expect(trace().selection).toEqual({ kind: 'call', turn: 2, callId: 'w1' });
    expect(screen.getByRole('heading', { level: 2 }).textContent).toBe('set_value');
  });

  it('without a choice tells the step at the cursor, as it was then', () => {
    trace().moveTo(cursorAfter((event) => event.type === 'call-started' && event.callId === 'w2'));
    show('call');
    expect(screen.getByText('running')).toBeDefined();
    expect(screen.getByText('It has not ended yet.')).toBeDefined();
  });

  it('tells a turn of the model, its retries and its cost', () => {
    trace().select({ kind: 'model', turn: 1 });
    show('call');
    expect(values('Times')).toMatchObject({ Requested: '+2.0 ms', Thinking: '608 ms', Duration: '698 ms' });
    expect(values('Response')).toMatchObject({
      'Stop reason': 'tool calls',
      Input: '1,204 tokens',
      Cost: '$0.0042',
    });
    expect(screen.getByText('The model is overloaded.')).toBeDefined();
  });

  it('tells the run at its end, with what was verified', () => {
    show('call');
    expect(screen.getByRole('region', { name: 'Not verified' }).textContent).toContain(
      'Did not pass: The ticket was submitted',
    );
  });
});

describe('Tree diff', () => {
  const tree = () => screen.findByRole('tree');
  const items = async () =>
    within(await tree())
      .getAllByRole('treeitem')
      .map((item) => item.textContent);

  it('shows what a write did, old value and new, and what is gone where it was', async () => {
    choose('w1');
    show('tree-diff');
    expect(await items()).toEqual([
      'window "Support desk"s3:e1',
      '…484 unchanged',
      'form "New ticket"s3:e486',
      '~changed textbox "Customer name" = "" → "Ada Lovelace" focusable required s3:e487',
      '…4 unchanged',
      '−removed status "Draft saved"s2:e492',
    ]);
  });

  it('is walked with the keys, and tells the screen which element is meant', async () => {
    choose('w1');
    show('tree-diff');
    (await tree()).focus();
    await userEvent.keyboard('{ArrowDown}{End}{ArrowUp}{ArrowUp}');
    expect(usePointed.getState().active).toBe('customer');
    await userEvent.keyboard('{ArrowLeft}{ArrowLeft}');
    expect(await items()).toContain('form "New ticket"1 change insides3:e486');
    expect(screen.getByRole('treeitem', { selected: true }).getAttribute('aria-expanded')).toBe('false');
  });

  it('filters, and says when nothing has the words', async () => {
    choose('w2');
    show('tree-diff');
    await write('confirm');
    expect(await items()).toEqual([
      'window "Support desk"s4:e1',
      '+added dialog "Create this ticket?" modal s4:e492',
      '+added button "Confirm"s4:e494',
    ]);
    await write('zebra');
    expect(screen.getByText('No element has these words.')).toBeDefined();
  });

  it('compares the other way round, and comes back to the step', async () => {
    choose('w2');
    show('tree-diff');
    await userEvent.click(await screen.findByRole('button', { name: 'Swap before and after' }));
    expect(await screen.findByRole('tree', { name: 'Changes from s4 to s3' })).toBeDefined();
    expect(screen.getByRole('button', { name: '4 removed' })).toBeDefined();
    await userEvent.click(screen.getByRole('button', { name: 'Back to this step' }));
    expect(await screen.findByRole('tree', { name: 'Changes from s3 to s4' })).toBeDefined();
  });

  it('leaves a kind out', async () => {
    choose('w1');
    show('tree-diff');
    await userEvent.click(await screen.findByRole('button', { name: '1 removed' }));
    expect((await items()).join()).not.toContain('Draft saved');
  });

  it('says that a snapshot is missing, and tries again', async () => {
    let there = false;
    choose('w1');
    show('tree-diff', { 'blob:snapshot': (input) => (there ? snapshotAnswer(input) : missing) });
    expect(await screen.findAllByText('Open the recording where its blobs lie.')).toHaveLength(1);
    there = true;
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await tree()).toBeDefined();
  });

  it('shows that it loads only after a while', async () => {
    const release: Array<() => void> = [];
    const wait = (input: Parameters<typeof snapshotAnswer>[0]) =>
      new Promise<Result<Snapshot>>((resolve) => {
        release.push(() => resolve(snapshotAnswer(input)));
      });
    choose('w1');
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    show('tree-diff', { 'blob:snapshot': wait });
    const loading = screen.getByRole('status', { name: 'Loading the snapshots' });
    expect(loading.className).toContain('invisible');
    vi.useRealTimers();
    for (const each of release) each();
    expect(await tree()).toBeDefined();
  });

  it('says what to do where there is no snapshot yet', () => {
    trace().open({
      id: supportRunId,
      name: 'x',
      origin: 'library',
      live: true,
      events: supportRun.slice(0, 3),
      notes: [],
    });
    show('tree-diff');
    expect(screen.getByText('No snapshot in this run yet')).toBeDefined();
  });
});

describe('Screen', () => {
  it('shows the picture after the step with its changes boxed, and the one before', async () => {
    choose('w2');
    show('screen');
    const picture = await screen.findByRole('img', {
      name: 'Screen of "Support desk" at +1.57 s, 900 by 600 pixels',
    });
    await vi.waitFor(() => expect(document.querySelectorAll('[data-box]')).toHaveLength(1));
    expect(picture.getAttribute('src')).toBe(`data:image/png;base64,${pixel}`);
    await userEvent.click(screen.getByRole('radio', { name: 'Before' }));
    expect(await screen.findByRole('img', { name: /at \+745 ms/ })).toBeDefined();
  });

  it('lights up what is active in the tree, and says what is pointed at', async () => {
    choose('w2');
    usePointed.setState({ active: 'confirm' });
    show('screen');
    await vi.waitFor(() =>
      expect(document.querySelector<HTMLElement>('[data-box=pointed]')?.style.left).toBe('480px'),
    );
    const picture = await screen.findByRole('img');
    await userEvent.pointer({ target: picture, coords: { clientX: 400, clientY: 300 } });
    expect(screen.getByText(/^button "Cancel"/)).toBeDefined();
    expect(usePointed.getState().hovered).toBe('cancel');
  });

  it('says when the latest picture is older than the step', async () => {
    choose('w1');
    show('screen');
    expect(await screen.findByText(/taken before this step/)).toBeDefined();
    expect(screen.getByRole('radio', { name: 'Before' }).hasAttribute('disabled')).toBe(true);
  });

  it('says what to do where there is no picture, and where it is lost', async () => {
    trace().moveTo(5);
    show('screen');
    expect(screen.getByText('No picture up to here')).toBeDefined();
    cleanup();
    choose('w2');
    show('screen', { 'blob:picture': () => missing });
    expect(await screen.findByText('Open the recording where its blobs lie.')).toBeDefined();
  });
});

describe('Messages', () => {
  const text = () => screen.getByRole('region', { name: 'Messages' }).textContent;

  it('shows what came from a tool as text, whatever it looks like', () => {
    choose('w1');
    show('messages');
    expect(text()).toContain('<b>id</b>,customer');
    expect(document.querySelector('b')).toBeNull();
    expect(screen.getAllByRole('button', { name: 'show all (17,100 characters)' })).toHaveLength(1);
  });

  it('goes no further than the cursor', () => {
    trace().moveTo(cursorAfter((event) => event.type === 'model-text'));
    show('messages');
    expect(text()).toContain('still arriving');
    expect(text()).not.toContain('set_value');
  });

  it('finds, marks and goes on', async () => {
    show('messages');
    await write('ada lovelace');
    expect(screen.getByText('1 of 2')).toBeDefined();
    expect([...document.querySelectorAll('mark')].map((mark) => mark.textContent)).toEqual([
      'Ada Lovelace',
      'Ada Lovelace',
    ]);
    await userEvent.keyboard('{Enter}');
    expect(screen.getByText('2 of 2')).toBeDefined();
  });

  it('keeps the system prompt folded until it is wanted', async () => {
    trace().moveTo(4);
    show('messages');
    expect(text()).not.toContain('You work through');
    await userEvent.click(screen.getByRole('button', { name: /System prompt/ }));
    expect(text()).toContain('You work through');
  });

  it('goes from a call in the talk to the call', async () => {
    show('messages');
    await userEvent.click(screen.getByRole('button', { name: 'set_value' }));
    expect(trace().selection).toMatchObject({ kind: 'call', callId: 'w1' });
  });
});

describe('Hazards', () => {
  it('tells a stale ref in full, and opens when one is chosen', () => {
    show('call');
    const seq = cursorAfter((event) => event.type === 'hazard-found');
    trace().select({ kind: 'hazard', seq });
    return vi.waitFor(() => {
      const list = screen.getByRole('list', { name: 'Hazards up to the cursor' });
      const item = within(list).getAllByRole('listitem')[0] ?? list;
      expect(item.textContent).toContain('pointed to button "Open ticket #1003"');
      expect(item.textContent).toContain('Nothing stands there now.');
      expect(item.textContent).toContain('Died with the write pressturn 2, call 2');
      expect(item.getAttribute('aria-current')).toBe('true');
    });
  });

  it('tells many of one turn as one entry, which opens by hand and for one that is chosen', async () => {
    const many = supportRun
      .flatMap((event): TraceEvent[] =>
        event.type === 'hazard-found' ? Array.from({ length: 12 }, () => event) : [event],
      )
      .map((event, index): TraceEvent => ({ ...event, seq: index + 1 }));
    const notes: string[] = [];
    trace().open({ id: supportRunId, name: 'Many', origin: 'library', live: false, events: many, notes });
    show('hazards');
    const group = screen.getByRole('button', { name: /^12 hazards/ });
    expect(group.textContent).toContain('turn 212 Stale ref');
    expect(screen.queryByText(/Died with the write/)).toBeNull();
    await userEvent.click(group);
    const listed = () => [...screen.getByRole('list', { name: 'Hazards of turn 2' }).children];
    expect(listed()).toHaveLength(12);
    await userEvent.click(group);
    expect(screen.queryByRole('list', { name: 'Hazards of turn 2' })).toBeNull();
    act(() =>
      trace().select({ kind: 'hazard', seq: many.findIndex(({ type }) => type === 'hazard-found') + 3 }),
    );
    await vi.waitFor(() => expect(listed()[2]?.getAttribute('aria-current')).toBe('true'));
  });

  it('says what it means that there are none, and that some come later', () => {
    trace().moveTo(5);
    show('hazards');
    expect(
      screen.getByText(/every ref was used inside its epoch\. 1 hazard later in the run\./),
    ).toBeDefined();
  });
});

describe('Raw', () => {
  it('shows the event at the cursor, its number first, and steps event by event', async () => {
    trace().moveTo(2);
    show('raw');
    expect(screen.getByRole('region', { name: 'Event 2, turn-started' }).textContent).toMatch(
      /^\{"seq": 2,"type": "turn-started"/,
    );
    await userEvent.click(screen.getByRole('button', { name: 'Next event' }));
    expect(await screen.findByRole('region', { name: 'Event 3, model-requested' })).toBeDefined();
    for (const _ of [3, 2, 1]) await userEvent.click(screen.getByRole('button', { name: 'Previous event' }));
    expect(await screen.findByText('Before the first event')).toBeDefined();
  });
});
