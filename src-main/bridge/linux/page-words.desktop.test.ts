import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { useDesktop as onDesktop } from '../../../native/linux/private-desktop/desktop.fixture';
import { hasChromium, type PageProgram, startPage } from './page-program.fixture';
import { type Reach, reach } from './stage.fixture';

describe.skipIf(!hasChromium)('what a page says', () => {
  const desktop = onDesktop();
  let to: Reach;
  let program: PageProgram;

  beforeAll(async () => {
    to = await reach(desktop());
    program = await startPage(desktop(), to, 'words.html');
  });
  afterAll(async () => {
    await program.page.close();
    await to.close();
  });

  test('each element by the name that the page gives it, and no text around texts', async () => {
    await program.find('button', 'Inner');
    const { nodes } = await program.tree();
    const page = nodes.findIndex(({ role }) => role === 'document');
    const end = nodes.findIndex(({ parent }, index) => index > page && parent < page);
    expect(nodes.slice(page + 1, end).map(({ role, name }) => `${role} ${name}`.trim())).toEqual([
      'button Empty the bin',
      'text City',
      'textbox City of birth',
      'text of birth',
      'text As in your passport.',
      'button Scan',
      'checkbox By post',
      'text Half bold, halfway, and plain.',
      'text Bold slanted below',
      'text See',
      'link the list',
      'text first.',
      'list',
      'listitem unbolded',
      'listitem',
      'link Second',
      'list',
      'listitem 1. numbered',
      'list',
      'listitem 🙂 smiling',
      'group A page in the page',
      'document',
      'button Inner',
    ]);
  });

  test('an element is looked at in the words of the tree', async () => {
    for (const node of (await program.tree()).nodes.filter(({ parent }) => parent > 0)) {
      const { role, name } = await program.look(node);
      expect({ role, name }).toEqual({ role: node.role, name: node.name });
    }
  });
});
