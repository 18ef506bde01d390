import { readFileSync, writeFileSync } from 'node:fs';
import { z } from 'zod';

/** Where a window was. In device-independent pixels of the virtual desktop. */
const WindowBounds = z.object({
  x: z.number().int(),
  y: z.number().int(),
  width: z.number().int().min(1),
  height: z.number().int().min(1),
  maximized: z.boolean(),
});
export type WindowBounds = z.infer<typeof WindowBounds>;

type Area = Pick<WindowBounds, 'x' | 'y' | 'width' | 'height'>;

/** As much of the title bar as a person needs to grab the window. */
const GRIP = 80;

/** Null where nothing was remembered, or nothing that makes sense: the window then opens at its default place. */
export function readBounds(file: string): WindowBounds | null {
  try {
    return WindowBounds.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return null;
  }
}

/** Synchronous: it runs while the window closes, when nothing waits any more. */
export function writeBounds(file: string, bounds: WindowBounds): void {
  writeFileSync(file, `${JSON.stringify(bounds)}\n`);
}

/** Whether a window there can be grabbed on one of today's screens; a monitor may be gone since. */
export function isReachable(bounds: Area, screens: readonly Area[]): boolean {
  return screens.some(
    (screen) =>
      bounds.x + bounds.width - GRIP >= screen.x &&
      bounds.x + GRIP <= screen.x + screen.width &&
      bounds.y >= screen.y &&
      bounds.y + GRIP <= screen.y + screen.height,
  );
}
