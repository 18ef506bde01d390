import type { WindowInfo } from '../../../native/macos';
import type { RunningProgram } from '../platform';

/** Normal windows, and the panels that float over them; menus, docks and the like lie higher. */
export function isOrdinary({ layer }: Pick<WindowInfo, 'layer'>): boolean {
  return layer >= 0 && layer <= highestPanel;
}
const highestPanel = 8;

/**
 * The programs that the windows belong to, topmost first, without icons: those are AppKit's, which is not loaded.
 * @param own the app's own processes, which are never driven
 */
export function programsOf(
  windows: readonly WindowInfo[],
  own: readonly number[],
): readonly RunningProgram[] {
  const ordinary = windows.filter(isOrdinary);
  const [front] = ordinary;
  const byPid = new Map<number, WindowInfo[]>();
  for (const window of ordinary) {
    if (own.includes(window.pid) || window.owner === '') continue;
    byPid.set(window.pid, [...(byPid.get(window.pid) ?? []), window]);
  }
  return [...byPid].map(([pid, all]) => ({
    id: { pid, name: all[0]?.owner ?? '' },
    windows: all.map((window) => ({ title: window.title ?? '', active: window === front })),
    icon: null,
  }));
}
