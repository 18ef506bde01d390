import type { McpServerId } from '@contract/mcp';
import { Plus } from 'lucide-react';
import { useEffect, useState } from 'react';
import { Group, Pane } from '../settings/parts';
import { Button } from '../widgets/button';
import { EmptyState } from '../widgets/empty-state';
import { FailureNote } from '../widgets/failure-note';
import { Skeleton } from '../widgets/skeleton';
import { loadMcp, restoreRemoved, useMcp } from './mcp-store';
import { ServerForm } from './server-form';
import { ServerItem } from './server-item';

/** Tools that come from elsewhere: the person's MCP servers. */
export function ToolsPane() {
  const { report, failure, removed } = useMcp();
  const [entering, setEntering] = useState<McpServerId | 'new' | null>(null);
  useEffect(() => void loadMcp(), []);
  const done = () => setEntering(null);
  const isEmpty = report?.servers.length === 0 && entering === null;
  const add = (
    <Button icon={<Plus aria-hidden />} onClick={() => setEntering('new')}>
      Add a server
    </Button>
  );
  return (
    <Pane>
      <Group title="MCP servers">
        {failure !== null && (
          <FailureNote
            failure={failure}
            action={
              <Button size="small" onClick={() => void loadMcp()}>
                Try again
              </Button>
            }
          />
        )}
        {report === null && failure === null && <Skeleton label="Asking for the servers" lines={3} />}
        {removed !== null && (
          <p role="status" className="flex items-center gap-2">
            <span className="min-w-0 truncate">Removed "{removed.name}".</span>
            <Button size="small" onClick={() => void restoreRemoved()}>
              Undo
            </Button>
          </p>
        )}
        {isEmpty && (
          <EmptyState title="No servers yet" action={add}>
            A server offers tools to your runs. What it says of them is a hint: all but what it calls a read
            counts as a write, and you have the last word.
          </EmptyState>
        )}
        {report !== null && report.servers.length > 0 && (
          <ul aria-label="MCP servers" className="flex flex-col gap-3">
            {report.servers.map((server) =>
              entering === server.id ? (
                <li key={server.id}>
                  <ServerForm server={server} onDone={done} />
                </li>
              ) : (
                <ServerItem key={server.id} server={server} onChange={() => setEntering(server.id)} />
              ),
            )}
          </ul>
        )}
        {entering === 'new' && <ServerForm server={null} onDone={done} />}
        {!isEmpty && report !== null && entering !== 'new' && <div>{add}</div>}
        {report?.secretsForgotten !== null && report?.secretsForgotten !== undefined && (
          <p className="text-sm text-muted">{report.secretsForgotten}</p>
        )}
      </Group>
    </Pane>
  );
}
