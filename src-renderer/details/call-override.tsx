import type { Call } from '@contract/trace-model';
import { ToolOverride } from '../oversight/tool-override';
import { useLiveRun } from '../trace/live-run';
import { useTrace, useWholeModel } from '../trace/trace-store';
import { OverrideChanges } from './override-changes';
import { Section } from './section';

/** What the person said of the call's tool while the run went on; in a run that still does, they may say more. */
export function CallOverride({ call, now }: { readonly call: Call; readonly now: number }) {
  const { run, overrideChanges, phase } = useWholeModel();
  const source = useTrace((state) => state.source);
  const live = useLiveRun((state) => state.live?.id ?? null);
  const mayChange = source?.live === true && source.id === live && phase.kind === 'running';
  const said = overrideChanges.filter(({ tool, at }) => tool === call.tool && at <= now);
  if (!mayChange && said.length === 0) return null;
  const declared = run?.tools.find(({ name }) => name === call.tool)?.effect ?? call.admission?.effect;
  return (
    <Section
      title="Override"
      aside={mayChange && <ToolOverride tool={call.tool} declared={declared ?? 'write'} />}
    >
      {mayChange && <p className="text-muted">Holds from the next call of {call.tool} on.</p>}
      <OverrideChanges changes={said} />
    </Section>
  );
}
