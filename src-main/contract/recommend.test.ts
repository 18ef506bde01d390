import { describe, expect, it } from 'vitest';
import { recommendMode, situations } from './recommend';
import type { ToolInfo, ToolPlace } from './trace-event';

const tool = (effect: ToolInfo['effect'], place: ToolPlace): ToolInfo => ({
  name: 'x',
  summary: '',
  effect,
  place,
});
const look = tool('read', 'screen');
const click = tool('write', 'screen');
const fetch = tool('read', 'web');
const readFile = tool('read', 'machine');
const writeFile = tool('write', 'machine');
const theirs = tool('write', 'foreign');

/** The matrix: a situation, the tools that make it, and what is recommended there. */
const matrix = [
  ['no tools', [], 'sequential'],
  ['one tool that reads', [fetch], 'batch'],
  ['reads alone', [fetch, look, readFile], 'batch'],
  ['writes alone', [click, writeFile], 'sequential'],
  ['a screen', [look, click, fetch, theirs], 'mixed'],
  ['tools of servers', [fetch, theirs], 'mixed'],
  ['what is found decides what is written', [fetch, writeFile], 'planned'],
  ['reads and writes', [readFile, writeFile], 'mixed'],
] as const;

describe('the matrix of situations', () => {
  it('has each once, in the order in which they are told apart', () => {
    expect(matrix.map(([name]) => name)).toEqual(situations.map(({ name }) => name));
  });

  it.each(matrix)('%s', (name, tools, mode) => {
    const { mode: found, because } = recommendMode(tools);
    expect(found).toBe(mode);
    const situation = situations.find((each) => each.name === name);
    const reads = tools.filter(({ effect }) => effect === 'read');
    const writes = tools.filter(({ effect }) => effect === 'write');
    expect(because).toBe(situation?.because({ all: tools, reads, writes }));
  });

  it('says why in numbers', () => {
    expect(recommendMode([look, fetch, click]).because).toContain(
      '2 tools read and 1 writes, and some act on a screen',
    );
  });
});
