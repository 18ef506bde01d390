import { useEffect } from 'react';
import { stopActive } from '../composer/run-draft';
import { typing } from '../timeline/keymap';
import { isBusy, useApp } from './app-store';
import { commands } from './commands';
import { strokeName } from './stroke';

const onMac = navigator.platform.startsWith('Mac');

/** Where Escape and letters belong to what is open. */
const layers = '[role="dialog"], [role="menu"], [role="listbox"]';

/** Keys that work wherever the focus is; single letters and undo are left to whoever is typing. */
export function useGlobalKeys(): void {
  useEffect(() => {
    // Before all others, so that nothing stands between a person and the stop.
    window.addEventListener('keydown', stopOnEscape, { capture: true });
    window.addEventListener('keydown', runCommand);
    return () => {
      window.removeEventListener('keydown', stopOnEscape, { capture: true });
      window.removeEventListener('keydown', runCommand);
    };
  }, []);
}

function stopOnEscape(event: KeyboardEvent): void {
  if (event.key !== 'Escape' || !isBusy(useApp.getState())) return;
  if (document.querySelector(layers) !== null) return;
  event.preventDefault();
  event.stopPropagation();
  void stopActive('escape');
}

function runCommand(event: KeyboardEvent): void {
  const name = strokeName(event, onMac);
  const focus = event.target instanceof Element ? event.target : null;
  if (event.defaultPrevented || name === null || name === 'Escape' || focus?.closest(layers)) return;
  const writing = focus?.closest(typing) ?? null;
  if (writing !== null && (name === 'Mod+Z' || !(name.startsWith('Mod+') || name === 'F6'))) return;
  const command = commands.find((each) => each.keys === name);
  if (command === undefined) return;
  event.preventDefault();
  command.run();
}
