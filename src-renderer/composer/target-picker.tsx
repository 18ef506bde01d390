import type { Program } from '@contract/program';
import type { Target, TargetKind } from '@contract/target';
import { Command as Palette } from 'cmdk';
import { AppWindow, Check, LoaderCircle, Monitor, MonitorDot, RotateCw } from 'lucide-react';
import type { ReactNode } from 'react';
import { ProgramIcon } from '../programs/program-icon';
import { listPrograms, usePrograms } from '../programs/programs-store';
import { useAbout } from '../shell/app-store';
import { Button } from '../widgets/button';
import { FailureNote } from '../widgets/failure-note';
import { IconButton } from '../widgets/icon-button';
import { Skeleton } from '../widgets/skeleton';
import { hasTwin, placeChoices, programChoices, sameTarget, windowTitles } from './target-choices';
import { accessWords } from './target-trouble';

export interface TargetPickerProps {
  readonly value: Target;
  readonly onChoose: (target: Target) => void;
}

/** Everything that can be worked on, searched by name and by window title. Its height is its own: nothing moves as the list comes. */
export function TargetPicker({ value, onChoose }: TargetPickerProps) {
  const about = useAbout();
  const asking = usePrograms((state) => state.asking);
  const hasPrograms = about.targets.includes('program');
  return (
    <Palette loop label="Targets" filter={hasWords}>
      <div className="flex items-center border-b pr-1.5">
        <Palette.Input
          placeholder="Search programs and windows"
          className="h-9 min-w-0 flex-1 bg-transparent px-3 outline-none"
        />
        {hasPrograms && (
          <IconButton
            label="List the programs again"
            disabled={asking}
            icon={
              asking ? (
                <LoaderCircle aria-hidden className="motion-safe:animate-spin" />
              ) : (
                <RotateCw aria-hidden />
              )
            }
            onClick={() => void listPrograms()}
          />
        )}
      </div>
      <Palette.List className="h-[25rem] max-h-[calc(var(--radix-popover-content-available-height)-2.5rem)] scroll-py-1 overflow-y-auto p-1">
        <Palette.Empty className="px-3 py-6 text-center text-muted">
          Nothing of that name runs here.
        </Palette.Empty>
        <Palette.Group heading={<Heading>Desktops</Heading>}>
          {placeChoices(about).map(({ target, label, note }) => (
            <Item
              key={target.kind}
              value={label}
              keywords={[note]}
              chosen={sameTarget(target, value)}
              icon={placeIcons[target.kind]}
              label={label}
              note={note}
              onSelect={() => onChoose(target)}
            />
          ))}
        </Palette.Group>
        {hasPrograms && <Programs value={value} onChoose={onChoose} />}
      </Palette.List>
    </Palette>
  );
}

const placeIcons: Readonly<Record<TargetKind, ReactNode>> = {
  practice: <AppWindow aria-hidden className="size-4" />,
  program: null,
  desktop: <Monitor aria-hidden className="size-4" />,
  private: <MonitorDot aria-hidden className="size-4" />,
};

/** Every word of the search stands in the name or in a title, in any case. What is listed keeps its order. */
function hasWords(value: string, search: string, keywords: string[] = []): number {
  const text = [value, ...keywords].join(' ').toLowerCase();
  return search
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word))
    ? 1
    : 0;
}

function Programs({ value, onChoose }: TargetPickerProps) {
  const { listed, failure } = usePrograms();
  if (failure !== null)
    return (
      <div className="p-2">
        <FailureNote
          failure={failure}
          action={
            <Button size="small" onClick={() => void listPrograms()}>
              Try again
            </Button>
          }
        />
      </div>
    );
  if (listed === null) return <Skeleton label="Listing the programs" lines={6} />;
  const { allowed, denied } = programChoices(listed);
  return (
    <>
      {allowed.length === 0 && (
        <p className="px-2 py-3 text-muted">
          {denied.length === 0
            ? 'No other program shows a window. Open one, then list them again.'
            : 'No program that runs now may be driven. Settings, Safety has the lists.'}
        </p>
      )}
      <Palette.Group heading={<Heading>Running programs</Heading>}>
        {allowed.map((program) => (
          <ProgramItem
            key={program.id.pid}
            program={program}
            listed={listed}
            chosen={sameTarget({ kind: 'program', program: program.id }, value)}
            onSelect={() => onChoose({ kind: 'program', program: program.id })}
          />
        ))}
      </Palette.Group>
      <Palette.Group heading={<Heading>May not be driven</Heading>}>
        {denied.map((program) => (
          <ProgramItem
            key={program.id.pid}
            program={program}
            listed={listed}
            chosen={false}
            onSelect={null}
          />
        ))}
      </Palette.Group>
    </>
  );
}

interface ProgramItemProps {
  readonly program: Program;
  readonly listed: readonly Program[];
  readonly chosen: boolean;
  /** null: it may not be chosen. */
  readonly onSelect: (() => void) | null;
}

function ProgramItem({ program, listed, chosen, onSelect }: ProgramItemProps) {
  const { id, icon, access } = program;
  const titles = windowTitles(program);
  return (
    <Item
      value={`${id.name} ${id.pid}`}
      keywords={titles}
      chosen={chosen}
      icon={<ProgramIcon name={id.name} icon={icon} />}
      label={id.name}
      {...(hasTwin(id, listed) ? { aside: `process ${id.pid}` } : {})}
      note={accessWords[access] ?? (titles.length === 0 ? 'No window' : titles.join(' · '))}
      onSelect={onSelect}
    />
  );
}

interface ItemProps {
  readonly value: string;
  readonly keywords: string[];
  readonly chosen: boolean;
  readonly icon: ReactNode;
  readonly label: string;
  readonly aside?: string;
  readonly note: string;
  readonly onSelect: (() => void) | null;
}

function Item({ value, keywords, chosen, icon, label, aside, note, onSelect }: ItemProps) {
  return (
    <Palette.Item
      value={value}
      keywords={keywords}
      disabled={onSelect === null}
      onSelect={() => onSelect?.()}
      className="flex items-start gap-2 rounded px-2 py-1 data-[disabled=true]:text-muted data-[selected=true]:bg-selected data-[selected=true]:[&_.text-muted]:text-text data-[disabled=true]:[&_img]:grayscale"
    >
      <span className="mt-0.5 shrink-0">{icon}</span>
      <span className="min-w-0 flex-1">
        <span className="flex items-baseline gap-2">
          <span className="truncate">{label}</span>
          {aside !== undefined && <span className="shrink-0 text-sm text-muted tabular-nums">{aside}</span>}
        </span>
        <span className="block truncate text-sm text-muted">{note}</span>
      </span>
      {chosen && <Check aria-label="Chosen" className="mt-0.5 size-4 shrink-0" />}
    </Palette.Item>
  );
}

function Heading({ children }: { readonly children: ReactNode }) {
  return <span className="block px-2 pt-2 pb-1 text-sm text-muted">{children}</span>;
}
