import { useEffect, useState } from 'react';
import { classes } from './classes';

/** True once `ms` have gone by: what comes sooner shows no sign of loading. */
export function useLater(ms: number): boolean {
  const [later, setLater] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLater(true), ms);
    return () => clearTimeout(timer);
  }, [ms]);
  return later;
}

const widths = ['w-2/5', 'w-3/5', 'w-1/2', 'w-4/5', 'w-1/3', 'w-2/3'];

/** Lines where rows will stand. Takes its room at once, and shows itself only after 150 ms. */
export function Skeleton({ label, lines }: { readonly label: string; readonly lines: number }) {
  const shown = useLater(150);
  return (
    <output aria-label={label} className={classes('block', shown ? 'animate-pulse' : 'invisible')}>
      {Array.from({ length: lines }, (_, line) => (
        <div key={line} className="flex h-6 items-center px-3">
          <div className={`h-2 rounded bg-selected ${widths[line % widths.length]}`} />
        </div>
      ))}
    </output>
  );
}
