import type { AccessibleEvent } from './events';
import { identityOf } from './ref';
import type { Survey } from './survey';

/** What may have changed since the last reading, by identity. */
export interface Journal {
  /** Whether more was told than can be kept: then anything may have changed. */
  readonly overflowed: boolean;
  readonly children: ReadonlySet<string>;
  readonly extents: ReadonlySet<string>;
  /** Everything within may be elsewhere: it was scrolled, or shown anew. */
  readonly within: ReadonlySet<string>;
  readonly value: ReadonlySet<string>;
  /** Anything was told of it. */
  readonly any: ReadonlySet<string>;
  /** Whether anything was told of an element that the survey does not list: a cell of a table tells for its row. */
  readonly unlisted: boolean;
}

/** Events that are kept. A program that tells more between two readings changed so much that all is read again. */
const most = 20_000;

export class Journalist {
  #notes = emptyNotes();
  #count = 0;

  write(event: AccessibleEvent): void {
    this.#count += 1;
    if (this.#count > most) return;
    const identity = identityOf(event.ref);
    this.#notes.any.add(identity);
    switch (event.kind) {
      case 'children_changed':
        this.#notes.children.add(identity);
        break;
      case 'bounds_changed':
        this.#notes.extents.add(identity);
        break;
      case 'text_changed':
        this.#notes.value.add(identity);
        break;
      case 'property_changed':
        if (event.property === 'accessible-value') this.#notes.value.add(identity);
        break;
      case 'state_changed':
        if (event.state === 'showing' || event.state === 'visible') this.#notes.within.add(identity);
        break;
      case 'other':
        if (event.what === 'VisibleDataChanged') this.#notes.within.add(identity);
        break;
      default:
        break;
    }
  }

  /** All since the last time. What a scroll bar scrolls is its parent. */
  take(survey: Survey): Journal {
    const unlisted = [...this.#notes.any].some((identity) => survey.item(identity) === null);
    const taken = { ...this.#notes, unlisted, overflowed: this.#count > most };
    for (const identity of taken.value) {
      const item = survey.item(identity);
      if (item?.role === 'scroll_bar') taken.within.add(item.parent);
    }
    this.#notes = emptyNotes();
    this.#count = 0;
    return taken;
  }
}

function emptyNotes() {
  return {
    children: new Set<string>(),
    extents: new Set<string>(),
    within: new Set<string>(),
    value: new Set<string>(),
    any: new Set<string>(),
  };
}
