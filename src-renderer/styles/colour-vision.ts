/** Linear-light sRGB, each 0 to 1. */
export type Linear = readonly [red: number, green: number, blue: number];

/** Björn Ottosson's OKLab matrices. Lightness 0 to 1, hue in degrees. */
export function linearOf(lightness: number, chroma: number, hue: number): Linear {
  const a = chroma * Math.cos((hue * Math.PI) / 180);
  const b = chroma * Math.sin((hue * Math.PI) / 180);
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ];
}

/** WCAG 2 contrast, 1 to 21. */
export function contrast(one: Linear, other: Linear): number {
  const [darker, lighter] = [luminance(one), luminance(other)].sort((x, y) => x - y) as [number, number];
  return (lighter + 0.05) / (darker + 0.05);
}

/** Distance in OKLab: about 0.02 is just noticeable side by side. */
export function distance(one: Linear, other: Linear): number {
  const [x, y] = [labOf(one), labOf(other)];
  return Math.hypot(x[0] - y[0], x[1] - y[1], x[2] - y[2]);
}

/** Machado et al. 2009, full severity. */
const VISION = {
  protanopia: [0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998],
  deuteranopia: [0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.01182, 0.04294, 0.968881],
  tritanopia: [1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.3039],
} as const;

export const visions = Object.keys(VISION) as readonly (keyof typeof VISION)[];

/** How a colour looks with a kind of colour blindness. */
export function seenWith(vision: keyof typeof VISION, [r, g, b]: Linear): Linear {
  const [rr, rg, rb, gr, gg, gb, br, bg, bb] = VISION[vision];
  return [clamp(rr * r + rg * g + rb * b), clamp(gr * r + gg * g + gb * b), clamp(br * r + bg * g + bb * b)];
}

const clamp = (part: number): number => Math.min(1, Math.max(0, part));

const luminance = ([r, g, b]: Linear): number => 0.2126 * clamp(r) + 0.7152 * clamp(g) + 0.0722 * clamp(b);

function labOf([r, g, b]: Linear): Linear {
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ];
}
