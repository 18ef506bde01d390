import type { Application } from '../../../native/linux/atspi';

/** What is said differently by each toolkit. */
export type Toolkit = 'gtk3' | 'gtk4' | 'chromium' | 'other';

export function toolkitOf({ toolkit: { name, version } }: Pick<Application, 'toolkit'>): Toolkit {
  if (name === 'gtk') return 'gtk3';
  if (name === 'GTK' && Number.parseInt(version, 10) >= 4) return 'gtk4';
  return name === 'Chromium' ? 'chromium' : 'other';
}
