import type { Member } from '@contract/crew';
import { type Mode, modes } from '@contract/run-options';
import { ArrowUp, X } from 'lucide-react';
import { IconButton } from '../widgets/icon-button';
import { type Option, Select } from '../widgets/select';
import { TextField } from '../widgets/text-field';
import type { CrewFlaw } from './crew-draft';
import { MemberTools } from './member-tools';
import { modeLabel } from './modes';
import { NumberField } from './number-field';

export interface MemberEditorProps {
  readonly member: Member;
  /** Counts from 1. */
  readonly number: number;
  /** Whether it works in the mode of the run and in no other. */
  readonly hasRunsMode: boolean;
  readonly flaws: readonly CrewFlaw[];
  readonly onChange: (member: Member) => void;
  readonly onRemove: () => void;
  /** null where it stands first, or where the order means nothing. */
  readonly onMoveUp: (() => void) | null;
}

type Choice = Mode | 'run';

const choices: ReadonlyArray<Option<Choice>> = [
  { value: 'run', label: 'Mode of the run' },
  ...modes.map((mode) => ({ value: mode, label: modeLabel[mode] })),
];

/** One agent of a crew. */
export function MemberEditor(props: MemberEditorProps) {
  const { member, number, hasRunsMode, flaws, onChange, onRemove, onMoveUp } = props;
  const { name, instructions, tools, mode, turns } = member;
  const who = name.trim() === '' ? `agent ${number}` : name;
  const wrong = (field: string) => flaws.some((flaw) => flaw.field === field);
  return (
    <li aria-label={`Agent ${number}`} className="flex flex-col gap-1.5 border-t py-3 first:border-t-0">
      <div className="flex items-center gap-2">
        <TextField
          label={`Name of agent ${number}`}
          size="small"
          className="w-36 font-mono"
          value={name}
          aria-invalid={wrong('name')}
          onChange={(next) => onChange({ ...member, name: next })}
        />
        {!hasRunsMode && (
          <Select
            label={`Mode of ${who}`}
            size="small"
            className="w-36"
            options={choices}
            value={mode ?? 'run'}
            onChange={(next) => onChange({ ...member, mode: next === 'run' ? null : next })}
          />
        )}
        <NumberField
          label={`Turns of ${who}`}
          least={1}
          most={1000}
          value={turns}
          onChange={(next) => onChange({ ...member, turns: next })}
        />
        <span className="text-sm text-muted">turns</span>
        <span className="ml-auto inline-flex">
          {onMoveUp !== null && (
            <IconButton label={`Move ${who} up`} icon={<ArrowUp aria-hidden />} onClick={onMoveUp} />
          )}
          <IconButton label={`Remove ${who}`} icon={<X aria-hidden />} onClick={onRemove} />
        </span>
      </div>
      <textarea
        rows={2}
        aria-label={`What ${who} does`}
        aria-invalid={wrong('instructions')}
        placeholder="What this one does"
        value={instructions}
        spellCheck={false}
        onChange={(event) => onChange({ ...member, instructions: event.target.value })}
        className="resize-none rounded border border-edge bg-panel px-2 py-1 focus:border-focus aria-invalid:border-failure"
      />
      <MemberTools who={who} tools={tools} onChange={(next) => onChange({ ...member, tools: next })} />
      {flaws.map(({ field, sentence }) => (
        <p key={`${field} ${sentence}`} role="alert" className="text-sm text-failure">
          {sentence}
        </p>
      ))}
    </li>
  );
}
