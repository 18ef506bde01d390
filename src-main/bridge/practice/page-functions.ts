/**
 * Functions that run in the page, in a world of their own that the page's scripts cannot reach. They are text, because they
 * belong to no module of ours; each is called on an element (`this`) or on nothing, and answers with plain data.
 */

/**
 * Every element in document order: its name, box, how much of the box can be seen, whether it is a secure field.
 * Answers `{ names: string[], boxes: number[] }`, six numbers an element: x, y, width, height, seen (0 or 1), secure (0 or 1).
 */
export const measureAll = String.raw`function () {
  const names = [];
  const boxes = [];
  const whole = { left: 0, top: 0, right: innerWidth, bottom: innerHeight };
  const meet = (a, b) => ({
    left: Math.max(a.left, b.left), top: Math.max(a.top, b.top),
    right: Math.min(a.right, b.right), bottom: Math.min(a.bottom, b.bottom),
  });
  const round = (n) => Math.round(n * 100) / 100;
  const visit = (element, clip) => {
    const box = element.getBoundingClientRect();
    const isField = element.localName === 'input';
    const style = element.firstElementChild === null ? null : getComputedStyle(element);
    const own = style !== null && style.position === 'fixed' ? whole : clip;
    const seen = meet(own, box);
    names.push(element.localName);
    boxes.push(round(box.x), round(box.y), round(box.width), round(box.height),
      seen.right > seen.left && seen.bottom > seen.top ? 1 : 0,
      isField && element.type === 'password' ? 1 : 0);
    const inner = style !== null && style.overflow !== 'visible' && element !== document.body ? meet(own, box) : own;
    for (const child of element.children) visit(child, inner);
  };
  visit(document.documentElement, whole);
  return { names, boxes };
}`;

/** How the element stands at this moment, and whom a pointer would hit in its middle. Reads no value. */
export const probeElement = String.raw`function () {
  const element = this.nodeType === 1 ? this : this.parentElement;
  if (element === null || !element.isConnected) return { connected: false };
  const box = element.getBoundingClientRect();
  const style = getComputedStyle(element);
  const visible = box.width > 0 && box.height > 0 && style.visibility === 'visible';
  const left = Math.max(box.left, 0), right = Math.min(box.right, innerWidth);
  const top = Math.max(box.top, 0), bottom = Math.min(box.bottom, innerHeight);
  const at = right > left && bottom > top ? { x: (left + right) / 2, y: (top + bottom) / 2 } : null;
  const modal = document.querySelector(':modal');
  const inert = modal !== null && !modal.contains(element);
  const hit = at === null ? null : document.elementFromPoint(at.x, at.y);
  const label = hit === null ? null : hit.closest('label');
  const reached = !inert && hit !== null &&
    (element.contains(hit) || (label !== null && label.control === element));
  const name = element.localName;
  const type = name === 'input' ? element.type : '';
  const texts = ['text', 'search', 'email', 'tel', 'url', 'password', 'number'];
  const kind = name === 'select' ? 'select'
    : name === 'option' ? 'option'
    : type === 'date' ? 'date'
    : name === 'textarea' || texts.includes(type) ? 'text'
    : 'other';
  const said = (attribute) => element.getAttribute(attribute) ?? '';
  const namedBy = said('aria-labelledby').split(/\s+/).filter((id) => id !== '')
    .map((id) => document.getElementById(id)?.textContent ?? '');
  const labels = [...(element.labels ?? [])].map((each) => each.textContent);
  const own = kind === 'other' || kind === 'option' ? element.textContent.slice(0, 500) : '';
  const face = JSON.stringify([name, type, said('role'), said('aria-label'), said('title'), namedBy, labels, own]);
  return {
    connected: true, face, kind, visible, reached, at,
    box: { x: box.x, y: box.y, width: box.width, height: box.height },
    secure: type === 'password',
    focused: document.activeElement === element,
    disabled: element.matches(':disabled') || element.getAttribute('aria-disabled') === 'true',
    readonly: (kind === 'text' || kind === 'date') && element.readOnly === true,
  };
}`;

/** The element that keeps a pointer from `this`: an open modal, or whatever lies on top. */
export const coveringElement = String.raw`function (x, y) {
  const modal = document.querySelector(':modal');
  return modal !== null && !modal.contains(this) ? modal : document.elementFromPoint(x, y);
}`;

/** A text's own words, as the tree puts its pieces together. */
export const ownText = 'function () { return this.textContent.trim(); }';

/** Gives the focus, and says whether it was taken. */
export const focusElement = String.raw`function () {
  this.focus({ preventScroll: true });
  return document.activeElement === this;
}`;

/** As `focusElement`, from the first part of a field that has several. */
export const focusFirstPart = String.raw`function () {
  this.blur();
  this.focus({ preventScroll: true });
  return document.activeElement === this;
}`;

/** All of a text field's text, so that what is inserted next replaces it. */
export const selectAllText = 'function () { this.select(); }';

/** In which order the parts of a date are typed here: such as `["month", "day", "year"]`. */
export const dateOrder = String.raw`function () {
  return new Intl.DateTimeFormat(navigator.language).formatToParts(new Date(2000, 0, 1))
    .map((part) => part.type).filter((type) => type !== 'literal');
}`;

/** The texts of a select's options, and which is chosen. */
export const optionTexts = String.raw`function () {
  return { texts: [...this.options].map((option) => option.text), chosen: this.selectedIndex };
}`;

export const selectOf = 'function () { return this.closest("select"); }';

/**
 * Scrolls the nearest element that can be scrolled. Not a wheel event: a hidden window draws no frame that would answer it.
 */
export const scrollNearest = String.raw`function (dx, dy) {
  let at = this.nodeType === 1 ? this : this.parentElement;
  const scrolls = (element) => {
    const style = getComputedStyle(element);
    return (dy !== 0 && element.scrollHeight > element.clientHeight && /auto|scroll/.test(style.overflowY)) ||
      (dx !== 0 && element.scrollWidth > element.clientWidth && /auto|scroll/.test(style.overflowX));
  };
  while (at !== null && !scrolls(at)) at = at.parentElement;
  (at ?? document.scrollingElement).scrollBy({ left: dx, top: dy, behavior: 'instant' });
}`;

/** Whether typed text would be inserted where the focus is. */
export const focusTakesText = String.raw`function () {
  const at = document.activeElement;
  return at !== null && (at.localName === 'textarea' || at.isContentEditable ||
    (at.localName === 'input' && !['date', 'checkbox', 'radio', 'button', 'submit', 'reset'].includes(at.type)));
}`;

/** Resolves once nothing has changed for quietMs and nothing is busy, or after limitMs; says which. */
export const untilQuiet = String.raw`function (quietMs, limitMs) {
  return new Promise((resolve) => {
    let timer;
    const done = (word) => {
      clearTimeout(timer);
      clearTimeout(limit);
      observer.disconnect();
      document.removeEventListener('input', changed, true);
      resolve(word);
    };
    const settle = () => {
      if (document.querySelector('[aria-busy="true"]') === null) done('quiet');
      else changed();
    };
    const changed = () => {
      clearTimeout(timer);
      timer = setTimeout(settle, quietMs);
    };
    const observer = new MutationObserver(changed);
    observer.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
    document.addEventListener('input', changed, true);
    const limit = setTimeout(() => done('still_changing'), limitMs);
    changed();
  });
}`;
