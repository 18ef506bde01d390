import { ToolOverride } from '../oversight/tool-override';
import { useLiveModel } from '../trace/live-run';

/** How the run under way treats each of its tools. */
export function RunOverrides() {
  const { run } = useLiveModel();
  return (
    <section
      aria-label="Tools of the run under way"
      className="grid grid-cols-[1fr_auto] items-center gap-x-3 gap-y-1.5"
    >
      <h3 className="col-span-2 font-medium">Tools</h3>
      {run?.tools.map(({ name, summary, effect }) => (
        <div key={name} className="contents">
          <span className="truncate font-mono text-sm" title={summary}>
            {name}
          </span>
          <ToolOverride tool={name} declared={effect} />
        </div>
      ))}
    </section>
  );
}
