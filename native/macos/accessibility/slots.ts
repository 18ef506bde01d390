import type { AxDatum } from '../core-foundation/datum';
import type { AttributeName } from './names';
import type { AxResult } from './outcome';
import type { Frame } from './raw-node';
import type { Element } from './read';

/** The answer to one batch, by name. A value of another type than is asked for counts as none. */
export interface Slots {
  text(name: AttributeName): string;
  /** Some programs tell a truth as a number. */
  truth(name: AttributeName): boolean | null;
  element(name: AttributeName): Element | null;
  frame(): Frame | null;
  datum(name: AttributeName): AxResult<AxDatum> | null;
}

export function slotsOf(names: readonly AttributeName[], slots: readonly AxResult<AxDatum>[]): Slots {
  const datum = (name: AttributeName) => slots[names.indexOf(name)] ?? null;
  const value = (name: AttributeName): AxDatum => {
    const slot = datum(name);
    return slot?.ok === true ? slot.value : { kind: 'null' };
  };
  return {
    datum,
    text: (name) => {
      const found = value(name);
      return found.kind === 'string' ? found.value : '';
    },
    truth: (name) => {
      const found = value(name);
      if (found.kind === 'boolean') return found.value;
      return found.kind === 'number' ? found.value !== 0 : null;
    },
    element: (name) => {
      const found = value(name);
      return found.kind === 'element' ? found.element : null;
    },
    frame: () => {
      const frame = value('AXFrame');
      if (frame.kind === 'rect') return { ...frame.value.origin, ...frame.value.size };
      const [position, size] = [value('AXPosition'), value('AXSize')];
      return position.kind === 'point' && size.kind === 'size' ? { ...position.value, ...size.value } : null;
    },
  };
}
