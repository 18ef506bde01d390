import { method, property } from './request';
import { asBoolean, asNumber, asString } from './wire';

const of = 'Action';

export const getActionCount = property(of, 'NActions', asNumber);

/** `click`, `activate`, `toggle`: as the toolkit's author wrote it, in whatever language the person reads. */
export function getActionName(index: number) {
  return method(of, 'GetName', asString, 'i', [index]);
}

/** true says that the program heard; it may not have done anything. */
export function doAction(index: number) {
  return method(of, 'DoAction', asBoolean, 'i', [index]);
}
