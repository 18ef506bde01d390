import { method, property } from './request';
import { asBoolean, asNumber } from './wire';

const of = 'Table';

/** @param index among all children, the headers too */
export function getRowAtIndex(index: number) {
  return method(of, 'GetRowAtIndex', asNumber, 'i', [index]);
}

export const getSelectedRowCount = property(of, 'NSelectedRows', asNumber);

export function addRowSelection(row: number) {
  return method(of, 'AddRowSelection', asBoolean, 'i', [row]);
}
