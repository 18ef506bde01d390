import { expect, test } from 'vitest';
import { describeElement } from './describe-element';

function element(html: string, selector: string): Element {
  document.body.innerHTML = html;
  const found = document.querySelector(selector);
  if (found === null) throw new Error(`no ${selector}`);
  return found;
}

test.each([
  ['<button>Clear form</button>', 'button', 'button', 'Clear form'],
  ['<button aria-label="Open ticket #1">#1</button>', 'button', 'button', 'Open ticket #1'],
  ['<button role="menuitem"><i></i>Export list</button>', 'button', 'menuitem', 'Export list'],
  ['<label for="a">Email</label><input id="a" type="email">', 'input', 'textbox', 'Email'],
  ['<label for="a">Account PIN</label><input id="a" type="password">', 'input', 'textbox', 'Account PIN'],
  ['<label for="a">Due date</label><input id="a" type="date">', 'input', 'datefield', 'Due date'],
  ['<label><input type="checkbox">Notify customer</label>', 'input', 'checkbox', 'Notify customer'],
  ['<input type="search" aria-label="Search tickets">', 'input', 'searchbox', 'Search tickets'],
  [
    '<label for="a">Priority</label><select id="a"><option>Low</option></select>',
    'select',
    'combobox',
    'Priority',
  ],
  ['<label for="a">Description</label><textarea id="a"></textarea>', 'textarea', 'textbox', 'Description'],
  ['<table><tr><td>#1</td><td> Ada </td></tr></table>', 'tr', 'row', '#1 Ada'],
])('%s', (html, selector, role, name) => {
  expect(describeElement(element(html, selector))).toEqual({ role, name });
});
