import type { Cf } from '../core-foundation/cf';
import { makeArray, makeString } from '../core-foundation/create';
import { type Owned, Scope, withScope } from '../core-foundation/ownership';
import type { CFArrayRef, CFStringRef } from '../declarations/refs';
import type { ActionName, AttributeName, NotificationName } from './names';
import { type AxResult, failed, failureOf, ok } from './outcome';

/** Accessibility at work. What it holds by itself are the names that it asks with. */
export interface Ax {
  readonly cf: Cf;
  name(name: AttributeName | ActionName | NotificationName): Owned<CFStringRef>;
  /** The same list gives the same array. */
  list(names: readonly AttributeName[]): Owned<CFArrayRef>;
  /** What lives as long as this does. */
  readonly scope: Scope;
  close(): void;
}

/** @param timeoutSeconds how long any call of this process waits for an answer: the system's own limit is 6 s */
export function openAx(cf: Cf, timeoutSeconds: number): AxResult<Ax> {
  const refused = withScope(cf, (scope) => {
    const systemWide = cf.call.AXUIElementCreateSystemWide();
    if (systemWide === null) return failed('Failure');
    const code = cf.call.AXUIElementSetMessagingTimeout(scope.own(systemWide).ref, timeoutSeconds);
    return failureOf(code);
  });
  if (refused !== null) return refused;
  const scope = new Scope(cf.counting, cf.ledger);
  const names = new Map<string, Owned<CFStringRef>>();
  const lists = new Map<readonly AttributeName[], Owned<CFArrayRef>>();
  const name = (text: string) => {
    const known = names.get(text) ?? makeString(cf, scope, text);
    names.set(text, known);
    return known;
  };
  return ok({
    cf,
    name,
    list: (attributes) => {
      const known = lists.get(attributes) ?? makeArray(cf, scope, attributes.map(name));
      lists.set(attributes, known);
      return known;
    },
    scope,
    close: () => scope.end(),
  });
}
