import { create } from 'zustand';
import { openDialog } from '../shell/app-store';

export const settingsPanes = ['general', 'runs', 'tools', 'safety', 'permissions'] as const;
export type SettingsPane = (typeof settingsPanes)[number];

/** Which pane the settings show; the one that was looked at last, until somebody leads elsewhere. */
export const useSettingsPane = create<{ readonly pane: SettingsPane }>()(() => ({ pane: 'general' }));

export function openSettings(pane: SettingsPane): void {
  useSettingsPane.setState({ pane });
  openDialog('settings');
}
