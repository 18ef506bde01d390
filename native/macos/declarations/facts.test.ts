import koffi, { type TypeObject } from 'koffi';
import { expect, test } from 'vitest';
import { createCTypes } from '../c-types';
import { applicationServices } from './application-services';
import { axErrors } from './ax-error';
import { type ParameterType, type ResultType, recordLayouts } from './c-type';
import { carbon } from './carbon';
import { coreFoundation } from './core-foundation';
import { coreGraphics } from './core-graphics';
import type { Declaration } from './declaration';
import {
  eventFields,
  eventFlags,
  eventSourceStates,
  eventTaps,
  eventTypes,
  mouseButtons,
  scrollUnits,
} from './events';
import facts from './facts.json';
import { characterKeys, namedKeys } from './key-codes';
import { constantSymbols, tableSymbols } from './symbols';
import { axValueTypes, cfNumberTypes, stringEncodings, windowListOptions } from './values';

const declared: Record<string, Declaration> = {
  ...coreFoundation,
  ...applicationServices,
  ...coreGraphics,
  ...carbon,
};

interface Prototype {
  readonly name: string;
  readonly returns: string;
  readonly takes: readonly string[];
}

function parsePrototype(text: string): Prototype {
  const [, returns, name, list] = /^([\w ]+?) (\w+)\((.*)\)$/.exec(text) ?? [];
  if (returns === undefined || name === undefined || list === undefined)
    throw new Error(`no prototype: ${text}`);
  return { name, returns, takes: list === 'void' ? [] : list.split(', ') };
}

const prototypes = new Map(
  [...facts.prototypes, ...facts.prototypesBeyondTheList].map((text) => {
    const prototype = parsePrototype(text);
    return [prototype.name, prototype];
  }),
);

const layouts: Readonly<Record<string, string>> = facts.layouts;
const koffiLayouts: Readonly<Record<string, string>> = {
  bool: 'Bool 1',
  u8: 'UInt8 1',
  u16: 'UInt16 2',
  i32: 'Int32 4',
  u32: 'UInt32 4',
  i64: 'Int64 8',
  u64: 'UInt64 8',
  f32: 'Float32 4',
  f64: 'Float64 8',
};

/** What the machine sees of a type of the table: a number of some size, a record, a pointer, nothing. */
function layoutOf(type: string): string {
  const layout = layouts[type];
  if (layout !== undefined) return koffiLayouts[layout] ?? 'unknown';
  const record = (facts.records as Record<string, Record<string, string>>)[type];
  if (record !== undefined)
    return Object.entries(record)
      .map(([name, member]) => `${name}: ${layoutOf(member)}`)
      .join();
  if (type === 'void') return 'Void 0';
  if (type === 'callback') return 'Callback 8';
  if (type.endsWith('*') || type.endsWith('Ref')) return 'Pointer 8';
  throw new Error(`The table has no layout of ${type}.`);
}

function layoutOfKoffi(type: TypeObject): string {
  if (type.primitive !== 'Record') return `${type.primitive} ${type.size}`;
  return Object.entries(type.members ?? {})
    .map(([name, member]) => `${name}: ${layoutOfKoffi(member.type)}`)
    .join();
}

const isAddress = (layout: string) => layout === 'Pointer 8';

/** A number has many names, of which the layout alone counts; of a pointer the name counts too, for koffi does not know it. */
function tableTells(type: string): string {
  const layout = layoutOf(type);
  if (!isAddress(layout)) return layout;
  const target = layouts[type.replace(/\*$/, '')];
  return target === undefined ? type : `a place for ${koffiLayouts[target]}`;
}

function declarationTells(type: ParameterType | ResultType): string {
  if (!type.startsWith('out ')) {
    const layout = layoutOfKoffi(
      type === 'void' ? types.result(type) : (types.parameter(type) as TypeObject),
    );
    return isAddress(layout) ? type : layout;
  }
  const target = type.slice('out '.length) as 'CFIndex' | 'CFTypeRef';
  const layout = layoutOfKoffi(types.result(target));
  return isAddress(layout) ? `${target}*` : `a place for ${layout}`;
}

const types = createCTypes();

test('nothing is called that the table does not know', () => {
  expect(Object.keys(declared).filter((name) => !prototypes.has(name))).toEqual([]);
});

test.each(Object.entries(declared))('%s is declared as in the table', (name, { returns, takes, header }) => {
  const prototype = prototypes.get(name);
  if (prototype === undefined) throw new Error('unknown');
  expect(header).toMatch(/^\w+\.h$/);
  expect(takes.map(declarationTells)).toEqual(prototype.takes.map(tableTells));
  expect(declarationTells(returns)).toBe(tableTells(prototype.returns));
});

test('records are laid out as in the table', () => {
  const plain = (type: string) => layouts[type] ?? type;
  const expected = Object.entries(facts.records).map(([name, members]) => [
    name,
    Object.entries(members).map(([member, type]) => [member, plain(type)]),
  ]);
  const ours = Object.entries(recordLayouts).map(([name, members]) => [
    name,
    Object.entries(members).map(([member, type]) => [
      member,
      type === 'double' ? 'f64' : type === 'int64_t' ? 'i64' : type,
    ]),
  ]);
  expect(ours).toEqual(expected);
  expect(koffi.sizeof(types.result('CGRect'))).toBe(32);
});

test('a callback of an observer is declared as in the table', () => {
  const { proto } = types.observerCallback;
  const { returns, takes } = parsePrototype(facts.callback.replace(' (', ' callback('));
  expect(layoutOfKoffi(proto?.result as TypeObject)).toBe(layoutOf(returns));
  const given = proto?.arguments as unknown as readonly { type: TypeObject }[];
  expect(given.map((type) => layoutOfKoffi(type.type))).toEqual(takes.map(layoutOf));
});

test('data symbols are those of the table', () => {
  expect(Object.values(constantSymbols).flat()).toEqual(facts.dereferenced);
  expect(Object.values(tableSymbols).flat()).toEqual(facts.passedByAddress);
});

test.each([
  ['AXError', axErrors],
  ['AXValueType', axValueTypes],
  ['CFNumberType', cfNumberTypes],
  ['encoding', stringEncodings],
  ['windowList', windowListOptions],
  ['event', eventTypes],
  ['field', eventFields],
  ['tap', eventTaps],
  ['flag', eventFlags],
  ['sourceState', eventSourceStates],
  ['scrollUnit', scrollUnits],
  ['mouseButton', mouseButtons],
] as const)('the values of %s are those of the table', (name, values) => {
  expect(values).toEqual(facts.values[name]);
});

test('every key that the table knows has its code, and no two keys share one', () => {
  const ours: Record<string, number> = { ...namedKeys, ...characterKeys };
  expect(ours).toMatchObject(facts.keyCodes);
  expect(new Set(Object.values(ours)).size).toBe(Object.keys(ours).length);
});
