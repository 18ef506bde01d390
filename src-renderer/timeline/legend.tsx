import { Info } from 'lucide-react';
import { Popover } from 'radix-ui';
import type { CSSProperties, ReactNode } from 'react';
import { classes } from '../widgets/classes';
import { bodyTop, gutterWidth, minimapHeight } from './layout/metrics';

/** What the timeline's shapes mean, beside its ruler. */
export function Legend() {
  return (
    <Popover.Root>
      <Popover.Trigger asChild>
        <button
          type="button"
          style={{ top: minimapHeight, height: bodyTop - minimapHeight - 1, width: gutterWidth - 1 }}
          className="absolute left-0 flex items-center gap-1.5 px-3 text-xs text-muted hover:bg-hover hover:text-text [&_svg]:size-3"
        >
          <Info aria-hidden />
          Legend
        </button>
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content
          align="start"
          sideOffset={4}
          collisionPadding={8}
          className="z-40 rounded bg-raised p-3 text-sm shadow-raised"
        >
          <dl className="grid grid-cols-[2rem_auto] items-center gap-x-3 gap-y-1.5">
            <Entry
              says="Ran by itself"
              swatch={<Bar look="border border-sequential/55 bg-sequential/15" />}
            />
            <Entry
              says="Ran while another call of its turn did"
              swatch={
                <Bar look="border border-parallel/55 bg-parallel/15 bg-(image:--hatch) text-parallel/40" />
              }
            />
            <Entry
              says="Filled: a write. Pale: a read"
              swatch={
                <span className="flex gap-0.5">
                  <Bar look="bg-sequential" />
                  <Bar look="bg-parallel bg-(image:--hatch) text-panel/35" />
                </span>
              }
            />
            <Entry
              says="The model thinks, then writes"
              swatch={
                <span className="flex">
                  <Bar look="border border-model/55 bg-model/15" />
                  <Bar look="border border-model/55 bg-model/35" />
                </span>
              }
            />
            <Entry
              says="A call waits for others"
              swatch={<span className="block h-[3px] bg-(image:--hatch) text-faint" style={hatch} />}
            />
            <Entry
              says="A call waits for you: asked at the mark"
              swatch={
                <span className="relative block h-3.5 border border-muted" style={dots}>
                  <span className="absolute top-1/2 left-0 grid size-3 -translate-x-1/2 -translate-y-1/2 place-items-center rounded-full bg-text text-[9px] leading-none font-semibold text-inverse">
                    ?
                  </span>
                </span>
              }
            />
            <Entry
              says="Held: you used the desktop, no write began"
              swatch={<span className="block h-3.5 border-x border-t-4 border-muted" style={dots} />}
            />
            <Entry
              says="What the chosen call waited for: whole where it uses its result"
              swatch={
                <span className="flex flex-col gap-1">
                  <span className="block border-t-[1.5px] border-text" />
                  <span className="block border-t-[1.5px] border-dashed border-text" />
                </span>
              }
            />
            <Entry
              says="You changed how a tool is treated"
              swatch={
                <span className="relative block h-3.5">
                  <span className="absolute top-0 left-3 h-1.5 w-2.5 bg-muted" />
                  <span className="absolute top-0 left-3 h-full border-l border-dotted border-muted" />
                </span>
              }
            />
            <Entry
              says="Never ran: skipped or deferred"
              swatch={<Bar look="border border-dashed border-muted" />}
            />
            <Entry
              says="Failed, at its end"
              swatch={
                <span className="flex">
                  <Bar look="border border-sequential/55 bg-sequential/15" />
                  <span className="h-3.5 w-2 bg-failure" />
                </span>
              }
            />
            <Entry
              says="A hazard, and the call that it has to do with"
              swatch={<span className="mx-auto block size-2.5 rotate-45 bg-hazard" />}
            />
          </dl>
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}

function Entry({ says, swatch }: { readonly says: string; readonly swatch: ReactNode }) {
  return (
    <>
      <dt aria-hidden>{swatch}</dt>
      <dd>{says}</dd>
    </>
  );
}

const hatch = {
  '--hatch': 'repeating-linear-gradient(-45deg, currentColor 0 1px, transparent 1px 4px)',
} as CSSProperties;

const dots: CSSProperties = {
  backgroundImage: 'radial-gradient(var(--color-faint) 0.5px, transparent 0.75px)',
  backgroundSize: '4px 4px',
};

function Bar({ look }: { readonly look: string }) {
  return <span style={hatch} className={classes('block h-3.5 min-w-0 flex-1 rounded-[2px]', look)} />;
}
