import { ok } from '@contract/failure';
import { RunId } from '@contract/ids';
import { act, screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import { useLibrary } from '../library/library-store';
import { longRun } from '../trace/long-run.fixture';
import { useTrace } from '../trace/trace-store';
import { useApp } from './app-store';
import { about, openedTrace, runEntry, type SimulatedMain, simulatedMain } from './simulated-main.fixture';
import { askedFor, freshWindow, shown } from './window-under-test.fixture';

const one = RunId.parse('long-run');
const two = RunId.parse('other-run');

beforeEach(() => void freshWindow());

/** Two runs, of which any can be opened, renamed, deleted and brought back. */
function twoRuns(): SimulatedMain {
  const main = simulatedMain([runEntry(one), runEntry(two, { startedAt: 1_600_000_000_000 })]);
  main.answer('runs:open', ({ id }) => ok({ ...openedTrace(longRun(20), false), id, name: id }));
  for (const name of ['runs:rename', 'runs:delete', 'runs:restore'] as const)
    main.answer(name, () => ok(null));
  return main;
}

const row = (id: string) => screen.findByRole('row', { name: new RegExp(`^${id}`) });

describe('the opened run', () => {
  it('takes its new name into the line above it', async () => {
    const user = await shown(twoRuns());
    await user.click(await row(one));
    act(() => screen.getByRole('grid').focus());
    await user.keyboard('{F2}');
    const field = await screen.findByRole('textbox', { name: /^New name of/ });
    await user.clear(field);
    await user.type(field, 'Better{Enter}');
    expect(screen.getByRole('heading', { name: 'Better' })).toBeTruthy();
  });

  it('is closed when it is deleted, and its mark and comparison go with it', async () => {
    const main = twoRuns();
    const user = await shown(main);
    await user.click(await row(one));
    act(() => {
      useLibrary.setState({ marked: [one, two] });
      useApp.setState({ view: { kind: 'compare', left: one, right: two } });
    });
    act(() => screen.getByRole('grid').focus());
    await user.keyboard('{Delete}');
    await screen.findByText('Deleted "long-run".');
    expect(useTrace.getState().source).toBeNull();
    expect(useLibrary.getState().marked).toEqual([two]);
    expect(screen.getByRole('heading', { name: 'No run is open' })).toBeTruthy();

    await user.keyboard('{Control>}z{/Control}');
    expect(await screen.findByText('"long-run" is back.')).toBeTruthy();
    expect(askedFor(main, 'runs:restore')).toEqual([{ id: one }]);
  });
});

describe('keys', () => {
  it('lead from panel to panel, to the search, to the help and to the commands', async () => {
    const user = await shown(twoRuns());
    await user.click(await row(one));
    const search = screen.getByRole('searchbox', { name: 'Search the runs' });
    await user.keyboard('/');
    expect(document.activeElement).toBe(search);
    await user.keyboard('{F6}');
    expect(document.activeElement).toBe(screen.getByRole('tree', { name: 'Turns and their calls' }));
    await user.keyboard('{F6}{F6}{F6}');
    expect(document.activeElement).toBe(screen.getByRole('textbox', { name: 'Task' }));
    await user.keyboard('?');
    expect(screen.queryByRole('dialog')).toBeNull();
    await user.keyboard('{F6}');
    act(() => screen.getByRole('grid').focus());
    await user.keyboard('?');
    expect(await screen.findByRole('dialog', { name: 'Keys' })).toBeTruthy();
    await user.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  });

  it('make the text larger and smaller, and change the theme through the commands', async () => {
    const main = twoRuns();
    const user = await shown(main);
    await user.keyboard('{Control>}={/Control}');
    await user.keyboard('{Control>}--{/Control}');
    act(() => main.notify('menu:command', 'text-normal'));
    act(() => main.notify('menu:command', 'theme-dark'));
    await waitFor(() =>
      expect(askedFor(main, 'settings:change')).toMatchObject([
        { textScale: 1.15 },
        { textScale: 1 },
        { textScale: 0.9 },
        { textScale: 1 },
        { textScale: 1, theme: 'dark' },
      ]),
    );
  });
});

describe('the commands', () => {
  it('compare the open run with another, named as in the list', async () => {
    const user = await shown(twoRuns());
    await user.click(await row(one));
    await user.keyboard('{Control>}k{/Control}');
    await user.type(await screen.findByRole('combobox', { name: 'Commands' }), 'compare with other{Enter}');
    const comparison = await screen.findByRole('region', { name: 'Two runs side by side' });
    expect(await within(comparison).findAllByRole('img')).toHaveLength(2);
    expect(useApp.getState().view).toEqual({ kind: 'compare', left: one, right: two });
  });
});

describe('a server that speaks the API of OpenAI', () => {
  const drafting = async (change: Partial<typeof about.settings> = {}) => {
    const main = twoRuns();
    const settings = { ...about.settings, provider: 'openai', ...change } as const;
    main.answer('bootstrap', () => ok({ ...about, settings }));
    const user = await shown(main);
    await user.type(screen.getByRole('textbox', { name: 'Task' }), 'Do it');
    return { main, user };
  };

  it('is OpenAI itself without an address, which needs a key', async () => {
    const { main, user } = await drafting();
    main.answer('key:store', () => ok('stored'));
    await user.click(screen.getByRole('button', { name: 'Run' }));
    expect(screen.getByRole('alert').textContent).toContain('There is no OpenAI key yet.');
    expect(askedFor(main, 'run:start')).toEqual([]);
    await user.click(screen.getByRole('button', { name: 'Open the settings' }));
    const dialog = within(await screen.findByRole('dialog', { name: 'Settings' }));
    await user.type(dialog.getByLabelText('OpenAI key'), 'sk-test');
    const group = within(dialog.getByRole('region', { name: 'OpenAI and compatible servers' }));
    await user.click(group.getByRole('button', { name: 'Keep' }));
    expect(askedFor(main, 'key:store')).toEqual([{ of: 'openai', key: 'sk-test' }]);
    expect(await group.findByRole('button', { name: 'Forget the key' })).not.toBeNull();
    expect(dialog.getByLabelText('Anthropic key')).not.toBeNull();
  });

  it('needs none at another address, and is asked by any name', async () => {
    const { main, user } = await drafting({ openaiBaseUrl: 'http://127.0.0.1:11434/v1', openaiApi: 'chat' });
    expect(screen.queryByRole('button', { name: 'Enter a key' })).toBeNull();
    const name = screen.getByRole('combobox', { name: 'Model name' });
    await user.clear(name);
    await user.click(screen.getByRole('button', { name: 'Run' }));
    expect(screen.getByRole('alert').textContent).toContain('Name the model.');
    await user.type(name, 'llama3.2');
    await user.click(screen.getByRole('button', { name: 'Run' }));
    expect(askedFor(main, 'run:start')).toMatchObject([
      { model: { provider: 'openai', name: 'llama3.2', api: 'chat' } },
    ]);
  });

  it('keeps the address that is entered, and refuses what is none', async () => {
    const { main, user } = await drafting();
    await user.click(screen.getByRole('button', { name: 'Enter a key' }));
    const dialog = within(await screen.findByRole('dialog', { name: 'Settings' }));
    const field = dialog.getByRole('combobox', { name: 'OpenAI base URL' });
    await user.type(field, '127.0.0.1:8000{Enter}');
    expect(dialog.getByRole('alert').textContent).toContain('Give a whole address');
    expect(askedFor(main, 'settings:change')).toEqual([]);
    await user.clear(field);
    await user.type(field, 'http://127.0.0.1:8000/v1{Enter}');
    expect(askedFor(main, 'settings:change').at(-1)).toMatchObject({
      openaiBaseUrl: 'http://127.0.0.1:8000/v1',
    });
  });
});

describe('a real model', () => {
  it('without a key is not asked; the settings are offered', async () => {
    const main = twoRuns();
    const settings = { ...about.settings, provider: 'anthropic' } as const;
    main.answer('bootstrap', () => ok({ ...about, settings }));
    main.answer('key:store', () => ok('stored'));
    const user = await shown(main);
    await user.type(screen.getByRole('textbox', { name: 'Task' }), 'Do it');
    await user.click(screen.getByRole('button', { name: 'Run' }));
    expect(screen.getByRole('alert').textContent).toContain('There is no Anthropic key yet.');
    expect(askedFor(main, 'run:start')).toEqual([]);

    await user.click(screen.getByRole('button', { name: 'Open the settings' }));
    const dialog = await screen.findByRole('dialog', { name: 'Settings' });
    await user.type(within(dialog).getByLabelText('Anthropic key'), 'sk-ant-test{Enter}');
    expect(askedFor(main, 'key:store')).toEqual([{ of: 'anthropic', key: 'sk-ant-test' }]);
    expect(await within(dialog).findByRole('button', { name: 'Forget the key' })).toBeTruthy();
  });
});

it('what main had not been asked for is told once it arises', async () => {
  const main = twoRuns();
  await shown(main);
  act(() => main.notify('problem', { code: 'io_failed', sentence: 'The disk is full.', next: 'Make room.' }));
  expect((await screen.findByRole('alert')).textContent).toContain('The disk is full.');
});
