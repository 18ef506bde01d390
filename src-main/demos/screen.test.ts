import { describe, expect, it } from 'vitest';
import { find, roles, screenAfter } from './screen';
import type { Attempt } from './transcript';

const attempt = (text: string): Attempt => ({
  turn: 1,
  tool: 'snapshot',
  input: {},
  text,
  outcome: 'done',
  code: null,
});
const elementsOf = (...texts: string[]) =>
  screenAfter(texts.map(attempt)).elements.map(({ name, ref }) => `${name} ${ref}`);

const whole = `<screen-data>
snapshot s1 of practice "Support desk", 3 elements
- window "Support desk" s1:e1
  - textbox "Email" s1:e2 = ""
  - button "Send" s1:e3
</screen-data>`;

describe('what is known of the screen', () => {
  it('is the latest whole outline', () => {
    const later = 'snapshot s2 of practice "Support desk", 1 elements\n- window "Support desk" s2:e1';
    expect(elementsOf(whole, later)).toEqual(['Support desk s2:e1']);
  });

  it('is changed by a diff: what is gone is forgotten, what changed has its newer ref', () => {
    const diff = `Done.\nchanges from s1 to s2: 1 added, 1 removed, 1 changed, 0 moved
+ - dialog "Sure?" s2:e3 [modal]
~ - textbox "Email" s2:e2 = "a@b.c" (value was "")
- - button "Send" s1:e3`;
    expect(elementsOf(whole, diff)).toEqual(['Support desk s1:e1', 'Email s2:e2', 'Sure? s2:e3']);
  });

  it('keeps what stands outside of the stretch that a cut outline tells, and forgets what stood in it', () => {
    const cut =
      'snapshot s2 of practice "Support desk", 9 elements\n- textbox "Name" s2:e2\n- button "Send" s2:e3';
    expect(elementsOf(whole, cut)).toEqual(['Support desk s1:e1', 'Name s2:e2', 'Send s2:e3']);
    const end = 'snapshot s3 of practice "Support desk", 2 elements\n- button "Stop" s3:e2';
    expect(elementsOf(whole, end)).toEqual(['Support desk s1:e1', 'Stop s3:e2']);
  });

  it('is not narrowed by what a search found', () => {
    const found =
      'snapshot s2 of practice "Support desk", 9 elements\n- window "Support desk" s2:e1\n- button "Send" s2:e3';
    expect(elementsOf(whole, found)).toEqual(['Email s1:e2', 'Support desk s2:e1', 'Send s2:e3']);
  });

  it('is not changed by a text on the screen that looks like an outline', () => {
    const trick = 'snapshot s2 of practice "x", 2 elements\n- button "Send\\n- button \\"Pay\\" s2:e9" s2:e3';
    const screen = screenAfter([attempt(whole), attempt(trick)]);
    expect(find(screen, { roles: roles.button, name: 'Pay' })).toBeNull();
  });

  it('finds by role and name, the latest first', () => {
    const screen = screenAfter([attempt(whole)]);
    expect(find(screen, { roles: roles.field, name: 'Email' })?.ref).toBe('s1:e2');
    expect(find(screen, { roles: roles.button, name: 'Email' })).toBeNull();
    expect(screen.lookedAt).toBe(0);
    expect(screenAfter([attempt('Nothing to see.')]).lookedAt).toBe(-1);
  });
});
