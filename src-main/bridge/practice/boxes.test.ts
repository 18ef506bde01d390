import { expect, test } from 'vitest';
import { joinLayout } from './boxes';
import type { DomNode } from './cdp-answers';
import { recorded } from './recorded.fixture';

const element = (backendNodeId: number, localName: string, children: DomNode[] = []): DomNode => ({
  nodeType: 1,
  localName,
  backendNodeId,
  children,
});
const text = (backendNodeId: number): DomNode => ({ nodeType: 3, localName: '', backendNodeId });
const root: DomNode = {
  nodeType: 9,
  localName: '',
  backendNodeId: 1,
  children: [element(2, 'html', [element(3, 'p', [text(4)]), element(5, 'input')])],
};
const measured = {
  names: ['html', 'p', 'input'],
  boxes: [0, 0, 100, 80, 1, 0, 0, 90, 100, 10, 0, 0, 0, 0, 0, 0, 0, 1],
};

test('boxes join their elements by document order; texts and what is not drawn have none', () => {
  expect(joinLayout(root, measured)).toEqual({
    present: new Set([1, 2, 3, 4, 5]),
    boxes: new Map([
      [2, { bounds: { x: 0, y: 0, width: 100, height: 80 }, seen: true }],
      [3, { bounds: { x: 0, y: 90, width: 100, height: 10 }, seen: false }],
    ]),
    secure: new Set([5]),
  });
});

test.each([
  ['another element', { ...measured, names: ['html', 'p', 'select'] }],
  ['one element more', { names: [...measured.names, 'p'], boxes: [...measured.boxes, 0, 0, 0, 0, 0, 0] }],
  ['one element fewer', { names: ['html', 'p'], boxes: measured.boxes.slice(0, 12) }],
])('a document that changed in between is noticed: %s', (_what, changed) => {
  expect(joinLayout(root, changed)).toBeNull();
});

test('a recorded document knows its one secure field', () => {
  expect(joinLayout(recorded.desk.document.root, recorded.desk.measured)?.secure.size).toBe(1);
});
