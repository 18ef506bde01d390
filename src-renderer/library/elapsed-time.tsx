import { useEffect, useState } from 'react';
import { useTrace, useWholeModel } from '../trace/trace-store';
import { duration } from '../widgets/units';

/** How long the opened run took; ticks while it goes on. */
export function ElapsedTime() {
  const live = useTrace((state) => state.source?.live === true);
  const { now, run } = useWholeModel();
  const [clock, setClock] = useState(() => Date.now());
  useEffect(() => {
    if (!live) return;
    const timer = setInterval(() => setClock(Date.now()), 100);
    return () => clearInterval(timer);
  }, [live]);
  const elapsed = live && run !== null ? Math.max(now, clock - run.at.wall) : now;
  return (
    <span className="min-w-14 text-right" title="From the run's start to its last event">
      {live ? `${(elapsed / 1000).toFixed(1)} s` : duration(elapsed)}
    </span>
  );
}
