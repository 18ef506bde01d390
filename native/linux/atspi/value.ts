import { property, setProperty } from './request';
import { asNumber } from './wire';

const of = 'Value';

export const getCurrentValue = property(of, 'CurrentValue', asNumber);
export const getMinimumValue = property(of, 'MinimumValue', asNumber);
export const getMaximumValue = property(of, 'MaximumValue', asNumber);

export function setCurrentValue(value: number) {
  return setProperty(of, 'CurrentValue', 'd', value);
}
