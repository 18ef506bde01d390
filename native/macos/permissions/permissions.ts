import type { Ax } from '../accessibility/ax';
import { applicationOf } from '../accessibility/element';
import type { AxProblem } from '../accessibility/outcome';
import { readAttribute } from '../accessibility/read';
import type { Cf } from '../core-foundation/cf';
import { makeDictionary } from '../core-foundation/create';
import { Borrowed, withScope } from '../core-foundation/ownership';

/** `unknown` where neither what the system says nor a look at another program settles it. */
export type PermissionState = 'working' | 'failing' | 'unknown';

/** What the system says, which lags behind Settings in both directions. */
export function isTrusted({ call }: Cf): boolean {
  return call.AXIsProcessTrusted() !== 0;
}

/** Makes the system ask the person, who answers later. @returns what the system says now */
export function promptForTrust(cf: Cf): boolean {
  return withScope(cf, (scope) => {
    const key = new Borrowed(cf.constants.kAXTrustedCheckOptionPrompt, null);
    const options = makeDictionary(cf, scope, [[key, cf.true]]);
    return cf.call.AXIsProcessTrustedWithOptions(options.ref) !== 0;
  });
}

export type Probe = 'answered' | AxProblem;

/** Whether another program's tree can be read: the one test that is not stale. @param pid of any program that is surely running */
export function probe(ax: Ax, pid: number): Probe {
  return withScope(ax.cf, (scope) => {
    const application = applicationOf(ax, scope, pid);
    if (!application.ok) return application.failure.problem;
    const role = readAttribute(ax, scope, application.value, 'AXRole');
    return role.ok ? 'answered' : role.failure.problem;
  });
}

/** @param probed null where no other program was at hand */
export function accessibilityState(trusted: boolean, probed: Probe | null): PermissionState {
  switch (probed) {
    case 'answered':
    case 'unsupported':
    case 'no_value':
      return 'working';
    case 'not_permitted':
      return 'failing';
    case 'no_answer':
      return trusted ? 'unknown' : 'failing';
    case 'gone':
    case 'failed':
    case null:
      return trusted ? 'unknown' : 'failing';
  }
}

/** Windows of others come without their titles, and pictures empty, where this is false. */
export function mayCaptureScreen({ call }: Cf): boolean {
  return call.CGPreflightScreenCaptureAccess();
}
