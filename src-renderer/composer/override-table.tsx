import { withOverride } from '@contract/overrides';
import type { Overrides } from '@contract/run-options';
import type { ToolInfo } from '@contract/trace-event';
import { useRunTools } from '../mcp/mcp-store';
import { type Treatment, treatments } from '../trace/override-words';
import { Select } from '../widgets/select';

export interface OverrideTableProps {
  readonly overrides: Overrides;
  readonly onChange: (overrides: Overrides) => void;
}

/** How each tool is treated: as it says of itself, or as the person says. */
export function OverrideTable({ overrides, onChange }: OverrideTableProps) {
  const tools = useRunTools();
  const choose = (tool: string, choice: Treatment) =>
    onChange(withOverride(overrides, tool, choice === 'as-declared' ? null : choice));
  return (
    <section aria-label="Tools" className="grid grid-cols-[1fr_auto] items-center gap-x-3 gap-y-1.5">
      <h3 className="col-span-2 font-medium">Tools</h3>
      {tools.map((tool) => (
        <OverrideRow
          key={tool.name}
          tool={tool}
          choice={overrides[tool.name] ?? 'as-declared'}
          onChange={(choice) => choose(tool.name, choice)}
        />
      ))}
    </section>
  );
}

interface OverrideRowProps {
  readonly tool: ToolInfo;
  readonly choice: Treatment;
  readonly onChange: (choice: Treatment) => void;
}

function OverrideRow({ tool, choice, onChange }: OverrideRowProps) {
  return (
    <>
      <span className="truncate font-mono text-sm" title={tool.summary}>
        {tool.name}
      </span>
      <Select
        label={`Treat ${tool.name}`}
        size="small"
        className="w-40"
        options={treatments(tool.effect)}
        value={choice}
        onChange={onChange}
      />
    </>
  );
}
