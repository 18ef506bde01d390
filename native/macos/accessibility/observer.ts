import koffi from 'koffi';
import { Borrowed, Scope } from '../core-foundation/ownership';
import { stringIn } from '../core-foundation/read';
import type { Out } from '../declarations/c-type';
import type { Address, AXObserverRef, CFStringRef } from '../declarations/refs';
import type { Ax } from './ax';
import { notificationNames } from './names';
import { type AxResult, failed, failureOf, ok } from './outcome';
import type { Element } from './read';

/** Hears of changes in a program, while it is given time to. */
export interface Observer {
  /** Runs the run loop of this thread for that long at most. Says whether it was one that waits: else time is to be let pass elsewhere. */
  listen(seconds: number): 'waited' | 'did_not_wait';
  /** The names of what was heard since it was last asked for, in order. */
  heard(): readonly string[];
  close(): void;
}

/** `CFRunLoopRunInMode`: there was no source to wait for. */
const runLoopFinished = 1;

/** A failure where the program supports none of the notifications, or does not answer: then only polling is left. */
export function observe(ax: Ax, application: Element, pid: number): AxResult<Observer> {
  const { cf } = ax;
  const { call, constants, types } = cf;
  const scope = new Scope(cf.counting, cf.ledger);
  let heard: string[] = [];
  const callback = koffi.register((_observer: bigint, _element: bigint, name: bigint) => {
    heard.push(stringIn(cf, new Borrowed(name as CFStringRef, null)) ?? '');
  }, koffi.pointer(types.observerCallback)) as Address<'AXObserverCallback'>;
  const letGo = () => {
    scope.end();
    koffi.unregister(callback);
  };

  const out: Out<AXObserverRef> = [null];
  const failure = failureOf(call.AXObserverCreate(pid, callback, out));
  const observer = out[0] === null ? null : scope.own(out[0]);
  if (failure !== null || observer === null) {
    letGo();
    return failure ?? failed('Failure');
  }
  const added = notificationNames.filter(
    (name) =>
      failureOf(call.AXObserverAddNotification(observer.ref, application.ref, ax.name(name).ref, null)) ===
      null,
  );
  const source = call.AXObserverGetRunLoopSource(observer.ref);
  const loop = call.CFRunLoopGetCurrent();
  if (added.length === 0 || source === null || loop === null) {
    letGo();
    return failed('NotificationUnsupported');
  }
  const mode = constants.kCFRunLoopDefaultMode;
  call.CFRunLoopAddSource(loop, source, mode);

  return ok({
    listen: (seconds) =>
      call.CFRunLoopRunInMode(mode, seconds, 1) === runLoopFinished ? 'did_not_wait' : 'waited',
    heard: () => {
      const told = heard;
      heard = [];
      return told;
    },
    close: () => {
      for (const name of added)
        call.AXObserverRemoveNotification(observer.ref, application.ref, ax.name(name).ref);
      call.CFRunLoopRemoveSource(loop, source, mode);
      letGo();
    },
  });
}
