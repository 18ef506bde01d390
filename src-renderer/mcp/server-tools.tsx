import type { McpTool } from '@contract/mcp';
import { withOverride } from '@contract/overrides';
import type { Override } from '@contract/run-options';
import { changeSettings } from '../shell/actions';
import { useAbout } from '../shell/app-store';
import { type Option, Select } from '../widgets/select';

type Choice = Override | 'as-told';

export interface ServerToolsProps {
  readonly server: string;
  readonly tools: readonly McpTool[];
}

/** What the server says of its tools is a hint, and the person has the last word. */
export function ServerTools({ server, tools }: ServerToolsProps) {
  const { settings } = useAbout();
  const { overrides } = settings;
  const choose = (tool: string, choice: Choice) => {
    changeSettings({ overrides: withOverride(overrides, tool, choice === 'as-told' ? null : choice) });
  };
  if (tools.length === 0) return <p className="text-sm text-muted">It offers no tools.</p>;
  return (
    <details className="text-sm">
      <summary className="cursor-default text-muted">Its tools, and what they count as</summary>
      <ul
        aria-label={`Tools of ${server}`}
        className="mt-2 grid grid-cols-[1fr_auto] items-center gap-x-3 gap-y-1.5"
      >
        {tools.map(({ name, own, description, effect }) => (
          <li key={name} className="contents">
            <span className="min-w-0">
              <span className="block truncate font-mono">{own}</span>
              <span className="block truncate text-muted" title={description}>
                {description}
              </span>
            </span>
            <Select
              label={`Treat ${name}`}
              size="small"
              className="w-40"
              options={choicesFor(effect)}
              value={overrides[name] ?? 'as-told'}
              onChange={(choice) => choose(name, choice)}
            />
          </li>
        ))}
      </ul>
    </details>
  );
}

function choicesFor(effect: McpTool['effect']): ReadonlyArray<Option<Choice>> {
  return [
    { value: 'as-told', label: `As it says: ${effect}`, note: 'A hint of the server, which nobody checks.' },
    { value: 'read', label: 'Read', note: 'May overlap with other reads.' },
    { value: 'write', label: 'Write', note: 'Waits for what it conflicts with.' },
    { value: 'alone', label: 'Always alone', note: 'Nothing of its turn runs beside it.' },
    { value: 'ask', label: 'Ask me', note: 'You are asked before each call.' },
  ];
}
