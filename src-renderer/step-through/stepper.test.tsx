import { RunId } from '@contract/ids';
import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { act } from 'react';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { read, runOf } from '../timeline/layout/trace.fixture';
import { useTrace } from '../trace/trace-store';
import { TooltipProvider } from '../widgets/tooltip';
import { Stepper } from './stepper';

const id = RunId.parse('told-run');
/** Steps: asked, answered, started, ended. */
const events = runOf([read]);
const trace = () => useTrace.getState();

function show() {
  render(
    <TooltipProvider>
      <Stepper />
    </TooltipProvider>,
  );
}

const press = (name: string) => userEvent.click(screen.getByRole('button', { name }));
const said = () => screen.getByText(/^Step/).textContent;

beforeEach(() => {
  act(() => trace().open({ id, name: 'Told', origin: 'library', live: false, events, notes: [] }));
});

afterEach(() => {
  cleanup();
  act(() => trace().close());
});

it('steps through the run and says where it stands and what happened', async () => {
  show();
  expect(said()).toBe('Step 4 of 4');
  await press('Previous step');
  expect(said()).toBe('Step 3 of 4');
  expect(screen.getByText('http_get started')).toBeDefined();
  await press('First step');
  expect(said()).toBe('Step 1 of 4');
  expect(screen.getByText('Turn 1: the model was asked')).toBeDefined();
  await press('Next step');
  expect(said()).toBe('Step 2 of 4');
  await press('Last step');
  expect(screen.getByText('http_get succeeded after 100 ms')).toBeDefined();
});

it('is a slider for the keyboard too, that says its step', async () => {
  show();
  const slider = screen.getByRole('slider', { name: 'Step' });
  slider.focus();
  await userEvent.keyboard('{ArrowLeft}');
  expect(slider.getAttribute('aria-valuetext')).toBe('Step 3 of 4');
  await userEvent.keyboard('{Home}');
  expect(trace().cursor).toBe(0);
});

it('plays at the speed that was chosen, and pauses', async () => {
  const minutes = runOf(...Array.from({ length: 300 }, () => [read]));
  act(() => trace().open({ id, name: 'Long', origin: 'library', live: false, events: minutes, notes: [] }));
  show();
  await userEvent.click(screen.getByRole('radio', { name: '2x' }));
  expect(trace().playing).toBeNull();
  await press('Play');
  expect(trace().playing).toBe(2);
  await press('Pause');
  expect(trace().playing).toBeNull();
});
