import { isOpenaiUrl } from '@contract/model-server';
import type { KeyOwner } from '@contract/settings';
import { useAbout } from '../shell/app-store';
import { classes } from '../widgets/classes';
import { TextField } from '../widgets/text-field';
import { showComplaint, useComplaint } from './complaint-store';
import { nameModel, useDraft } from './draft-store';

/** Free to type; what the SDK knows is offered, where it is the SDK's own service that is asked. */
export function ModelName({ provider }: { readonly provider: KeyOwner }) {
  const { models, settings } = useAbout();
  const name = useDraft((draft) => draft.modelNames[provider]);
  const invalid = useComplaint((state) => state.complaint?.field === 'model');
  const isOwn = provider === 'anthropic' || isOpenaiUrl(settings.openaiBaseUrl);
  return (
    <>
      <TextField
        label="Model name"
        list="model-names"
        value={name}
        aria-invalid={invalid}
        className={classes('font-mono text-sm', provider === 'openai' ? 'w-32' : 'w-44')}
        onChange={(typed) => {
          nameModel(provider, typed);
          showComplaint(null);
        }}
      />
      <datalist id="model-names">
        {(isOwn ? models[provider] : []).map((each) => (
          <option key={each} value={each} />
        ))}
      </datalist>
    </>
  );
}
