import { type AxDatum, datumOf, itemsOf } from '../core-foundation/datum';
import type { Held, Owned, Scope } from '../core-foundation/ownership';
import type { Out } from '../declarations/c-type';
import type { AXUIElementRef, CFArrayRef, CFTypeRef } from '../declarations/refs';
import type { Ax } from './ax';
import type { AttributeName } from './names';
import { type AxResult, failed, failureOf, ok } from './outcome';

export type Element = Held<AXUIElementRef>;

/** One call for all of them. A failure of one leaves the others as they are. */
export function readAttributes(
  ax: Ax,
  scope: Scope,
  element: Element,
  names: readonly AttributeName[],
): AxResult<readonly AxResult<AxDatum>[]> {
  const { cf } = ax;
  const out: Out<CFArrayRef> = [null];
  const code = cf.call.AXUIElementCopyMultipleAttributeValues(
    element.ref,
    ax.list(names).ref,
    continueOnError,
    out,
  );
  const slots = copied(scope, code, out);
  if (!slots.ok) return slots;
  const items = itemsOf(cf, slots.value);
  return ok(
    names.map((_, at) => {
      const item = items[at];
      return item === undefined || item === null ? failed('Failure') : slotOf(datumOf(cf, item));
    }),
  );
}

const continueOnError = 0;

/** In a slot stands an error as a value, and nothing as null. */
function slotOf(datum: AxDatum): AxResult<AxDatum> {
  if (datum.kind === 'error') return failed(datum.error);
  return datum.kind === 'null' ? failed('NoValue') : ok(datum);
}

export function readAttribute(
  ax: Ax,
  scope: Scope,
  element: Element,
  name: AttributeName,
): AxResult<AxDatum> {
  const out: Out<CFTypeRef> = [null];
  const code = ax.cf.call.AXUIElementCopyAttributeValue(element.ref, ax.name(name).ref, out);
  const value = copied(scope, code, out);
  return value.ok ? slotOf(datumOf(ax.cf, value.value)) : value;
}

/** How many there are, without making the program build any of them. */
export function countOf(ax: Ax, element: Element, name: AttributeName): AxResult<number> {
  const out: Out<number | bigint> = [null];
  const code = ax.cf.call.AXUIElementGetAttributeValueCount(element.ref, ax.name(name).ref, out);
  return failureOf(code) ?? ok(Number(out[0]));
}

/** At most `limit` elements from the beginning. An attribute without a value has none. */
export function readElements(
  ax: Ax,
  scope: Scope,
  element: Element,
  name: AttributeName,
  limit: number,
): AxResult<readonly Element[]> {
  const out: Out<CFArrayRef> = [null];
  const code = ax.cf.call.AXUIElementCopyAttributeValues(element.ref, ax.name(name).ref, 0, limit, out);
  const array = copied(scope, code, out);
  if (!array.ok) return array.failure.problem === 'no_value' ? ok([]) : array;
  if (ax.cf.typeOf(array.value) !== 'array') return failed('Failure');
  const elements = itemsOf(ax.cf, array.value).flatMap((item): Element[] =>
    item !== null && ax.cf.typeOf(item) === 'element' ? [item as Held<AXUIElementRef>] : [],
  );
  return ok(elements.slice(0, limit));
}

export function readActionNames(ax: Ax, scope: Scope, element: Element): AxResult<readonly string[]> {
  const out: Out<CFArrayRef> = [null];
  const code = ax.cf.call.AXUIElementCopyActionNames(element.ref, out);
  return stringsOf(ax, copied(scope, code, out));
}

export function readAttributeNames(ax: Ax, scope: Scope, element: Element): AxResult<readonly string[]> {
  const out: Out<CFArrayRef> = [null];
  const code = ax.cf.call.AXUIElementCopyAttributeNames(element.ref, out);
  return stringsOf(ax, copied(scope, code, out));
}

function stringsOf({ cf }: Ax, array: AxResult<Owned<CFArrayRef>>): AxResult<readonly string[]> {
  if (!array.ok) return array.failure.problem === 'no_value' ? ok([]) : array;
  const datum = datumOf(cf, array.value);
  if (datum.kind !== 'array') return failed('Failure');
  return ok(datum.items.flatMap((item) => (item.kind === 'string' ? [item.value] : [])));
}

/** What a call has put out is ours also where it tells of an error. */
export function copied<T extends CFTypeRef>(scope: Scope, code: number, [ref]: Out<T>): AxResult<Owned<T>> {
  const owned = ref === null ? null : scope.own(ref);
  const failure = failureOf(code);
  if (failure !== null) return failure;
  return owned === null ? failed('NoValue') : ok(owned);
}
