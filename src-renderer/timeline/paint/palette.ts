/** The timeline's colours, as the canvas takes them. */
export interface Palette {
  readonly panel: string;
  readonly sunken: string;
  readonly line: string;
  readonly edge: string;
  readonly text: string;
  readonly muted: string;
  readonly faint: string;
  readonly inverse: string;
  readonly hover: string;
  readonly failure: string;
  readonly hazard: string;
  readonly sequential: Hue;
  readonly parallel: Hue;
  readonly model: Hue;
  /** Family and size in one, as `ctx.font` takes it. */
  readonly font: string;
  readonly strongFont: string;
}

/** One meaning in four strengths. */
export interface Hue {
  readonly full: string;
  readonly border: string;
  readonly tint: string;
  readonly hatch: string;
  /** Close to full: lines on it that are just seen. */
  readonly shade: string;
}

/** Reads the tokens as the document has them now. `host` is any element that is in the document. */
export function readPalette(host: HTMLElement): Palette {
  const probe = document.createElement('span');
  probe.hidden = true;
  host.append(probe);
  const resolved = (color: string) => {
    probe.style.color = color;
    return getComputedStyle(probe).color;
  };
  const token = (name: string) => resolved(`var(--color-${name})`);
  const mixed = (name: string, share: number) =>
    resolved(`color-mix(in oklab, var(--color-${name}) ${share}%, var(--color-panel))`);
  const hue = (name: string): Hue => ({
    full: token(name),
    border: mixed(name, 55),
    tint: mixed(name, 13),
    hatch: mixed(name, 32),
    shade: mixed(name, 74),
  });
  const family = getComputedStyle(host).fontFamily;
  const palette: Palette = {
    panel: token('panel'),
    sunken: token('sunken'),
    line: token('line'),
    edge: token('edge'),
    text: token('text'),
    muted: token('muted'),
    faint: token('faint'),
    inverse: token('inverse'),
    hover: token('hover'),
    failure: token('failure'),
    hazard: token('hazard'),
    sequential: hue('sequential'),
    parallel: hue('parallel'),
    model: hue('model'),
    font: `11px ${family}`,
    strongFont: `600 11px ${family}`,
  };
  probe.remove();
  return palette;
}
