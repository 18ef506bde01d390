import { missingKey } from '@contract/model-server';
import { CircleAlert } from 'lucide-react';
import { openDialog, useAbout } from '../shell/app-store';
import { Button } from '../widgets/button';
import type { Complaint as Said } from './complaint-store';
import { useDraft } from './draft-store';

/** Why the draft cannot run. Lies over what is below, so that nothing moves. */
export function Complaint({ complaint: { field, sentence } }: { readonly complaint: Said }) {
  const { settings, keySources } = useAbout();
  const provider = useDraft((draft) => draft.provider);
  return (
    <div className="absolute top-full left-3 z-10 mt-1 flex max-w-[calc(100%-1.5rem)] items-center gap-2 rounded bg-raised px-3 py-1.5 shadow-raised">
      <CircleAlert aria-hidden className="size-4 shrink-0 text-failure" />
      <p id="complaint" role="alert" className="min-w-0">
        {sentence}
      </p>
      {field === 'model' && missingKey(provider, settings, keySources) !== null && (
        <Button size="small" onClick={() => openDialog('settings')}>
          Open the settings
        </Button>
      )}
    </div>
  );
}
