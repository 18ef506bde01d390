import type { KeySource, Theme } from '@contract/settings';
import type { ReactNode } from 'react';
import { useDraft } from '../composer/draft-store';
import { LimitFields } from '../composer/limit-fields';
import { OverrideTable } from '../composer/override-table';
import { changeSettings, forgetKey } from '../shell/actions';
import { openDialog, useAbout, useApp } from '../shell/app-store';
import { Button } from '../widgets/button';
import { Dialog } from '../widgets/dialog';
import { Segmented } from '../widgets/segmented';
import { Select } from '../widgets/select';
import { BaseUrlField } from './base-url-field';
import { KeyField } from './key-field';
import { textScales } from './text-scales';

const themes: ReadonlyArray<{ value: Theme; label: string }> = [
  { value: 'system', label: 'System' },
  { value: 'light', label: 'Light' },
  { value: 'dark', label: 'Dark' },
];

const scales = textScales.map(String);
const thinkingTimes = ['0', '200', '600', '1500', '4000'] as const;

/** Everything is kept as it is changed. Limits and tools here are those that a new window begins with. */
export function SettingsDialog() {
  const open = useApp((state) => state.dialog === 'settings');
  return (
    <Dialog open={open} onOpenChange={(wanted) => openDialog(wanted ? 'settings' : null)} title="Settings">
      <SettingsForm />
    </Dialog>
  );
}

function SettingsForm() {
  const { settings, keySource } = useAbout();
  return (
    <div className="flex flex-col gap-5">
      <Group title="Look">
        <Line label="Theme">
          <Segmented
            label="Theme"
            segments={themes}
            value={settings.theme}
            onChange={(theme) => changeSettings({ theme })}
          />
        </Line>
        <Line label="Text size">
          <Select
            label="Text size"
            options={scales.map((value) => ({ value, label: `${Math.round(Number(value) * 100)} %` }))}
            value={scales.find((scale) => Number(scale) === settings.textScale) ?? null}
            placeholder={`${Math.round(settings.textScale * 100)} %`}
            onChange={(scale) => changeSettings({ textScale: Number(scale) })}
          />
        </Line>
      </Group>
      <Group title="Anthropic">
        <Line label="Key" note={keyNotes[keySource]}>
          {keySource === 'stored' ? (
            <Button onClick={() => void forgetKey()}>Forget the key</Button>
          ) : keySource === 'none' ? (
            <KeyField />
          ) : null}
        </Line>
        <Line label="Base URL" note="Empty: Anthropic's own.">
          <BaseUrlField value={settings.anthropicBaseUrl} />
        </Line>
      </Group>
      <Group title="Scripted demos">
        <Line label="Thinking time" note="How long a demo takes to begin its answer.">
          <Select
            label="Thinking time"
            options={thinkingTimes.map((value) => ({ value, label: `${value} ms` }))}
            value={thinkingTimes.find((time) => Number(time) === settings.thinkingMs) ?? null}
            placeholder={`${settings.thinkingMs} ms`}
            onChange={(time) => {
              changeSettings({ thinkingMs: Number(time) });
              useDraft.setState({ thinkingMs: Number(time) });
            }}
          />
        </Line>
      </Group>
      <Group title="New runs begin with">
        <LimitFields limits={settings.limits} onChange={(limits) => changeSettings({ limits })} />
        <OverrideTable
          overrides={settings.overrides}
          onChange={(overrides) => changeSettings({ overrides })}
        />
      </Group>
    </div>
  );
}

const keyNotes: Readonly<Record<KeySource, string>> = {
  environment: 'Taken from ANTHROPIC_API_KEY.',
  stored: 'Kept by the system, encrypted.',
  none: 'Kept by the system, encrypted. It never comes back into this window.',
};

function Group({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section aria-label={title} className="flex flex-col gap-3">
      <h3 className="border-b pb-1 font-medium">{title}</h3>
      {children}
    </section>
  );
}

function Line({
  label,
  note,
  children,
}: {
  readonly label: string;
  readonly note?: string;
  readonly children: ReactNode;
}) {
  return (
    <div className="flex min-h-7 items-start justify-between gap-4">
      <div className="min-w-0 pt-1">
        <p>{label}</p>
        {note !== undefined && <p className="text-sm text-muted">{note}</p>}
      </div>
      <div className="flex shrink-0 items-center gap-2">{children}</div>
    </div>
  );
}
