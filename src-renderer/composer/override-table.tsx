import type { Override, Overrides } from '@contract/run-options';
import type { ToolInfo } from '@contract/trace-event';
import { useRunTools } from '../mcp/mcp-store';
import { type Option, Select } from '../widgets/select';

type Choice = Override | 'as-declared';

export interface OverrideTableProps {
  readonly overrides: Overrides;
  readonly onChange: (overrides: Overrides) => void;
}

/** How each tool is treated: as it says of itself, or as the person says. */
export function OverrideTable({ overrides, onChange }: OverrideTableProps) {
  const tools = useRunTools();
  const choose = (tool: string, choice: Choice) => {
    const { [tool]: _before, ...others } = overrides;
    onChange(choice === 'as-declared' ? others : { ...others, [tool]: choice });
  };
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
  readonly choice: Choice;
  readonly onChange: (choice: Choice) => void;
}

function OverrideRow({ tool, choice, onChange }: OverrideRowProps) {
  const options: ReadonlyArray<Option<Choice>> = [
    { value: 'as-declared', label: `As declared: ${tool.effect}` },
    { value: 'read', label: 'Read', note: 'May overlap with other reads.' },
    { value: 'write', label: 'Write', note: 'Waits for what it conflicts with.' },
    { value: 'alone', label: 'Always alone', note: 'Nothing of its turn runs beside it.' },
    { value: 'ask', label: 'Ask me', note: 'As declared, and you are asked before each call.' },
  ];
  return (
    <>
      <span className="truncate font-mono text-sm" title={tool.summary}>
        {tool.name}
      </span>
      <Select
        label={`Treat ${tool.name}`}
        size="small"
        className="w-40"
        options={options}
        value={choice}
        onChange={onChange}
      />
    </>
  );
}
