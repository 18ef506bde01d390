import { localServers } from '@contract/model-server';
import type { OpenaiApi } from '@contract/run-options';
import { changeSettings } from '../shell/actions';
import { openDialog, useAbout } from '../shell/app-store';
import { type Option, Select } from '../widgets/select';
import { showComplaint } from './complaint-store';
import { useDraft } from './draft-store';

const own = 'openai';
const other = 'other';

const apis: readonly Option<OpenaiApi>[] = [
  { value: 'responses', label: 'Responses', note: "OpenAI's newer API. It keeps what the model thought." },
  { value: 'chat', label: 'Chat', note: 'Chat Completions: what nearly every other server speaks.' },
];

/** Which server is asked, and in which of the two ways. */
export function ServerField() {
  const { openaiBaseUrl } = useAbout().settings;
  const api = useDraft((draft) => draft.openaiApi);
  const isKnown = openaiBaseUrl === null || localServers.some(({ baseUrl }) => baseUrl === openaiBaseUrl);
  const servers: Array<Option<string>> = [
    { value: own, label: 'OpenAI', note: 'api.openai.com. Needs a key.' },
    ...localServers.map(({ name, baseUrl }) => ({ value: baseUrl, label: name, note: baseUrl })),
    ...(isKnown ? [] : [{ value: openaiBaseUrl, label: hostOf(openaiBaseUrl), note: openaiBaseUrl }]),
    { value: other, label: 'Another server', note: 'Enter its base URL in Settings.' },
  ];
  const choose = (value: string) => {
    showComplaint(null);
    if (value === other) return openDialog('settings');
    changeSettings({ openaiBaseUrl: value === own ? null : value });
    if (value !== own) useDraft.setState({ openaiApi: 'chat' });
  };
  return (
    <>
      <Select
        label="Server"
        options={servers}
        value={openaiBaseUrl ?? own}
        onChange={choose}
        className="max-w-28"
      />
      <Select
        label="API"
        options={[...apis]}
        value={api}
        onChange={(openaiApi) => useDraft.setState({ openaiApi })}
        className="max-w-28"
      />
    </>
  );
}

function hostOf(baseUrl: string): string {
  return URL.canParse(baseUrl) ? new URL(baseUrl).host : baseUrl;
}
