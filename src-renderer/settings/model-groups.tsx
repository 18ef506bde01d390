import { localServers } from '@contract/model-server';
import type { OpenaiApi } from '@contract/run-options';
import { useDraft } from '../composer/draft-store';
import { changeSettings } from '../shell/actions';
import { useAbout } from '../shell/app-store';
import { Segmented } from '../widgets/segmented';
import { BaseUrlField } from './base-url-field';
import { KeyLine } from './key-line';
import { Group, Line } from './parts';

export function AnthropicGroup() {
  const { settings } = useAbout();
  return (
    <Group title="Anthropic">
      <KeyLine of="anthropic" variable="ANTHROPIC_API_KEY" placeholder="sk-ant-..." />
      <Line label="Base URL" note="Empty: Anthropic's own.">
        <BaseUrlField
          label="Anthropic base URL"
          own="https://api.anthropic.com"
          value={settings.anthropicBaseUrl}
          onChange={(anthropicBaseUrl) => changeSettings({ anthropicBaseUrl })}
        />
      </Line>
    </Group>
  );
}

const apis: ReadonlyArray<{ value: OpenaiApi; label: string }> = [
  { value: 'responses', label: 'Responses' },
  { value: 'chat', label: 'Chat Completions' },
];

export function OpenaiGroup() {
  const { settings } = useAbout();
  return (
    <Group title="OpenAI and compatible servers">
      <Line
        label="Base URL"
        note={`Empty: OpenAI's own. ${localServers.map(({ name }) => name).join(', ')} are offered in the field.`}
      >
        <BaseUrlField
          key={settings.openaiBaseUrl}
          label="OpenAI base URL"
          own="https://api.openai.com/v1"
          known={localServers}
          value={settings.openaiBaseUrl}
          onChange={(openaiBaseUrl) => changeSettings({ openaiBaseUrl })}
        />
      </Line>
      <Line label="API" note="Most other servers speak Chat Completions alone.">
        <Segmented
          label="API"
          segments={apis}
          value={settings.openaiApi}
          onChange={(openaiApi) => {
            changeSettings({ openaiApi });
            useDraft.setState({ openaiApi });
          }}
        />
      </Line>
      <KeyLine of="openai" variable="OPENAI_API_KEY" placeholder="sk-..." />
      <p className="text-sm text-muted">
        The key is sent to the base URL. A server on this machine may need none.
      </p>
    </Group>
  );
}
