import { type RefObject, useLayoutEffect } from 'react';
import { focusPlace } from '../shell/places';

/**
 * Takes the focus where nothing else has it: who types or reads elsewhere is not disturbed. When it goes with the focus in it, the
 * focus goes to the timeline, unless another one has taken it by then.
 */
export function usePoliteFocus(box: RefObject<HTMLElement | null>): void {
  useLayoutEffect(() => {
    const shown = box.current;
    if (document.activeElement === document.body) shown?.focus();
    return () => {
      if (shown?.contains(document.activeElement) !== true) return;
      queueMicrotask(() => {
        if (document.activeElement === document.body) focusPlace('timeline');
      });
    };
  }, [box]);
}
