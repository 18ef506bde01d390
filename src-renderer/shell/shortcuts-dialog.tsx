import { libraryKeys } from '../library/runs-keys';
import { timelineKeys } from '../timeline/keymap';
import { Dialog } from '../widgets/dialog';
import { KeyHint } from '../widgets/key-hint';
import { openDialog, useApp } from './app-store';
import { commands } from './commands';

interface KeyLine {
  readonly keys: readonly string[];
  readonly says: string;
}

const everywhere: KeyLine[] = commands.flatMap(({ keys, title }) =>
  keys === null ? [] : [{ keys: [keys], says: title }],
);

/** Every key there is, where it works. */
export function ShortcutsDialog() {
  const open = useApp((state) => state.dialog === 'shortcuts');
  return (
    <Dialog
      open={open}
      onOpenChange={(wanted) => openDialog(wanted ? 'shortcuts' : null)}
      title="Keys"
      width="large"
    >
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- longer than the window, it is scrolled by keys */}
      <div className="columns-2 gap-8 outline-none" role="region" aria-label="All keys" tabIndex={0}>
        <KeyGroup title="Everywhere" lines={everywhere} />
        <KeyGroup title="Runs" lines={libraryKeys} />
        <KeyGroup title="Timeline and stepper" lines={timelineKeys} />
      </div>
    </Dialog>
  );
}

const shown: Readonly<Record<string, string>> = {
  ' ': 'Space',
  ArrowUp: 'Up',
  ArrowDown: 'Down',
  ArrowLeft: 'Left',
  ArrowRight: 'Right',
};

function KeyGroup({ title, lines }: { readonly title: string; readonly lines: readonly KeyLine[] }) {
  return (
    <section aria-label={title} className="mb-5 break-inside-avoid">
      <h3 className="mb-1.5 border-b pb-1 font-medium">{title}</h3>
      <ul>
        {lines.map(({ keys, says }) => (
          <li key={says} className="flex h-6 items-center justify-between gap-4">
            <span className="truncate text-muted">{says}</span>
            <span className="flex shrink-0 gap-1.5">
              {keys.map((key) => (
                <KeyHint key={key} keys={shown[key] ?? (key.length === 1 ? key.toUpperCase() : key)} />
              ))}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
