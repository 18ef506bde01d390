interface Stroke {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
}

/** As commands write their keys: `Mod+K`, `?`, `F6`. null where another modifier is held. */
export function strokeName({ key, ctrlKey, metaKey, altKey }: Stroke, mac: boolean): string | null {
  const mod = mac ? metaKey : ctrlKey;
  if (altKey || (mac ? ctrlKey : metaKey)) return null;
  // The same key, with and without Shift.
  const name = mod && key === '+' ? '=' : mod && key.length === 1 ? key.toUpperCase() : key;
  return mod ? `Mod+${name}` : name;
}
