import { CrewKind, membersOf } from '@contract/crew';
import { defaultCrews } from '@contract/default-crews';
import { Users } from 'lucide-react';
import { Button } from '../widgets/button';
import { Popover } from '../widgets/popover';
import { Select } from '../widgets/select';
import { showComplaint, useComplaint } from './complaint-store';
import { CrewEditor } from './crew-editor';
import { crewLabel, crewSays } from './crew-kinds';
import { draftedCrew, useDraft } from './draft-store';

const options = CrewKind.options.map((value) => ({ value, label: crewLabel[value], note: crewSays[value] }));

/** Who works on the task. A demo brings its own agents. */
export function CrewField() {
  const draft = useDraft();
  const { provider, crewKind, crews } = draft;
  const crew = draftedCrew(draft);
  const invalid = useComplaint((state) => state.complaint?.field === 'agents');
  const isOurs = provider !== 'scripted';
  const change = (next: Partial<Pick<typeof draft, 'crewKind' | 'crews'>>) => {
    useDraft.setState(next);
    showComplaint(null);
  };
  return (
    <Popover
      label="Agents"
      align="start"
      className="flex max-h-[var(--radix-popover-content-available-height)] w-[32rem] max-w-[calc(100vw-2rem)] flex-col"
      trigger={
        <Button
          icon={<Users aria-hidden />}
          aria-label={`Agents: ${crewLabel[crew.kind]}`}
          aria-invalid={invalid}
          aria-describedby={invalid ? 'complaint' : undefined}
          className="aria-invalid:border-failure"
        >
          {crewLabel[crew.kind]}
        </Button>
      }
    >
      <div className="flex min-h-0 flex-col gap-3 overflow-y-auto p-4">
        {isOurs ? (
          <Select
            label="How they share the work"
            options={options}
            value={crewKind}
            onChange={(kind) => change({ crewKind: kind })}
          />
        ) : (
          <p className="font-medium">{crewLabel[crew.kind]}</p>
        )}
        <p className="text-sm text-muted">{crewSays[crew.kind]}</p>
        {isOurs ? (
          <CrewEditor crew={crew} onChange={(next) => change({ crews: { ...crews, [crewKind]: next } })} />
        ) : (
          <ul aria-label="Agents of the demo" className="flex flex-col gap-1.5">
            {membersOf(crew).map(({ name, instructions }) => (
              <li key={name}>
                <span className="font-mono text-sm">{name}</span>
                <span className="block text-sm text-muted">{instructions}</span>
              </li>
            ))}
          </ul>
        )}
      </div>
      <footer className="flex items-center justify-between border-t px-4 py-2">
        <p className="text-sm text-muted">
          {isOurs ? 'Recorded in the trace.' : 'A demo brings its own agents.'}
        </p>
        {isOurs && (
          <Button
            size="small"
            onClick={() => change({ crews: { ...crews, [crewKind]: defaultCrews[crewKind] } })}
          >
            Reset
          </Button>
        )}
      </footer>
    </Popover>
  );
}
