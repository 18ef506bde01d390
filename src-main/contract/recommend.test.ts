import { describe, expect, it } from 'vitest';
import { recommendMode } from './recommend';

const read = { name: 'http_get', summary: '', effect: 'read' } as const;
const write = { name: 'click', summary: '', effect: 'write' } as const;

describe('recommendMode', () => {
  it.each([
    ['only reads', [read, read], 'batch'],
    ['only writes', [write, write], 'sequential'],
    ['both', [read, write], 'mixed'],
    ['none', [], 'sequential'],
  ] as const)('%s', (_, tools, mode) => {
    expect(recommendMode(tools).mode).toBe(mode);
  });

  it('says why in numbers', () => {
    expect(recommendMode([read, read, write]).because).toContain('2 tools read and 1 write');
  });
});
