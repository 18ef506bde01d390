import type { Crew } from '@contract/crew';
import { NumberField } from './number-field';

export interface CrewCapsProps {
  readonly crew: Crew;
  readonly onChange: (crew: Crew) => void;
}

/** How far a crew may go. */
export function CrewCaps({ crew, onChange }: CrewCapsProps) {
  if (crew.kind === 'alone' || crew.kind === 'scripts' || crew.kind === 'process') return null;
  const { count } = crew;
  return (
    <fieldset className="grid grid-cols-[1fr_auto] items-center gap-x-3 gap-y-1.5">
      <legend className="mb-1.5 font-medium">Limits</legend>
      <span>{crew.kind === 'handoff' ? 'Handovers in a run' : 'Agents in a run, beside the first'}</span>
      <NumberField
        label="Agents at most"
        least={1}
        most={100}
        value={count}
        onChange={(next) => onChange({ ...crew, count: next })}
      />
      {crew.kind === 'sub_agents' && (
        <>
          <span>How deep agents may begin others</span>
          <NumberField
            label="Depth at most"
            least={1}
            most={5}
            value={crew.depth}
            onChange={(next) => onChange({ ...crew, depth: next })}
          />
        </>
      )}
      {crew.kind === 'manager' && (
        <>
          <span>How often a task may be sent back</span>
          <NumberField
            label="Rounds at most"
            least={0}
            most={20}
            value={crew.rounds}
            onChange={(next) => onChange({ ...crew, rounds: next })}
          />
        </>
      )}
    </fieldset>
  );
}
