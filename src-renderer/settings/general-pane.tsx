import type { Theme } from '@contract/settings';
import { useDraft } from '../composer/draft-store';
import { changeSettings } from '../shell/actions';
import { useAbout } from '../shell/app-store';
import { Segmented } from '../widgets/segmented';
import { Select } from '../widgets/select';
import { AnthropicGroup, OpenaiGroup } from './model-groups';
import { Group, Line, Pane } from './parts';
import { textScales } from './text-scales';

const themes: ReadonlyArray<{ value: Theme; label: string }> = [
  { value: 'system', label: 'System' },
  { value: 'light', label: 'Light' },
  { value: 'dark', label: 'Dark' },
];

const scales = textScales.map(String);
const thinkingTimes = ['0', '200', '600', '1500', '4000'] as const;

export function GeneralPane() {
  const { settings } = useAbout();
  return (
    <Pane>
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
      <AnthropicGroup />
      <OpenaiGroup />
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
    </Pane>
  );
}
