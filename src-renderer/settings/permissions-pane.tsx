import type { PermissionReport } from '@contract/permission';
import { LoaderCircle, RotateCw } from 'lucide-react';
import { Button } from '../widgets/button';
import { FailureNote } from '../widgets/failure-note';
import { Skeleton } from '../widgets/skeleton';
import { Group, Pane } from './parts';
import { PermissionItem } from './permission-item';
import { checkPermissions, usePermissions } from './permissions-store';
import { usePermissionWatch, watchInterval } from './use-permission-watch';

/** What the system lets Interlock do, as it was found by trying; tried again and again while somebody looks. */
export function PermissionsPane() {
  usePermissionWatch();
  const { report, failure } = usePermissions();
  return (
    <Pane>
      <Group title="Permissions">
        {failure !== null && <FailureNote failure={failure} />}
        {report === null && failure === null && <Skeleton label="Trying the permissions" lines={6} />}
        {report !== null && <Report report={report} />}
        {report?.platform !== 'none' && <Again />}
      </Group>
    </Pane>
  );
}

function Report({ report: { platform, grantTo, permissions } }: { readonly report: PermissionReport }) {
  if (permissions.length === 0) {
    return (
      <p className="text-muted">
        {platform === 'none'
          ? 'Here only the practice window can be worked on, and that needs no permission.'
          : 'This system asks for no permission: programs can be worked on as they are.'}
      </p>
    );
  }
  return (
    <>
      <p className="text-muted">
        Each was tried just now on another program. What the system's settings show goes stale both ways, so
        only what was tried counts here.
      </p>
      <ul className="flex flex-col divide-y divide-line rounded border">
        {permissions.map((permission) => (
          <PermissionItem
            key={permission.name}
            permission={permission}
            platform={platform}
            grantTo={grantTo}
          />
        ))}
      </ul>
    </>
  );
}

const clock = new Intl.DateTimeFormat('en-GB', { timeStyle: 'medium' });

function Again() {
  const { checking, checkedAt } = usePermissions();
  return (
    <div className="flex items-center gap-3">
      <Button
        aria-disabled={checking}
        icon={
          checking ? (
            <LoaderCircle aria-hidden className="motion-safe:animate-spin" />
          ) : (
            <RotateCw aria-hidden />
          )
        }
        onClick={() => void checkPermissions()}
      >
        Check again
      </Button>
      <p className="text-sm text-muted tabular-nums">
        Tried every {watchInterval / 1000} s while this is open and in sight
        {checkedAt === null ? '.' : `, last at ${clock.format(checkedAt)}.`}
      </p>
    </div>
  );
}
