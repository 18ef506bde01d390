import { useAbout } from '../shell/app-store';
import { Toggle, ToggleChip } from '../widgets/toggle';

export interface MemberToolsProps {
  /** Whose they are. */
  readonly who: string;
  /** null: all. */
  readonly tools: readonly string[] | null;
  readonly onChange: (tools: string[] | null) => void;
}

/** All that the run has, or those that are chosen one by one. */
export function MemberTools({ who, tools, onChange }: MemberToolsProps) {
  const known = useAbout().tools.map(({ name }) => name);
  const offered = [...known, ...(tools ?? []).filter((name) => !known.includes(name))];
  const toggle = (name: string, on: boolean) => {
    const others = (tools ?? []).filter((each) => each !== name);
    onChange(on ? [...others, name] : others);
  };
  return (
    <fieldset aria-label={`Tools of ${who}`} className="flex flex-col gap-1.5">
      <Toggle
        label="All tools"
        name={`All tools for ${who}`}
        checked={tools === null}
        onChange={(all) => onChange(all ? null : [])}
      />
      {tools !== null && (
        <div className="flex flex-wrap gap-1">
          {offered.map((name) => (
            <ToggleChip
              key={name}
              label={`${name} for ${who}`}
              checked={tools.includes(name)}
              onChange={(on) => toggle(name, on)}
              className="font-mono"
            >
              {name}
            </ToggleChip>
          ))}
        </div>
      )}
    </fieldset>
  );
}
