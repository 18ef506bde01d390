import { describe, expect, it } from 'vitest';
import { type Clipboard, clipboardReadTool, clipboardWriteTool } from './clipboard';
import { textOf, tryTool } from './try-tool.fixture';

/** A clipboard in memory; `meddler`: what another program puts in place of what is written. */
function clipboardWith(held: string, meddler?: string): Clipboard {
  let text = held;
  return {
    read: () => Promise.resolve(text),
    write(next) {
      text = meddler ?? next;
      return Promise.resolve();
    },
  };
}

const broken: Clipboard = {
  read: () => Promise.reject(new Error('no selection owner')),
  write: () => Promise.reject(new Error('no selection owner')),
};

describe('the clipboard', () => {
  it('is read, and said to be empty', async () => {
    expect(textOf(await tryTool(clipboardReadTool(clipboardWith('Ada\nBob')), {}))).toBe(
      'clipboard, 7 characters\nAda\nBob',
    );
    expect(textOf(await tryTool(clipboardReadTool(clipboardWith('')), {}))).toBe(
      'The clipboard holds no text.',
    );
  });

  it('is written and read back', async () => {
    const clipboard = clipboardWith('old');
    const outcome = await tryTool(clipboardWriteTool(clipboard), { text: 'new' });
    expect(outcome).toMatchObject({ failure: null, delivery: 'observed' });
    expect(await clipboard.read()).toBe('new');
  });

  it('tells where another program was quicker', async () => {
    const outcome = await tryTool(clipboardWriteTool(clipboardWith('', 'theirs')), { text: 'new' });
    expect(outcome).toMatchObject({ delivery: 'contradicted', failure: { code: 'contradicted' } });
  });

  it('that fails leaves a write unknown', async () => {
    const failure = { code: 'io_failed', sentence: 'The clipboard could not be used: no selection owner' };
    expect(await tryTool(clipboardReadTool(broken), {})).toMatchObject({ failure, delivery: null });
    expect(await tryTool(clipboardWriteTool(broken), { text: 'x' })).toMatchObject({
      failure,
      delivery: 'unknown',
    });
  });
});
