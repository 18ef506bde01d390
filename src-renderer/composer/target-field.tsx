import type { TargetKind } from '@contract/target';
import { AppWindow } from 'lucide-react';
import { showPractice } from '../shell/actions';
import { IconButton } from '../widgets/icon-button';
import { type Option, Select } from '../widgets/select';
import { useDraft } from './draft-store';

const targets: ReadonlyArray<Option<Extract<TargetKind, 'practice'>>> = [
  { value: 'practice', label: 'Practice window', note: 'A support desk of our own. Needs no permission.' },
];

export function TargetField() {
  const target = useDraft((draft) => draft.target);
  return (
    <span className="inline-flex shrink-0 items-center gap-0.5">
      <Select
        label="Target"
        options={targets}
        value={target.kind === 'practice' ? target.kind : 'practice'}
        onChange={(kind) => useDraft.setState({ target: { kind } })}
      />
      <IconButton
        label="Show the practice window"
        icon={<AppWindow aria-hidden />}
        onClick={() => void showPractice()}
      />
    </span>
  );
}
