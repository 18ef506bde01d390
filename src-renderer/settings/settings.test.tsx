import { failed, ok } from '@contract/failure';
import type { Permission, PermissionReport } from '@contract/permission';
import { act, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { supervisingMain } from '../oversight/supervised-window.fixture';
import type { SimulatedMain } from '../shell/simulated-main.fixture';
import { askedFor, freshWindow, shown } from '../shell/window-under-test.fixture';
import { openSettings } from './settings-pane';
import { watchInterval } from './use-permission-watch';

beforeEach(() => void freshWindow());
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

const dialog = () => screen.findByRole('dialog', { name: 'Settings' });
const kept = (main: SimulatedMain) => askedFor(main, 'settings:change').at(-1);

function permission(change: Partial<Permission>): Permission {
  return {
    name: 'accessibility',
    state: 'working',
    granted: true,
    sentence: 'Finder told its windows.',
    next: null,
    ...change,
  };
}

function answers(main: SimulatedMain, ...permissions: readonly Permission[]): void {
  const report: PermissionReport = { platform: 'macos', grantTo: 'Terminal', permissions: [...permissions] };
  main.answer('permissions:check', () => ok(report));
}

describe('Safety', () => {
  it('keeps the lists as they are changed, and names what is denied always', async () => {
    const main = supervisingMain([]);
    const user = await shown(main);
    act(() => openSettings('safety'));
    const pane = within(await dialog());
    expect(pane.getByRole('region', { name: 'Always denied' }).textContent).toContain('KeePass*');
    expect(pane.queryByRole('region', { name: 'Allow list' })).toBeNull();
    await user.click(pane.getByRole('switch', { name: 'Only the programs on a list' }));
    expect(kept(main)).toMatchObject({ programs: { allow: [], deny: [] } });
    const add = async (list: string, name: string) => {
      await user.click(pane.getByRole('combobox', { name: `Add to the ${list} list` }));
      await user.paste(name);
      await user.keyboard('{Enter}');
    };
    await add('allow', ' Mousepad ');
    await add('allow', 'mousepad');
    await add('deny', 'Thunder*');
    await waitFor(() =>
      expect(kept(main)).toMatchObject({ programs: { allow: ['Mousepad'], deny: ['Thunder*'] } }),
    );
    await user.click(pane.getByRole('button', { name: 'Remove Mousepad' }));
    await waitFor(() => expect(kept(main)).toMatchObject({ programs: { allow: [], deny: ['Thunder*'] } }));
    await user.click(pane.getByRole('switch', { name: 'Only the programs on a list' }));
    await waitFor(() => expect(kept(main)).toMatchObject({ programs: { allow: null, deny: ['Thunder*'] } }));
  });

  it('turns asking and holding back off and on', async () => {
    const main = supervisingMain([]);
    const user = await shown(main);
    act(() => openSettings('safety'));
    const pane = within(await dialog());
    await user.click(pane.getByRole('switch', { name: 'Ask before what cannot be undone' }));
    await user.click(pane.getByRole('switch', { name: 'Hold back while I use the desktop' }));
    await waitFor(() =>
      expect(kept(main)).toMatchObject({ askBeforeDestructive: false, yieldToPerson: false }),
    );
  });
});

it('a tool can be set to ask each time', async () => {
  const main = supervisingMain([]);
  const user = await shown(main);
  act(() => openSettings('runs'));
  await user.click(within(await dialog()).getByRole('combobox', { name: /^Treat set_value/ }));
  await user.click(await screen.findByRole('option', { name: /^Ask me/ }));
  await waitFor(() => expect(kept(main)).toMatchObject({ overrides: { set_value: 'ask' } }));
});

describe('Permissions', () => {
  it('tells each in its state: what was tried, what to do, and to whom it has to be granted', async () => {
    const main = supervisingMain([]);
    answers(
      main,
      permission({}),
      permission({
        name: 'screen_recording',
        state: 'unknown',
        granted: null,
        sentence: 'No other program shows a window.',
        next: 'Open one.',
      }),
    );
    main.answer('permissions:open-settings', () => ok(null));
    const user = await shown(main);
    act(() => openSettings('permissions'));
    const pane = within(await dialog());
    const works = await pane.findByRole('listitem', { name: 'Accessibility' });
    expect(works.textContent).toContain('Working');
    expect(works.textContent).not.toContain('Terminal');
    const unknown = pane.getByRole('listitem', { name: 'Screen Recording' });
    expect(unknown.textContent).toContain('Unknown');
    expect(unknown.textContent).toContain('No other program shows a window.');
    expect(unknown.textContent).toContain('Open one.');
    expect(unknown.textContent).toContain('The program to grant it to is Terminal.');
    await user.click(within(unknown).getByRole('button', { name: 'Open System Settings' }));
    expect(askedFor(main, 'permissions:open-settings')).toEqual([{ name: 'screen_recording' }]);
  });

  it('says what to do where the system shows it as on, and that off may work', async () => {
    const main = supervisingMain([]);
    answers(
      main,
      permission({ state: 'failing', next: 'Grant it.' }),
      permission({ name: 'screen_recording', granted: false }),
    );
    await shown(main);
    act(() => openSettings('permissions'));
    const pane = within(await dialog());
    const failing = await pane.findByRole('listitem', { name: 'Accessibility' });
    expect(failing.textContent).toContain('The system shows it as on, but it does not work.');
    expect(
      within(failing)
        .getAllByRole('listitem')
        .map((each) => each.textContent),
    ).toEqual([
      'In System Settings, remove Terminal from its list with the minus button.',
      'Add it again, and turn it on.',
      'Quit Interlock and open it again.',
    ]);
    expect(pane.getByRole('listitem', { name: 'Screen Recording' }).textContent).toContain(
      'The system shows it as off. It works all the same.',
    );
  });

  it('tries again by itself while it is open and in sight, and stops when it is closed', async () => {
    const main = supervisingMain([]);
    answers(main, permission({ state: 'failing' }));
    await shown(main);
    vi.useFakeTimers();
    const checks = () => askedFor(main, 'permissions:check').length;
    act(() => openSettings('permissions'));
    await act(() => vi.advanceTimersByTimeAsync(0));
    expect(checks()).toBe(1);
    answers(main, permission({ state: 'working' }));
    await act(() => vi.advanceTimersByTimeAsync(watchInterval));
    expect(checks()).toBe(2);
    expect(screen.getByRole('listitem', { name: 'Accessibility' }).textContent).toContain('Working');

    const hidden = vi.spyOn(document, 'hidden', 'get').mockReturnValue(true);
    await act(() => vi.advanceTimersByTimeAsync(3 * watchInterval));
    expect(checks()).toBe(2);
    hidden.mockReturnValue(false);
    await act(async () => void document.dispatchEvent(new Event('visibilitychange')));
    expect(checks()).toBe(3);

    act(() => openSettings('general'));
    await act(() => vi.advanceTimersByTimeAsync(3 * watchInterval));
    expect(checks()).toBe(3);
  });

  it('that could not be tried says so, and is tried on request', async () => {
    const main = supervisingMain([]);
    main.answer('permissions:check', () => failed('internal', 'The check broke.', 'Check again.'));
    const user = await shown(main);
    act(() => openSettings('permissions'));
    const pane = within(await dialog());
    expect(await pane.findByText(/The check broke/)).toBeTruthy();
    answers(main, permission({}));
    await user.click(pane.getByRole('button', { name: 'Check again' }));
    expect(await pane.findByRole('listitem', { name: 'Accessibility' })).toBeTruthy();
    expect(pane.queryByText(/The check broke/)).toBeNull();
  });

  it('are a quiet sentence where none is needed', async () => {
    const main = supervisingMain([]);
    main.answer('permissions:check', () => ok({ platform: 'none', grantTo: '', permissions: [] }));
    await shown(main);
    act(() => openSettings('permissions'));
    const pane = within(await dialog());
    expect(await pane.findByText(/only the practice window can be worked on/)).toBeTruthy();
    expect(pane.queryByRole('button', { name: 'Check again' })).toBeNull();
  });
});
