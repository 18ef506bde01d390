import type { AccessibleEvent } from './events';
import { identityOf } from './ref';
import type { Survey } from './survey';

/** What was told of, by identity. */
export interface Told {
  readonly children: ReadonlySet<string>;
  readonly extents: ReadonlySet<string>;
  readonly states: ReadonlySet<string>;
  /** Everything within may be elsewhere: it was scrolled, or shown anew. */
  readonly within: ReadonlySet<string>;
  readonly value: ReadonlySet<string>;
  /** Anything was told of it. */
  readonly any: ReadonlySet<string>;
}

/** What may have changed since the last reading. */
export interface Journal extends Told {
  /** Whether more was told than can be kept: then anything may have changed. */
  readonly overflowed: boolean;
  /** Those that anything was told of and the survey does not list. */
  readonly unlisted: ReadonlySet<string>;
}

/** Events that are kept. A program that tells more between two readings changed so much that all is read again. */
const most = 20_000;

/**
 * Notes come in pages: one ends where a reading begins. What is told while it lasts may be older or newer than what was read, so it
 * counts for that reading and for the next.
 */
export class Journalist {
  #before = emptyPage();
  #page = emptyPage();

  write(event: AccessibleEvent): void {
    const page = this.#page;
    page.count += 1;
    if (page.count > most) return;
    const identity = identityOf(event.ref);
    page.any.add(identity);
    switch (event.kind) {
      case 'children_changed':
        page.children.add(identity);
        break;
      case 'bounds_changed':
        page.extents.add(identity);
        break;
      case 'text_changed':
        page.value.add(identity);
        break;
      case 'property_changed':
        if (event.property === 'accessible-value') page.value.add(identity);
        break;
      case 'state_changed':
        page.states.add(identity);
        if (event.state === 'showing' || event.state === 'visible') page.within.add(identity);
        break;
      case 'other':
        if (event.what === 'VisibleDataChanged') page.within.add(identity);
        break;
      default:
        break;
    }
  }

  /** A reading begins. @returns what was told since the last one began */
  turn(): Told {
    this.#before = this.#page;
    this.#page = emptyPage();
    return this.#before;
  }

  /** All since the reading before the one that began last. What a scroll bar scrolls is its parent. */
  take(survey: Survey): Journal {
    const [one, other] = [this.#before, this.#page];
    const any = union(one.any, other.any);
    const value = union(one.value, other.value);
    const bars = [...value].flatMap((identity) => survey.item(identity) ?? []);
    const scrolled = bars.filter(({ role }) => role === 'scroll_bar').map(({ parent }) => parent);
    return {
      any,
      value,
      children: union(one.children, other.children),
      extents: union(one.extents, other.extents),
      states: union(one.states, other.states),
      within: union(one.within, other.within, scrolled),
      unlisted: new Set([...any].filter((identity) => survey.item(identity) === null)),
      overflowed: one.count > most || other.count > most,
    };
  }
}

function union(...some: readonly Iterable<string>[]): ReadonlySet<string> {
  return new Set(some.flatMap((each) => [...each]));
}

function emptyPage() {
  return {
    count: 0,
    children: new Set<string>(),
    extents: new Set<string>(),
    states: new Set<string>(),
    within: new Set<string>(),
    value: new Set<string>(),
    any: new Set<string>(),
  };
}
