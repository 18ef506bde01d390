import { failed, ok } from '@contract/failure';
import { type McpReport, type McpServer, McpServerId } from '@contract/mcp';
import { act, screen, waitFor, within } from '@testing-library/react';
import { beforeEach, expect, it } from 'vitest';
import { openSettings } from '../settings/settings-pane';
import { type SimulatedMain, simulatedMain } from '../shell/simulated-main.fixture';
import { askedFor, freshWindow, shown } from '../shell/window-under-test.fixture';
import { useMcp } from './mcp-store';

beforeEach(() => {
  freshWindow();
  useMcp.setState({ report: null, failure: null, removed: null });
});

const files: McpServer = {
  id: McpServerId.parse('files'),
  name: 'files',
  enabled: true,
  connection: { kind: 'stdio', command: 'npx', args: ['-y', 'server'], env: ['TOKEN'] },
  state: {
    kind: 'ready',
    tools: [{ name: 'files__read', own: 'read', description: 'Reads a file.', effect: 'read' }],
  },
  said: ['listening'],
};

function reporting(...servers: readonly McpServer[]): McpReport {
  return { servers: [...servers], tools: [], secretsForgotten: null };
}

async function pane(main: SimulatedMain) {
  const user = await shown(main);
  act(() => openSettings('tools'));
  return { user, pane: within(await screen.findByRole('dialog', { name: 'Settings' })) };
}

function mainWith(...servers: readonly McpServer[]) {
  const main = simulatedMain();
  main.answer('mcp:report', () => ok(reporting(...servers)));
  return main;
}

it('is empty at first, and a server is added by what is typed', async () => {
  const main = mainWith();
  main.answer('mcp:add', () => ok(null));
  const { user, pane: at } = await pane(main);
  await user.click(await at.findByRole('button', { name: 'Add a server' }));
  expect(document.activeElement).toBe(at.getByRole('textbox', { name: 'Name' }));
  await user.click(at.getByRole('button', { name: 'Add' }));
  expect(at.getByText('Give it a name.')).toBeTruthy();
  await user.type(at.getByRole('textbox', { name: 'Name' }), 'files');
  await user.type(at.getByRole('textbox', { name: 'Program' }), 'npx');
  await user.type(at.getByRole('textbox', { name: 'Arguments' }), '-y{Enter}server');
  await user.type(at.getByRole('textbox', { name: 'Environment' }), 'TOKEN=abc');
  await user.click(at.getByRole('button', { name: 'Add' }));
  const connection = { kind: 'stdio', command: 'npx', args: ['-y', 'server'], env: { TOKEN: 'abc' } };
  expect(askedFor(main, 'mcp:add')).toEqual([{ name: 'files', connection }]);
  await waitFor(() => expect(at.queryByRole('form', { name: 'Add a server' })).toBeNull());
  act(() => main.notify('mcp:changed', reporting({ ...files, state: { kind: 'connecting' } })));
  expect(at.getByRole('listitem', { name: 'files' }).textContent).toContain('Starting ...');
});

it('keeps what was typed where the main process refuses it, and says why', async () => {
  const main = mainWith();
  main.answer('mcp:add', () => failed('invalid_input', 'There is a server of that name.', 'Choose another.'));
  const { user, pane: at } = await pane(main);
  await user.click(await at.findByRole('button', { name: 'Add a server' }));
  await user.click(at.getByRole('radio', { name: 'An address' }));
  await user.type(at.getByRole('textbox', { name: 'Name' }), 'all');
  await user.type(at.getByRole('textbox', { name: 'Address' }), 'http://127.0.0.1:1/mcp');
  await user.keyboard('{Enter}');
  expect(await at.findByText(/There is a server of that name/)).toBeTruthy();
  expect(at.getByRole<HTMLInputElement>('textbox', { name: 'Name' }).value).toBe('all');
});

it('tells each in its state, and lets it be tried again, turned off, removed and brought back', async () => {
  const failure = { code: 'mcp_unavailable', sentence: 'It ended.', next: 'Look at it.' } as const;
  const gone = McpServerId.parse('gone');
  const main = mainWith(files, { ...files, id: gone, name: 'gone', state: { kind: 'failed', failure } });
  for (const name of ['mcp:restart', 'mcp:enable', 'mcp:remove', 'mcp:restore'] as const)
    main.answer(name, () => ok(null));
  const { user, pane: at } = await pane(main);
  const ready = await at.findByRole('listitem', { name: 'files' });
  expect(ready.textContent).toContain('Ready, 1 tool');
  const broken = at.getByRole('listitem', { name: 'gone' });
  expect(broken.textContent).toContain('It ended.');
  await user.click(within(broken).getByRole('button', { name: 'Try again' }));
  await user.click(within(ready).getByRole('switch', { name: 'Use files' }));
  await user.click(within(ready).getByRole('button', { name: 'Remove files' }));
  await user.click(await at.findByRole('button', { name: 'Undo' }));
  expect(askedFor(main, 'mcp:restart')).toEqual([{ id: gone }]);
  expect(askedFor(main, 'mcp:enable')).toEqual([{ id: files.id, on: false }]);
  expect(askedFor(main, 'mcp:restore')).toEqual([{ id: files.id }]);
});

it('lets the person say what a tool counts as, above what its server says', async () => {
  const main = mainWith(files);
  const { user, pane: at } = await pane(main);
  await user.click(await at.findByText('Its tools, and what they count as'));
  await user.click(at.getByRole('combobox', { name: /^Treat files__read/ }));
  await user.click(await screen.findByRole('option', { name: /^Write/ }));
  await waitFor(() =>
    expect(askedFor(main, 'settings:change').at(-1)).toMatchObject({ overrides: { files__read: 'write' } }),
  );
});

it('says that it could not ask, and asks again', async () => {
  const main = simulatedMain();
  main.answer('mcp:report', () => failed('internal', 'It broke.', 'Try again.'));
  const { user, pane: at } = await pane(main);
  expect(await at.findByText(/It broke\./)).toBeTruthy();
  main.answer('mcp:report', () => ok(reporting(files)));
  await user.click(at.getByRole('button', { name: 'Try again' }));
  expect(await at.findByRole('listitem', { name: 'files' })).toBeTruthy();
});
