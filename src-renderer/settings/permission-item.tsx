import type { Permission, PermissionReport } from '@contract/permission';
import { CircleAlert, CircleCheck, CircleHelp, ExternalLink } from 'lucide-react';
import type { ReactNode } from 'react';
import { permissionNames } from '../composer/target-trouble';
import { openPermissionSettings } from '../shell/actions';
import { Button } from '../widgets/button';
import { classes } from '../widgets/classes';

export interface PermissionItemProps {
  readonly permission: Permission;
  readonly platform: PermissionReport['platform'];
  /** The program that the system's settings must list. */
  readonly grantTo: string;
}

interface StateWords {
  readonly label: string;
  readonly icon: ReactNode;
  /** Hue only where it means failure; the icon and the word tell the rest. */
  readonly hue: string;
}

const states: Readonly<Record<Permission['state'], StateWords>> = {
  working: { label: 'Working', icon: <CircleCheck aria-hidden />, hue: 'text-text' },
  failing: { label: 'Failing', icon: <CircleAlert aria-hidden />, hue: 'text-failure' },
  unknown: { label: 'Unknown', icon: <CircleHelp aria-hidden />, hue: 'text-muted' },
};

export function PermissionItem({ permission, platform, grantTo }: PermissionItemProps) {
  const { name, state, sentence, next } = permission;
  const { label, icon, hue } = states[state];
  return (
    <li aria-label={permissionNames[name]} className="flex items-start gap-3 px-3 py-2.5">
      <span className={classes('mt-0.5 [&_svg]:size-4', hue)}>{icon}</span>
      <div className="copyable min-w-0 flex-1 break-words">
        <p className="flex items-baseline gap-2">
          <span className="font-medium">{permissionNames[name]}</span>
          <output className={classes('text-sm', hue)}>{label}</output>
        </p>
        <p>{sentence}</p>
        {next !== null && <p className="text-muted">{next}</p>}
        {state !== 'working' && platform === 'macos' && grantTo !== '' && (
          <p className="text-muted">
            The program to grant it to is <span className="font-medium text-text">{grantTo}</span>.
          </p>
        )}
        <Claim permission={permission} grantTo={grantTo} />
      </div>
      {platform === 'macos' && (
        <Button icon={<ExternalLink aria-hidden />} onClick={() => void openPermissionSettings(name)}>
          Open System Settings
        </Button>
      )}
    </li>
  );
}

/** Where the system says something else than what was found. */
function Claim({
  permission: { granted, state },
  grantTo,
}: {
  readonly permission: Permission;
  readonly grantTo: string;
}) {
  if (granted === true && state === 'failing') {
    return (
      <div className="mt-1.5 border-l-2 border-edge pl-2.5">
        <p>The system shows it as on, but it does not work.</p>
        <p className="text-muted">
          A program that was rebuilt, re-signed or updated loses it: the grant belongs to the old copy.
        </p>
        <ol className="list-inside list-decimal text-muted">
          <li>
            In System Settings, remove {grantTo === '' ? 'it' : grantTo} from its list with the minus button.
          </li>
          <li>Add it again, and turn it on.</li>
          <li>Quit Interlock and open it again.</li>
        </ol>
      </div>
    );
  }
  if (granted === false && state === 'working')
    return <p className="mt-1 text-sm text-muted">The system shows it as off. It works all the same.</p>;
  return null;
}
