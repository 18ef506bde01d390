export type TimelineCommand =
  | 'zoom-in'
  | 'zoom-out'
  | 'pan-left'
  | 'pan-right'
  | 'fit'
  | 'fit-all'
  | 'mark'
  | 'next-call'
  | 'previous-call'
  | 'select-above'
  | 'select-below'
  | 'step-previous'
  | 'step-next'
  | 'step-first'
  | 'step-last'
  | 'play-pause'
  | 'follow'
  | 'fold'
  | 'clear';

export interface KeyBinding {
  /** As `KeyboardEvent.key` says them, letters in lower case; any one of them. */
  readonly keys: readonly string[];
  readonly command: TimelineCommand;
  /** For a person, beginning with a verb. */
  readonly says: string;
}

/** Every key of the timeline and the stepper, in the order in which help lists them. None is pressed with Ctrl, Alt or Meta. */
export const timelineKeys: readonly KeyBinding[] = [
  { keys: ['w', '+', '='], command: 'zoom-in', says: 'Zoom in' },
  { keys: ['s', '-'], command: 'zoom-out', says: 'Zoom out' },
  { keys: ['a'], command: 'pan-left', says: 'Pan left' },
  { keys: ['d'], command: 'pan-right', says: 'Pan right' },
  { keys: ['f'], command: 'fit', says: 'Fit the selection, or everything' },
  { keys: ['0'], command: 'fit-all', says: 'Fit everything' },
  { keys: ['m'], command: 'mark', says: 'Set or clear a mark at the pointer' },
  { keys: ['.', 'j'], command: 'next-call', says: 'Select the next call' },
  { keys: [',', 'k'], command: 'previous-call', says: 'Select the previous call' },
  { keys: ['ArrowUp'], command: 'select-above', says: 'Select what is above' },
  { keys: ['ArrowDown'], command: 'select-below', says: 'Select what is below' },
  { keys: ['ArrowLeft'], command: 'step-previous', says: 'Step back' },
  { keys: ['ArrowRight'], command: 'step-next', says: 'Step forward' },
  { keys: ['Home'], command: 'step-first', says: 'Go to the first step' },
  { keys: ['End'], command: 'step-last', says: 'Go to the last step' },
  { keys: [' '], command: 'play-pause', says: 'Play or pause' },
  { keys: ['l'], command: 'follow', says: 'Follow the live edge' },
  { keys: ['o'], command: 'fold', says: 'Fold or unfold the turns of the selected agent' },
  { keys: ['Escape'], command: 'clear', says: 'Clear the selection' },
];

/** A key press, as far as it matters here. */
export interface KeyStroke {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
}

const commands = new Map(
  timelineKeys.flatMap(({ keys, command }) => keys.map((key) => [key, command] as const)),
);

export function commandFor(stroke: KeyStroke): TimelineCommand | null {
  if (stroke.ctrlKey || stroke.metaKey || stroke.altKey) return null;
  return commands.get(stroke.key.length === 1 ? stroke.key.toLowerCase() : stroke.key) ?? null;
}

/** Where a person types: no key is ours. */
export const typing = 'input, textarea, select, [contenteditable=""], [contenteditable="true"]';
/** Where keys open, choose or look up by letter. */
export const claimsKeys =
  '[role="dialog"], [role="alertdialog"], [role="menu"], [role="menubar"], [role="listbox"], [role="combobox"], [role="tree"], [role="grid"]';
/** Where arrows, Home, End and space have a meaning of their own. */
export const claimsArrows =
  '[role="slider"], [role="tablist"], [role="radiogroup"], [role="separator"], [role="toolbar"]';
/** Where space and Enter press. */
const pressed = 'button, a[href], summary, [role="button"], [role="checkbox"], [role="switch"]';

const arrowKeys: ReadonlySet<string> = new Set([
  'ArrowUp',
  'ArrowDown',
  'ArrowLeft',
  'ArrowRight',
  'Home',
  'End',
  ' ',
]);

/** Whether the place that has the focus wants the key for itself. The timeline's own region wants all of ours. */
export function claimed(key: string, focus: Pick<Element, 'closest'> | null): boolean {
  if (focus === null) return false;
  if (focus.closest(typing) !== null) return true;
  if (focus.closest('[data-timeline]') !== null) return false;
  if (focus.closest(claimsKeys) !== null) return true;
  if (arrowKeys.has(key) && focus.closest(claimsArrows) !== null) return true;
  return key === ' ' && focus.closest(pressed) !== null;
}

const shown: Readonly<Record<string, string>> = {
  ArrowLeft: 'Left',
  ArrowRight: 'Right',
  ArrowUp: 'Up',
  ArrowDown: 'Down',
  Escape: 'Esc',
  ' ': 'Space',
};

/** A key as a hint shows it: `W`, `Left`, `Space`. */
export function shownKey(key: string): string {
  return shown[key] ?? (key.length === 1 ? key.toUpperCase() : key);
}
