import { asInterfaces } from './interfaces';
import { asRef, asRefs } from './ref';
import { allProperties, method, property } from './request';
import { type RoleWord, roleWord } from './roles';
import { asStates } from './states';
import { asNumber, asRecord, asString, asStrings, type Read } from './wire';

const of = 'Accessible';

export interface Described {
  readonly name: string;
  readonly description: string;
  /** What the program's author called it; mostly empty. */
  readonly accessibleId: string;
  /** -1 where the program does not count: ask for the children. */
  readonly childCount: number;
  /** Empty where the program gives them on request alone: see `getAttributes`. */
  readonly attributes: Readonly<Record<string, string>>;
}

const asDescribed: Read<Described> = (value) => {
  const all = asRecord(value);
  return {
    name: asString(all['Name'] ?? ''),
    description: asString(all['Description'] ?? ''),
    accessibleId: asString(all['AccessibleId'] ?? ''),
    childCount: asNumber(all['ChildCount'] ?? -1),
    attributes: asStrings(all['Attributes'] ?? {}),
  };
};

const asRole: Read<RoleWord> = (value) => roleWord(asNumber(value));

/** All properties in one call. */
export const describe = allProperties(of, asDescribed);
export const getName = property(of, 'Name', asString);
export const getAccessibleId = property(of, 'AccessibleId', asString);
export const getParent = property(of, 'Parent', asRef);
export const getRole = method(of, 'GetRole', asRole);
export const getState = method(of, 'GetState', asStates);
export const getInterfaces = method(of, 'GetInterfaces', asInterfaces);
export const getChildren = method(of, 'GetChildren', asRefs);
export const getAttributes = method(of, 'GetAttributes', asStrings);
