/** `Mod` is Command on a Mac, Control elsewhere. */
export function keyWords(keys: string, mac: boolean): string[] {
  const words: Record<string, string> = mac
    ? { Mod: '⌘', Shift: '⇧', Alt: '⌥', Enter: '↩', Escape: 'Esc', Left: '←', Right: '→', Up: '↑', Down: '↓' }
    : { Mod: 'Ctrl', Escape: 'Esc', Left: '←', Right: '→', Up: '↑', Down: '↓' };
  return (keys === '+' ? [keys] : keys.split('+')).map((key) => words[key] ?? key);
}

const onMac = typeof navigator !== 'undefined' && /Mac/.test(navigator.userAgent);

/** @param keys one chord, as in `Mod+Shift+K` */
export function KeyHint({ keys }: { readonly keys: string }) {
  return (
    <kbd className="inline-flex gap-0.5 font-sans text-xs text-muted">
      {keyWords(keys, onMac).map((word) => (
        <span key={word} className="min-w-4 rounded border border-line px-1 text-center leading-4">
          {word}
        </span>
      ))}
    </kbd>
  );
}
