import { Tabs as Radix } from 'radix-ui';
import type { ReactNode } from 'react';
import { ToolsPane } from '../mcp/tools-pane';
import { openDialog, useApp } from '../shell/app-store';
import { Dialog } from '../widgets/dialog';
import { GeneralPane } from './general-pane';
import { PermissionsPane } from './permissions-pane';
import { RunsPane } from './runs-pane';
import { SafetyPane } from './safety-pane';
import { type SettingsPane, settingsPanes, useSettingsPane } from './settings-pane';

const panes: Readonly<Record<SettingsPane, { readonly label: string; readonly content: ReactNode }>> = {
  general: { label: 'General', content: <GeneralPane /> },
  runs: { label: 'New runs', content: <RunsPane /> },
  tools: { label: 'Tools', content: <ToolsPane /> },
  safety: { label: 'Safety', content: <SafetyPane /> },
  permissions: { label: 'Permissions', content: <PermissionsPane /> },
};

/** Everything is kept as it is changed. As tall with one pane as with another. */
export function SettingsDialog() {
  const open = useApp((state) => state.dialog === 'settings');
  return (
    <Dialog
      open={open}
      onOpenChange={(wanted) => openDialog(wanted ? 'settings' : null)}
      title="Settings"
      width="large"
    >
      <Panes />
    </Dialog>
  );
}

function Panes() {
  const pane = useSettingsPane((state) => state.pane);
  const choose = (value: string) => {
    const chosen = settingsPanes.find((each) => each === value);
    if (chosen !== undefined) useSettingsPane.setState({ pane: chosen });
  };
  return (
    <Radix.Root
      orientation="vertical"
      value={pane}
      onValueChange={choose}
      className="-m-4 flex h-[min(34rem,calc(76vh-2.75rem))]"
    >
      <Radix.List
        aria-label="Settings"
        className="flex w-36 shrink-0 flex-col gap-0.5 border-r bg-sunken p-2"
      >
        {settingsPanes.map((each) => (
          <Radix.Trigger
            key={each}
            value={each}
            className="flex h-7 items-center rounded px-2 text-left text-muted hover:bg-hover hover:text-text data-[state=active]:bg-selected data-[state=active]:font-medium data-[state=active]:text-text"
          >
            {panes[each].label}
          </Radix.Trigger>
        ))}
      </Radix.List>
      {settingsPanes.map((each) => (
        <Radix.Content
          key={each}
          value={each}
          className="min-w-0 flex-1 overflow-y-auto p-4 focus-visible:outline-offset-[-2px]"
        >
          {panes[each].content}
        </Radix.Content>
      ))}
    </Radix.Root>
  );
}
