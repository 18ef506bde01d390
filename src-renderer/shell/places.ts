/** Parts of the window that take the focus: an element says which it is with `data-place`. */
export const panels = ['task', 'runs', 'comparison', 'timeline', 'stepper', 'details', 'asked'] as const;
export type Place = (typeof panels)[number] | 'run-search';

export function placeOf(place: Place): HTMLElement | null {
  return document.querySelector<HTMLElement>(`[data-place="${place}"]`);
}

const focusable =
  'button:not(:disabled), [href], input:not(:disabled), textarea, select, [tabindex]:not([tabindex="-1"])';

/** `next`: the panel after the one that has the focus, round and round. */
export function focusPlace(place: Place | 'next'): void {
  const there = place === 'next' ? afterFocused() : placeOf(place);
  if (there === null) return;
  const target = there.matches(focusable)
    ? there
    : (there.querySelector<HTMLElement>('[data-first]') ?? there.querySelector<HTMLElement>(focusable));
  target?.focus();
  if (target instanceof HTMLTextAreaElement || target instanceof HTMLInputElement) target.select();
}

function afterFocused(): HTMLElement | null {
  const shown = panels.map(placeOf).filter((panel) => panel !== null);
  // The innermost: one panel may lie in another.
  const at = shown.findLastIndex((panel) => panel.contains(document.activeElement));
  return shown[(at + 1) % shown.length] ?? null;
}
