import { Plus, X } from 'lucide-react';
import { useId, useRef, useState } from 'react';
import { listPrograms, usePrograms } from '../programs/programs-store';
import { useAbout } from '../shell/app-store';
import { Button } from '../widgets/button';
import { IconButton } from '../widgets/icon-button';
import { TextField } from '../widgets/text-field';

export interface NameListProps {
  readonly label: string;
  readonly names: readonly string[];
  /** What it means that there are none. */
  readonly empty: string;
  readonly onChange: (names: string[]) => void;
}

/** Names of programs, added and taken away one by one. What runs now is offered. */
export function NameList({ label, names, empty, onChange }: NameListProps) {
  const [text, setText] = useState('');
  const field = useRef<HTMLInputElement>(null);
  const offers = useId();
  const { targets } = useAbout();
  const running = usePrograms((state) => state.listed) ?? [];
  const entered = text.trim();
  const known = names.some((name) => name.toLowerCase() === entered.toLowerCase());
  const add = () => {
    if (entered === '') return;
    if (!known) onChange([...names, entered]);
    setText('');
  };
  const remove = (name: string) => {
    onChange(names.filter((each) => each !== name));
    field.current?.focus();
  };
  return (
    <section aria-label={label} className="flex flex-col gap-1.5">
      {names.length === 0 ? (
        <p className="flex min-h-6 items-center text-sm text-muted">{empty}</p>
      ) : (
        <ul aria-label={label} className="flex flex-wrap gap-1.5">
          {names.map((name) => (
            <li
              key={name}
              className="inline-flex h-6 max-w-full items-center rounded border border-edge pl-2"
            >
              <span className="copyable truncate">{name}</span>
              <IconButton label={`Remove ${name}`} icon={<X aria-hidden />} onClick={() => remove(name)} />
            </li>
          ))}
        </ul>
      )}
      <form
        className="flex gap-2"
        onSubmit={(event) => {
          event.preventDefault();
          add();
        }}
      >
        <TextField
          ref={field}
          label={`Add to the ${label.toLowerCase()}`}
          placeholder="Name of a program; * stands for any letters"
          list={offers}
          value={text}
          className="w-80"
          onChange={setText}
          onFocus={() => {
            if (targets.includes('program')) void listPrograms();
          }}
        />
        <datalist id={offers}>
          {[...new Set(running.map(({ id }) => id.name))].map((name) => (
            <option key={name} value={name} />
          ))}
        </datalist>
        <Button type="submit" icon={<Plus aria-hidden />} disabled={entered === ''}>
          Add
        </Button>
      </form>
    </section>
  );
}
