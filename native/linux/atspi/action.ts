import { method, property } from './request';
import { asBoolean, asList, asNumber, asString, asTuple, type Read } from './wire';

const of = 'Action';

export interface ActionName {
  /** `click`, `activate`, `toggle`; empty in Chromium's list: see `getActionName`. */
  readonly name: string;
  readonly description: string;
  readonly keys: string;
}

const asActionName: Read<ActionName> = (value) => {
  const [name, description, keys] = asTuple(value, 3);
  return { name: asString(name), description: asString(description), keys: asString(keys) };
};

export const getActions = method(of, 'GetActions', asList(asActionName));
export const getActionCount = property(of, 'NActions', asNumber);

export function getActionName(index: number) {
  return method(of, 'GetName', asString, 'i', [index]);
}

/** true says that the program heard; it may not have done anything. */
export function doAction(index: number) {
  return method(of, 'DoAction', asBoolean, 'i', [index]);
}
