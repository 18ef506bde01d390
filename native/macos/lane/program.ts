import type { Ax } from '../accessibility/ax';
import type { Clock } from '../accessibility/clock';
import { applicationOf } from '../accessibility/element';
import { createIdentities, type Identities } from '../accessibility/identities';
import { type Observer, observe } from '../accessibility/observer';
import { type AxResult, ok } from '../accessibility/outcome';
import type { Element } from '../accessibility/read';
import { type Changes, changesHeard, changesSeen } from '../accessibility/until-quiet';

/** The one program that a lane works on. */
export interface Program {
  readonly ax: Ax;
  readonly pid: number;
  readonly application: Element;
  readonly identities: Identities;
  readonly clock: Clock;
  changes(): Changes;
  close(): void;
}

/** Twice as many as the largest snapshot has, so that the one before can still be referred to. */
const knownElements = 40_000;

export function openProgram(ax: Ax, pid: number, prefix: string, clock: Clock): AxResult<Program> {
  const found = applicationOf(ax, ax.scope, pid);
  if (!found.ok) return found;
  const application = found.value;
  const identities = createIdentities(ax, prefix, knownElements);
  let observer: AxResult<Observer> | null = null;
  return ok({
    ax,
    pid,
    application,
    identities,
    clock,
    changes: () => {
      observer ??= observe(ax, application, pid);
      return observer.ok
        ? changesHeard(observer.value, clock)
        : changesSeen(ax, identities, application, clock);
    },
    close: () => {
      if (observer?.ok === true) observer.value.close();
      identities.clear();
      ax.close();
    },
  });
}
