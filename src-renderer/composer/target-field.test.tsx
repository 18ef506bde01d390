import { failed, ok, type Result } from '@contract/failure';
import type { Program } from '@contract/program';
import { act, screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import { mousepad, supervisingMain } from '../oversight/supervised-window.fixture';
import { type SimulatedMain, simulatedMain } from '../shell/simulated-main.fixture';
import { askedFor, freshWindow, shown } from '../shell/window-under-test.fixture';
import { useDraft } from './draft-store';

beforeEach(() => void freshWindow());

const vault: Program = {
  id: { pid: 7, name: 'Vault' },
  windows: [{ title: 'Secrets', active: false }],
  access: 'denied_by_default',
  icon: null,
};

const trigger = () => screen.getByRole('button', { name: /^Target:/ });
const option = (name: RegExp) => screen.findByRole('option', { name });

describe('the target', () => {
  it('is found by the title of a window and chosen by keyboard, and goes into the run', async () => {
    const main = supervisingMain([]);
    main.answer('programs:list', () => ok([vault, mousepad]));
    main.answer('run:start', () => failed('internal', 'Not today.', 'Tomorrow.'));
    const user = await shown(main);
    act(() => trigger().focus());
    await user.keyboard('{Enter}');
    await option(/^Mousepad/);
    await user.keyboard('notes{Enter}');
    expect(trigger().getAttribute('aria-label')).toBe('Target: Mousepad');
    await user.click(screen.getByRole('button', { name: 'Run' }));
    expect(askedFor(main, 'run:start')).toMatchObject([
      { target: { kind: 'program', program: mousepad.id } },
    ]);
  });

  it('shows a program that may not be driven, why, and does not take it', async () => {
    const main = supervisingMain([]);
    main.answer('programs:list', () => ok([vault, mousepad]));
    const user = await shown(main);
    await user.click(trigger());
    const denied = await option(/^Vault/);
    expect(denied.textContent).toContain('Denied by default');
    expect(denied.getAttribute('aria-disabled')).toBe('true');
    await user.click(denied);
    expect(useDraft.getState().target).toEqual({ kind: 'practice' });
  });

  it('shows each program by its icon, or else by its letter, which is no text', async () => {
    const main = supervisingMain([]);
    main.answer('programs:list', () => ok([vault, mousepad]));
    const user = await shown(main);
    await user.click(trigger());
    const picture = (await option(/^Mousepad/)).querySelector('img');
    expect(picture?.getAttribute('src')).toBe(`data:image/png;base64,${mousepad.icon}`);
    expect(picture?.getAttribute('alt')).toBe('');
    const without = await option(/^Vault/);
    expect(without.querySelector('[data-letter]')?.getAttribute('data-letter')).toBe('V');
    expect(without.textContent).toMatch(/^Vault/);
    await user.click(await option(/^Mousepad/));
    expect(trigger().querySelector('img')).toBeTruthy();
  });

  it('offers only what this machine has', async () => {
    const user = await shown(simulatedMain());
    await user.click(trigger());
    expect((await screen.findAllByRole('option')).map((each) => each.textContent)).toEqual([
      expect.stringContaining('Practice window'),
    ]);
  });

  it('is listed anew each time it opens, keeps the list meanwhile, and says why none came', async () => {
    const main = supervisingMain([]);
    const user = await shown(main);
    await user.click(trigger());
    await option(/^Mousepad/);
    await user.keyboard('{Escape}');
    main.answer('programs:list', () => failed('program_hung', 'The desktop does not answer.', 'Try again.'));
    await user.click(trigger());
    expect(await screen.findByText(/The desktop does not answer/)).toBeTruthy();
    main.answer('programs:list', () => ok([]));
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByText(/No other program shows a window/)).toBeTruthy();
    expect(askedFor(main, 'programs:list')).toHaveLength(3);
  });

  it('takes the latest list, however long an earlier one takes', async () => {
    const main = supervisingMain([]);
    const { request } = main;
    const waiting: Array<(answer: Result<Program[]>) => void> = [];
    const slow: SimulatedMain = {
      ...main,
      request: (name, input) =>
        name === 'programs:list'
          ? new Promise((resolve) => waiting.push(resolve as never))
          : request(name, input),
    };
    const user = await shown(slow);
    await user.click(trigger());
    expect(await screen.findByLabelText('Listing the programs')).toBeTruthy();
    await user.keyboard('{Escape}');
    await user.click(trigger());
    await act(async () => waiting[1]?.(ok([mousepad])));
    await act(async () => waiting[0]?.(ok([vault])));
    expect(await option(/^Mousepad/)).toBeTruthy();
    expect(screen.queryByRole('option', { name: /^Vault/ })).toBeNull();
  });
});

describe('a program that has quit since it was chosen', () => {
  it('is told when the person comes back, bars the run, and gives way to the one started since', async () => {
    const main = supervisingMain([]);
    const user = await shown(main);
    await user.click(trigger());
    await user.click(await option(/^Mousepad/));
    main.answer('programs:list', () => ok([]));
    act(() => void window.dispatchEvent(new Event('focus')));
    expect((await screen.findByRole('status', { name: 'About the target' })).textContent).toContain(
      'Mousepad has quit.',
    );
    await user.click(screen.getByRole('button', { name: 'Run' }));
    expect(screen.getByRole('alert').textContent).toContain(
      'Mousepad has quit. Choose a target that is running.',
    );
    expect(askedFor(main, 'run:start')).toEqual([]);

    main.answer('programs:list', () => ok([{ ...mousepad, id: { pid: 99, name: 'Mousepad' } }]));
    act(() => void window.dispatchEvent(new Event('focus')));
    await user.click(await screen.findByRole('button', { name: 'Use the new one' }));
    expect(useDraft.getState().target).toEqual({ kind: 'program', program: { pid: 99, name: 'Mousepad' } });
    await waitFor(() => expect(screen.queryByRole('status', { name: 'About the target' })).toBeNull());
  });
});

describe('a permission that fails', () => {
  it('is told before the run, and leads to its pane', async () => {
    const main = supervisingMain([]);
    main.answer('permissions:check', () =>
      ok({
        platform: 'macos',
        grantTo: 'Interlock',
        permissions: [
          {
            name: 'accessibility',
            state: 'failing',
            granted: true,
            sentence: 'Finder gave no answer.',
            next: 'Remove and add again.',
          },
        ],
      }),
    );
    const user = await shown(main);
    expect(askedFor(main, 'permissions:check')).toEqual([]);
    await user.click(trigger());
    await user.click(await option(/^Whole desktop/));
    expect(await screen.findByText('Accessibility is not working.')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'See what to do' }));
    const dialog = await screen.findByRole('dialog', { name: 'Settings' });
    expect(
      (await within(dialog).findByRole('tab', { name: /^Permissions/ })).getAttribute('aria-selected'),
    ).toBe('true');
  });
});
