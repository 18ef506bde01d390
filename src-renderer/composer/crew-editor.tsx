import { type Crew, membersOf } from '@contract/crew';
import { Plus } from 'lucide-react';
import { Button } from '../widgets/button';
import { CrewCaps } from './crew-caps';
import { flawsOf, moved, withMembers, withOneMore, without } from './crew-draft';
import { MemberEditor } from './member-editor';

export interface CrewEditorProps {
  readonly crew: Crew;
  readonly onChange: (crew: Crew) => void;
}

/** Who is in a crew, in what order where that means something, and how far it may go. */
export function CrewEditor({ crew, onChange }: CrewEditorProps) {
  if (crew.kind === 'alone' || crew.kind === 'scripts') return null;
  const members = membersOf(crew);
  const flaws = flawsOf(crew);
  const isProcess = crew.kind === 'process';
  return (
    <>
      <section aria-label={isProcess ? 'Steps' : 'Agents'}>
        <h3 className="font-medium">{isProcess ? 'Steps, in order' : 'Agents'}</h3>
        <ul className="flex flex-col">
          {members.map((member, place) => (
            <MemberEditor
              // Its place is all that stays the same while its name is typed.
              key={`${members.length} ${place}`}
              member={member}
              number={place + 1}
              hasRunsMode={isProcess && place === 0}
              flaws={flaws.filter((flaw) => flaw.place === place)}
              onChange={(next) => onChange(withMembers(crew, members.with(place, next)))}
              onRemove={() => onChange(without(crew, place))}
              onMoveUp={isProcess && place > 0 ? () => onChange(moved(crew, place)) : null}
            />
          ))}
        </ul>
        {flaws
          .filter(({ place }) => place === null)
          .map(({ sentence }) => (
            <p key={sentence} role="alert" className="mb-1.5 text-sm text-failure">
              {sentence}
            </p>
          ))}
        <Button
          size="small"
          icon={<Plus aria-hidden />}
          disabled={members.length >= 16}
          onClick={() => onChange(withOneMore(crew))}
        >
          {isProcess ? 'Add a step' : 'Add an agent'}
        </Button>
      </section>
      <CrewCaps crew={crew} onChange={onChange} />
    </>
  );
}
