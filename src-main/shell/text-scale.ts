import { type BrowserWindow, screen } from 'electron';
import { LEAST_SIZE } from '../window';

/**
 * Shows a window as large as a person wants to read it: its zoom, so that text, canvas and spaces grow together. What
 * is larger needs a larger window; the least size grows too, as far as the screen goes.
 *
 * @param scale 1 is the size that everything is drawn for
 * @returns call it whenever the scale has changed
 */
export function keepTextScale(window: BrowserWindow, scale: () => number): () => void {
  const apply = (): void => {
    if (window.isDestroyed()) return;
    window.webContents.setZoomFactor(scale());
    const { workArea } = screen.getDisplayMatching(window.getBounds());
    const width = Math.round(Math.min(LEAST_SIZE.width * scale(), workArea.width));
    const height = Math.round(Math.min(LEAST_SIZE.height * scale(), workArea.height));
    window.setMinimumSize(width, height);
    const now = window.getBounds();
    if (now.width < width || now.height < height)
      window.setSize(Math.max(now.width, width), Math.max(now.height, height));
  };
  // Chromium keeps the zoom with a page's host, so it can be set only once the page is known, and again for the next.
  window.webContents.on('did-navigate', apply);
  return apply;
}
