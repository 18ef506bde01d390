import type { DemoInfo } from '@contract/ipc';
import { recommendMode } from '@contract/recommend';
import { chooseDemo, useDraft } from '../composer/draft-store';
import { modeIcon, modeLabel } from '../composer/modes';
import { classes } from '../widgets/classes';
import { useAbout } from './app-store';

/** Stands where a run will be: what there is to choose from, and what to do then. */
export function OpeningPage() {
  const { demos } = useAbout();
  return (
    <div className="h-full overflow-y-auto p-6">
      <div className="@container mx-auto flex max-w-2xl flex-col gap-3">
        <div>
          <h1 className="text-lg font-medium">No run is open</h1>
          <p className="text-muted">
            Choose a demo and a mode, then press Run and watch. Run it again in another mode, and compare the
            two. A recording can be dropped on this window.
          </p>
        </div>
        <ul aria-label="Scripted demos" className="rounded border bg-panel">
          <li
            aria-hidden
            className={classes(columns, 'hidden border-b py-1 text-sm text-muted @min-[36rem]:grid')}
          >
            <span>Scripted demo</span>
            <span>What it shows</span>
            <span>Recommended</span>
          </li>
          {demos.map((demo) => (
            <DemoRow key={demo.name} demo={demo} />
          ))}
        </ul>
        <p className="text-sm text-muted">
          A demo is a program that answers as a model would: it needs no key. For a real model, choose
          Anthropic or OpenAI above.
        </p>
      </div>
    </div>
  );
}

const columns = 'gap-x-4 px-3 @min-[36rem]:grid-cols-[9.5rem_1fr_6rem]';

function DemoRow({ demo }: { readonly demo: DemoInfo }) {
  const { tools } = useAbout();
  const chosen = useDraft((draft) => draft.provider === 'scripted' && draft.demo === demo.name);
  const { mode } = recommendMode(tools.filter(({ name }) => demo.tools.includes(name)));
  return (
    <li className="border-b last:border-b-0">
      <button
        type="button"
        aria-pressed={chosen}
        onClick={() => chooseDemo(demo)}
        className={classes(
          columns,
          'grid w-full items-baseline py-2 text-left',
          chosen ? 'bg-selected' : 'hover:bg-hover',
        )}
      >
        <span className="font-medium">{demo.title}</span>
        <span className="text-muted">{demo.shows}</span>
        <span className="inline-flex items-center gap-1.5 text-sm text-muted [&_svg]:size-3.5">
          {modeIcon[mode]}
          {modeLabel[mode]}
        </span>
      </button>
    </li>
  );
}
