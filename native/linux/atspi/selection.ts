import { asRef } from './ref';
import { method, property } from './request';
import { asBoolean, asNumber } from './wire';

const of = 'Selection';

export const getSelectedCount = property(of, 'NSelectedChildren', asNumber);

/** @param place among the selected ones */
export function getSelectedChild(place: number) {
  return method(of, 'GetSelectedChild', asRef, 'i', [place]);
}

/** @param index among all children */
export function selectChild(index: number) {
  return method(of, 'SelectChild', asBoolean, 'i', [index]);
}

export function isChildSelected(index: number) {
  return method(of, 'IsChildSelected', asBoolean, 'i', [index]);
}
