import { ApprovalsField } from '../composer/approvals-field';
import { LimitFields } from '../composer/limit-fields';
import { OverrideTable } from '../composer/override-table';
import { changeSettings } from '../shell/actions';
import { useAbout } from '../shell/app-store';
import { Group, Pane } from './parts';

/** Limits and tools as a new window begins with them. */
export function RunsPane() {
  const { settings } = useAbout();
  return (
    <Pane>
      <Group title="New runs begin with">
        <ApprovalsField
          approvals={settings.approvals}
          onChange={(approvals) => changeSettings({ approvals })}
        />
        <LimitFields limits={settings.limits} onChange={(limits) => changeSettings({ limits })} />
        <OverrideTable
          overrides={settings.overrides}
          onChange={(overrides) => changeSettings({ overrides })}
        />
      </Group>
    </Pane>
  );
}
