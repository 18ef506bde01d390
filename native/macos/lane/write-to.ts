import type { WriteOutcome } from '../accessibility/outcome';
import type { RawElement, RawValue } from '../accessibility/raw-node';
import type { Element } from '../accessibility/read';
import { readElement } from '../accessibility/read-element';
import { performAction, setAttribute } from '../accessibility/write';
import type { Cf } from '../core-foundation/cf';
import { makeNumber, makeString } from '../core-foundation/create';
import { type Held, type Scope, withScope } from '../core-foundation/ownership';
import type { CFTypeRef } from '../declarations/refs';
import type { Program } from './program';
import { refused, refusedFor } from './refused';
import type { Written } from './replies';
import type { ElementWrite, Words } from './requests';

/** Looks once more at the element, then writes. Nothing is tried twice. */
export function writeTo(program: Program, request: ElementWrite): Written {
  const { ax, identities } = program;
  return withScope(ax.cf, (scope) => {
    const known = identities.find(request.identity);
    if (known === null) return refused('gone');
    // An action may take its element away: the count of our own outlives it.
    const element = scope.retain(known);
    const now = readElement(ax, identities, scope, element);
    if (!now.ok) return refusedFor(now.failure.problem);
    if (!isAsExpected(now.value, request.expected)) return refused('changed');
    return write(program, scope, element, now.value, request);
  });
}

function isAsExpected({ role, subrole, names }: RawElement, expected: Words): boolean {
  return (
    role === expected.role &&
    subrole === expected.subrole &&
    names.title === expected.title &&
    names.description === expected.description
  );
}

function write(
  { ax }: Program,
  scope: Scope,
  element: Element,
  now: RawElement,
  request: ElementWrite,
): Written {
  switch (request.kind) {
    case 'act':
      return writtenOf(performAction(ax, element, request.action));
    case 'set_state':
      return writtenOf(setAttribute(ax, element, request.state, request.on ? ax.cf.true : ax.cf.false));
    case 'set_secret':
      if (now.value.kind !== 'secret') return refused('not_secret');
      return writtenOf(setAttribute(ax, element, 'AXValue', makeString(ax.cf, scope, request.value)));
    case 'set_value': {
      if (now.value.kind === 'secret') return refused('secret');
      const value = valueLike(ax.cf, scope, now.value, request.value);
      return value === null ? refused('not_a_value') : writtenOf(setAttribute(ax, element, 'AXValue', value));
    }
  }
}

function writtenOf(outcome: WriteOutcome): Written {
  switch (outcome.kind) {
    case 'accepted':
      return outcome;
    case 'unknown':
      return { kind: 'unknown', why: outcome.failure.error };
    case 'refused':
      return refusedFor(outcome.failure.problem);
  }
}

/** @returns null for a text that stands for no value of the kind that the element has */
function valueLike(cf: Cf, scope: Scope, now: RawValue, text: string): Held<CFTypeRef> | null {
  switch (now.kind) {
    case 'none':
    case 'secret':
    case 'text':
      return makeString(cf, scope, text);
    case 'number': {
      const number = text.trim() === '' ? Number.NaN : Number(text);
      return Number.isFinite(number) ? makeNumber(cf, scope, number) : null;
    }
    case 'boolean':
      if (text === 'true') return cf.true;
      return text === 'false' ? cf.false : null;
  }
}
