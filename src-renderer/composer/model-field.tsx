import { KeyRound } from 'lucide-react';
import { openDialog, useAbout } from '../shell/app-store';
import { IconButton } from '../widgets/icon-button';
import { type Option, Select } from '../widgets/select';
import { TextField } from '../widgets/text-field';
import { showComplaint, useComplaint } from './complaint-store';
import { chooseDemo, useDraft } from './draft-store';

const real = 'anthropic';

/** A demo, always called scripted, or a model by name. */
export function ModelField() {
  const { demos, keySource } = useAbout();
  const { provider, demo } = useDraft();
  const options: Array<Option<string>> = [
    ...demos.map(({ name, title, shows }) => ({
      value: name,
      label: `Scripted demo: ${title}`,
      note: shows,
    })),
    { value: real, label: 'Anthropic', note: 'A real model, any task. Needs a key.' },
  ];
  const choose = (value: string) => {
    showComplaint(null);
    const chosen = demos.find(({ name }) => name === value);
    if (chosen !== undefined) chooseDemo(chosen);
    else useDraft.setState({ provider: 'anthropic' });
  };
  return (
    <span className="inline-flex min-w-0 items-center gap-1.5">
      <Select
        label="Model"
        options={options}
        value={provider === 'scripted' ? demo : real}
        onChange={choose}
        className="max-w-72 @max-[64rem]:max-w-44"
      />
      {provider === 'anthropic' && <ModelName />}
      {provider === 'anthropic' && keySource === 'none' && (
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

/** Free to type; what the SDK knows is offered. */
function ModelName() {
  const { models } = useAbout();
  const name = useDraft((draft) => draft.modelName);
  const invalid = useComplaint((state) => state.complaint?.field === 'model');
  return (
    <>
      <TextField
        label="Model name"
        list="model-names"
        value={name}
        aria-invalid={invalid}
        className="w-44 font-mono text-sm"
        onChange={(modelName) => {
          useDraft.setState({ modelName });
          showComplaint(null);
        }}
      />
      <datalist id="model-names">
        {models.map((each) => (
          <option key={each} value={each} />
        ))}
      </datalist>
    </>
  );
}
