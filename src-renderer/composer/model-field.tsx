import { missingKey } from '@contract/model-server';
import { KeyRound } from 'lucide-react';
import { openDialog, useAbout } from '../shell/app-store';
import { IconButton } from '../widgets/icon-button';
import { type Option, Select } from '../widgets/select';
import { showComplaint } from './complaint-store';
import { chooseDemo, useDraft } from './draft-store';
import { ModelName } from './model-name';
import { ServerField } from './server-field';

const real: readonly Option<string>[] = [
  { value: 'anthropic', label: 'Anthropic', note: 'A real model, any task. Needs a key.' },
  {
    value: 'openai',
    label: 'OpenAI API',
    note: 'OpenAI, or a server that speaks its API: Ollama, LM Studio, vLLM.',
  },
];

/** A demo, always called scripted, or a model by name. */
export function ModelField() {
  const { demos, settings, keySources } = useAbout();
  const { provider, demo } = useDraft();
  const options: Array<Option<string>> = [
    ...demos.map(({ name, title, shows }) => ({
      value: name,
      label: `Scripted demo: ${title}`,
      note: shows,
    })),
    ...real,
  ];
  const choose = (value: string) => {
    showComplaint(null);
    const chosen = demos.find(({ name }) => name === value);
    if (chosen !== undefined) chooseDemo(chosen);
    else if (value === 'anthropic' || value === 'openai') useDraft.setState({ provider: value });
  };
  return (
    <span className="inline-flex min-w-0 items-center gap-1.5">
      <Select
        label="Model"
        options={options}
        value={provider === 'scripted' ? demo : provider}
        onChange={choose}
        className="max-w-72 @max-[64rem]:max-w-44"
      />
      {provider !== 'scripted' && <ModelName provider={provider} />}
      {provider === 'openai' && <ServerField />}
      {missingKey(provider, settings, keySources) !== null && (
        <IconButton
          size="medium"
          label="Enter a key"
          icon={<KeyRound aria-hidden />}
          onClick={() => openDialog('settings')}
        />
      )}
    </span>
  );
}
