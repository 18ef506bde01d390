import { defaultCrews } from '@contract/default-crews';
import { failed, ok } from '@contract/failure';
import { defaultSettings } from '@contract/settings';
import { act, screen, within } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import { about, simulatedMain } from '../shell/simulated-main.fixture';
import { askedFor, freshWindow, shown } from '../shell/window-under-test.fixture';

beforeEach(() => void freshWindow());

const trigger = () => screen.getByRole('button', { name: /^Agents:/ });

/** A window in which a task for a model is written. */
async function writing(change: Partial<typeof defaultSettings> = {}) {
  const main = simulatedMain();
  const settings = { ...defaultSettings, provider: 'anthropic', ...change } as const;
  main.answer('bootstrap', () =>
    ok({ ...about, settings, keySources: { ...about.keySources, anthropic: 'environment' } }),
  );
  main.answer('run:start', () => failed('internal', 'Not today.', 'Tomorrow.'));
  const user = await shown(main);
  await user.type(screen.getByRole('textbox', { name: 'Task' }), 'Do it');
  return {
    main,
    user,
    asked: () => askedFor(main, 'run:start'),
    run: () => user.click(screen.getByRole('button', { name: 'Run' })),
    async opened() {
      await user.click(trigger());
      return within(await screen.findByRole('dialog', { name: 'Agents' }));
    },
  };
}

describe('the agents', () => {
  it('are one alone, until another kind is chosen by keyboard', async () => {
    const { user, asked, run } = await writing();
    expect(trigger().textContent).toBe('Alone');
    act(() => trigger().focus());
    await user.keyboard('{Enter}');
    const popover = within(await screen.findByRole('dialog', { name: 'Agents' }));
    act(() => popover.getByRole('combobox', { name: /^How they share/ }).focus());
    await user.keyboard('{Enter}');
    await screen.findByRole('option', { name: /^Sub-agents/ });
    await user.keyboard('{ArrowDown}{ArrowDown}{Enter}');
    expect(popover.getAllByRole('listitem').map((item) => item.getAttribute('aria-label'))).toEqual([
      'Agent 1',
      'Agent 2',
    ]);
    await user.keyboard('{Escape}');
    expect(trigger().textContent).toBe('Sub-agents');
    await run();
    expect(asked()).toMatchObject([{ crew: defaultCrews.sub_agents }]);
  });

  it('say what is wrong with one of them, there and where the run begins, until it is right', async () => {
    const { user, asked, run, opened } = await writing({ crew: defaultCrews.manager });
    const popover = await opened();
    await user.click(popover.getByRole('button', { name: 'Add an agent' }));
    const third = within(popover.getByRole('listitem', { name: 'Agent 3' }));
    expect(third.getByRole('alert').textContent).toBe('say what this one does');
    await user.clear(third.getByRole('textbox', { name: 'Name of agent 3' }));
    await user.type(third.getByRole('textbox', { name: 'Name of agent 3' }), 'The Clerk');
    expect(third.getAllByRole('alert')).toHaveLength(2);
    await user.keyboard('{Escape}');
    await run();
    expect(asked()).toEqual([]);
    expect(screen.getByRole('alert').textContent).toContain('The Clerk: a name is up to 32');
    expect(trigger().getAttribute('aria-invalid')).toBe('true');

    const again = await opened();
    const clerk = within(again.getByRole('listitem', { name: 'Agent 3' }));
    await user.clear(clerk.getByRole('textbox', { name: 'Name of agent 3' }));
    await user.type(clerk.getByRole('textbox', { name: 'Name of agent 3' }), 'clerk');
    await user.type(clerk.getByRole('textbox', { name: 'What clerk does' }), 'File it.');
    await user.click(clerk.getByRole('switch', { name: 'All tools for clerk' }));
    expect(clerk.getByRole('alert').textContent).toBe('choose a tool, or all');
    await user.click(clerk.getByRole('button', { name: 'set_value for clerk' }));
    expect(clerk.queryByRole('alert')).toBeNull();
    await user.keyboard('{Escape}');
    await run();
    expect(asked()).toMatchObject([
      {
        crew: {
          kind: 'manager',
          members: [{}, {}, { name: 'clerk', instructions: 'File it.', tools: ['set_value'] }],
        },
      },
    ]);
  });

  it('are bounded by whole numbers, and say which ones fit', async () => {
    const { user, asked, run, opened } = await writing({ crew: defaultCrews.sub_agents });
    const popover = await opened();
    const most = popover.getByRole('textbox', { name: 'Agents at most' });
    await user.clear(most);
    expect(popover.getByRole('alert').textContent).toBe('1 to 100');
    await user.type(most, '3');
    expect(popover.queryByRole('alert')).toBeNull();
    await user.keyboard('{Escape}');
    await run();
    expect(asked()).toMatchObject([{ crew: { kind: 'sub_agents', count: 3 } }]);
  });

  it('of a process stand in an order, and the first works in the mode of the run', async () => {
    const { user, asked, run, opened } = await writing({ crew: defaultCrews.process });
    const popover = await opened();
    expect(
      popover.getAllByRole('combobox', { name: /^Mode of/ }).map((each) => each.getAttribute('aria-label')),
    ).toEqual(['Mode of checker: Mode of the run']);
    await user.click(popover.getByRole('button', { name: 'Move checker up' }));
    await user.click(popover.getByRole('button', { name: 'Remove operator' }));
    expect(popover.queryByRole('button', { name: /^Move/ })).toBeNull();
    await user.keyboard('{Escape}');
    await run();
    expect(asked()).toMatchObject([{ crew: { kind: 'process', steps: [{ name: 'checker' }] } }]);
  });

  it('of a kind are kept while another is looked at, and given up by Reset', async () => {
    const { user, opened } = await writing({ crew: defaultCrews.handoff });
    const popover = await opened();
    const choose = async (kind: RegExp) => {
      await user.click(popover.getByRole('combobox', { name: /^How they share/ }));
      await user.click(await screen.findByRole('option', { name: kind }));
    };
    await user.click(popover.getByRole('button', { name: 'Remove checker' }));
    await choose(/^Alone/);
    expect(popover.queryByRole('listitem')).toBeNull();
    await choose(/^Handoff/);
    expect(popover.getAllByRole('listitem')).toHaveLength(1);
    await user.click(popover.getByRole('button', { name: 'Reset' }));
    expect(popover.getAllByRole('listitem')).toHaveLength(2);
  });

  it('of a demo are its own', async () => {
    const main = simulatedMain();
    const [demo] = about.demos;
    if (demo === undefined) throw new Error('there is a demo');
    main.answer('bootstrap', () => ok({ ...about, demos: [{ ...demo, crew: defaultCrews.process }] }));
    main.answer('run:start', () => failed('internal', 'Not today.', 'Tomorrow.'));
    const user = await shown(main);
    await user.click(trigger());
    const popover = within(await screen.findByRole('dialog', { name: 'Agents' }));
    expect(popover.getByText('A demo brings its own agents.')).toBeTruthy();
    expect(popover.getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual([
      expect.stringContaining('operator'),
      expect.stringContaining('checker'),
    ]);
    expect(popover.queryByRole('textbox')).toBeNull();
    await user.keyboard('{Escape}');
    await user.click(screen.getByRole('button', { name: 'Run' }));
    expect(askedFor(main, 'run:start')).toMatchObject([{ crew: { kind: 'process' } }]);
  });
});
