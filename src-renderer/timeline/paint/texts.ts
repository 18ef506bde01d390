/** Measures and shortens what is written, and remembers it. */
export interface Texts {
  width(text: string): number;
  /** Empty where not even a few letters fit. */
  fitted(text: string, room: number): string;
}

const least = 3;

export function texts(ctx: CanvasRenderingContext2D): Texts {
  const widths = new Map<string, number>();
  const width = (text: string) => {
    const known = widths.get(text);
    if (known !== undefined) return known;
    if (widths.size > 5000) widths.clear();
    const measured = ctx.measureText(text).width;
    widths.set(text, measured);
    return measured;
  };
  return {
    width,
    fitted(text, room) {
      const whole = width(text);
      if (whole <= room) return text;
      const letters = Math.floor((text.length * (room - width('…'))) / whole);
      if (letters < least) return '';
      let short = `${text.slice(0, letters).trimEnd()}…`;
      for (let at = letters - 1; ctx.measureText(short).width > room && at >= least; at -= 1) {
        short = `${text.slice(0, at).trimEnd()}…`;
      }
      return short;
    },
  };
}
