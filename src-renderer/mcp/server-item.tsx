import type { McpServer, McpServerState } from '@contract/mcp';
import { Pencil, RotateCw, Trash2 } from 'lucide-react';
import { Badge, type Tone } from '../widgets/badge';
import { Button } from '../widgets/button';
import { FailureNote } from '../widgets/failure-note';
import { IconButton } from '../widgets/icon-button';
import { Toggle } from '../widgets/toggle';
import { enableServer, removeServer, restartServer } from './mcp-store';
import { ServerTools } from './server-tools';

export interface ServerItemProps {
  readonly server: McpServer;
  readonly onChange: () => void;
}

/** One server: where it is, how it is, what it offers. */
export function ServerItem({ server, onChange }: ServerItemProps) {
  const { id, name, enabled, state, said } = server;
  return (
    <li aria-label={name} className="flex flex-col gap-2 border-b pb-3 last:border-b-0">
      <div className="flex items-center gap-2">
        <span className="min-w-0 truncate font-medium">{name}</span>
        <Badge tone={tones[state.kind]}>{inWords(state)}</Badge>
        <span className="flex-1" />
        <Toggle
          label={enabled ? 'On' : 'Off'}
          name={`Use ${name}`}
          checked={enabled}
          onChange={(on) => void enableServer(id, on)}
        />
        <IconButton label={`Change ${name}`} icon={<Pencil aria-hidden />} onClick={onChange} />
        <IconButton
          label={`Remove ${name}`}
          icon={<Trash2 aria-hidden />}
          onClick={() => void removeServer(server)}
        />
      </div>
      <p className="copyable truncate font-mono text-sm text-muted" title={placeOf(server)}>
        {placeOf(server)}
      </p>
      {(state.kind === 'failed' || state.kind === 'dead') && (
        <FailureNote
          failure={state.failure}
          action={
            <Button size="small" icon={<RotateCw aria-hidden />} onClick={() => void restartServer(id)}>
              Try again
            </Button>
          }
        />
      )}
      {state.kind === 'ready' && <ServerTools server={name} tools={state.tools} />}
      {said.length > 0 && (
        <details className="text-sm">
          <summary className="cursor-default text-muted">What it printed</summary>
          <pre className="copyable mt-1 max-h-40 overflow-auto whitespace-pre-wrap break-words rounded bg-sunken p-2 font-mono">
            {said.join('\n')}
          </pre>
        </details>
      )}
    </li>
  );
}

function placeOf({ connection }: McpServer): string {
  return connection.kind === 'http' ? connection.url : [connection.command, ...connection.args].join(' ');
}

const tones: Readonly<Record<McpServerState['kind'], Tone>> = {
  off: 'neutral',
  connecting: 'model',
  ready: 'added',
  failed: 'failure',
  dead: 'hazard',
};

function inWords(state: McpServerState): string {
  switch (state.kind) {
    case 'off':
      return 'Off';
    case 'connecting':
      return 'Starting ...';
    case 'ready':
      return state.tools.length === 1 ? 'Ready, 1 tool' : `Ready, ${state.tools.length} tools`;
    case 'failed':
      return 'Failed';
    case 'dead':
      return 'Gone, starting again';
  }
}
