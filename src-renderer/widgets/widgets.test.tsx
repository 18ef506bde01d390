import { failed, ok } from '@contract/failure';
import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { afterEach, expect, it, vi } from 'vitest';
import { provideInterlock } from '../ipc/client';
import { simulatedMain } from '../shell/simulated-main.fixture';
import { CopyButton } from './copy-button';
import { JsonView } from './json-view';
import { keyWords } from './key-hint';
import { LongText } from './long-text';
import { Tabs } from './tabs';
import { SearchField } from './text-field';
import { TooltipProvider } from './tooltip';

afterEach(cleanup);

it('folds and opens JSON by its brackets', async () => {
  render(<JsonView label="Input" value={{ ref: 's7:e12', list: [1, 2] }} />);
  await userEvent.click(screen.getByRole('button', { name: 'list, 2 items' }));
  expect(screen.getByRole('region', { name: 'Input' }).textContent).toBe(
    '{"ref": "s7:e12","list": [ 2 items ]}',
  );
});

it('cuts long text and says how much there is', async () => {
  render(<LongText text={'x'.repeat(12_400)} limit={100} />);
  await userEvent.click(screen.getByRole('button', { name: 'show all (12,400 characters)' }));
  expect(screen.getByText(/x{12400}/)).toBeDefined();
  expect(screen.getByRole('button', { name: 'show less' })).toBeDefined();
});

it('says that it copied, and also that it could not', async () => {
  const user = userEvent.setup();
  const main = simulatedMain();
  main.answer('text:copy', () => ok(null));
  const withdraw = provideInterlock(main);
  render(<CopyButton label="Copy input" text={() => 'all of it'} />, { wrapper: TooltipProvider });
  await user.click(screen.getByRole('button', { name: 'Copy input' }));
  expect(main.asked).toEqual([{ name: 'text:copy', input: { text: 'all of it' } }]);
  expect(await screen.findByRole('button', { name: 'Copied' })).toBeDefined();
  main.answer('text:copy', () => failed('io_failed', 'The clipboard is busy.', 'Try again.'));
  await user.click(screen.getByRole('button', { name: 'Copied' }));
  expect(await screen.findByRole('button', { name: 'The clipboard refused' })).toBeDefined();
  withdraw();
});

it('empties a search with Escape, and lets the next Escape through', async () => {
  const heard = vi.fn<() => void>();
  function Page() {
    const [value, setValue] = useState('dialog');
    return <SearchField label="Filter" value={value} onChange={setValue} />;
  }
  document.addEventListener('keydown', heard);
  render(<Page />, { wrapper: TooltipProvider });
  await userEvent.click(screen.getByRole('searchbox', { name: 'Filter' }));
  await userEvent.keyboard('{Escape}');
  expect(screen.getByRole<HTMLInputElement>('searchbox').value).toBe('');
  expect(heard).toHaveBeenCalledTimes(0);
  await userEvent.keyboard('{Escape}');
  expect(heard).toHaveBeenCalledTimes(1);
  document.removeEventListener('keydown', heard);
});

it('moves between tabs with the arrows', async () => {
  function Page() {
    const [value, setValue] = useState<'call' | 'raw'>('call');
    const items = [
      { value: 'call', label: 'Call', content: 'the call' },
      { value: 'raw', label: 'Raw', content: 'the event' },
    ] as const;
    return <Tabs label="Details" items={items} value={value} onChange={setValue} />;
  }
  render(<Page />);
  await userEvent.click(screen.getByRole('tab', { name: 'Call' }));
  await userEvent.keyboard('{ArrowRight}');
  expect(screen.getByRole('tabpanel', { name: 'Raw' }).textContent).toBe('the event');
});

it('says the keys as the platform does', () => {
  expect(keyWords('Mod+Shift+K', true)).toEqual(['⌘', '⇧', 'K']);
  expect(keyWords('Mod+Shift+K', false)).toEqual(['Ctrl', 'Shift', 'K']);
});
