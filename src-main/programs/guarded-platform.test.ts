import { expect, it } from 'vitest';
import { SimulatedPlatform } from '../bridge/simulated-platform.fixture';
import { ok } from '../contract/failure';
import { noLists, type ProgramLists } from '../contract/program';
import { accessTo } from './access';
import { guardedPlatform } from './guarded-platform';
import { createPrograms } from './programs';

const { signal } = new AbortController();
const ourselves = { pid: 1, name: 'Interlock' };

function guarded() {
  const sim = new SimulatedPlatform();
  let lists: ProgramLists = noLists;
  let isOwnWindowInUse = false;
  const accessNow = (program: Parameters<typeof accessTo>[0]) => accessTo(program, lists, ourselves);
  return {
    sim,
    platform: guardedPlatform(sim.platform, accessNow, () => isOwnWindowInUse),
    programs: createPrograms(sim.platform, accessNow),
    useOwnWindow: (used: boolean) => {
      isOwnWindowInUse = used;
    },
    change: (changed: ProgramLists) => {
      lists = changed;
    },
  };
}

it('neither looks at nor starts what is denied, and tells it all the same', async () => {
  const { sim, platform } = guarded();
  sim.installed.add('KeePassXC');
  const vault = sim.start('Bitwarden');
  const opened = await platform.open('KeePassXC', signal);
  expect(opened).toEqual({
    ok: false,
    failure: {
      code: 'program_denied',
      sentence: 'KeePassXC is never driven unasked: it keeps secrets, or it is Interlock itself.',
      next: 'Leave it alone and work with another program; the person can change their lists in the settings.',
    },
  });
  expect(await platform.adapterFor(vault.id, signal)).toMatchObject({ failure: { code: 'program_denied' } });
  expect(sim.log).toEqual([]);
  expect(await platform.programs(signal)).toMatchObject({ value: [{ id: vault.id }] });
});

it('goes by what a program calls itself once it runs, not by what it was called', async () => {
  const { sim, platform } = guarded();
  const vault = sim.start('Bitwarden');
  const renamed = { ...sim.platform, open: async () => ok({ id: vault.id, windows: [], icon: null }) };
  const disguised = guardedPlatform(
    renamed,
    (program) => accessTo(program, noLists, ourselves),
    () => false,
  );
  expect(await disguised.open('Notes', signal)).toMatchObject({ failure: { code: 'program_denied' } });
  expect(await platform.open('nothing', signal)).toMatchObject({ failure: { code: 'not_found' } });
});

it('heeds the lists as they are at the moment', async () => {
  const { sim, platform, change } = guarded();
  const editor = sim.start('Mousepad');
  expect((await platform.adapterFor(editor.id, signal)).ok).toBe(true);
  change({ allow: null, deny: ['mouse*'] });
  expect(await platform.adapterFor(editor.id, signal)).toMatchObject({
    failure: { sentence: "Mousepad is on the person's list of programs that may not be driven." },
  });
  change({ allow: ['Thunar'], deny: [] });
  expect(await platform.open('Mousepad', signal)).toMatchObject({
    failure: { sentence: "Mousepad is not on the person's list of programs that may be driven." },
  });
});

it('sees the person use other programs, not Interlock itself', () => {
  const { sim, platform, useOwnWindow } = guarded();
  const seen: string[] = [];
  const unwatch = platform.watchPerson(({ sentence }) => seen.push(sentence));
  sim.personUses('You moved the mouse.');
  useOwnWindow(true);
  sim.personUses('You pressed a key.');
  expect(seen).toEqual(['You moved the mouse.']);
  unwatch();
  expect(sim.isWatched).toBe(false);
});

it('lists the programs for a person, each with its access', async () => {
  const { sim, programs } = guarded();
  const editor = sim.start('Mousepad');
  const vault = sim.start('Bitwarden');
  expect(await programs.list()).toEqual({
    ok: true,
    value: [
      {
        id: vault.id,
        windows: [{ title: 'Bitwarden', active: true }],
        access: 'denied_by_default',
        icon: null,
      },
      { id: editor.id, windows: [{ title: 'Mousepad', active: false }], access: 'allowed', icon: null },
    ],
  });
  expect(await programs.permissions()).toMatchObject({ value: { platform: 'linux' } });
});

it.each([
  ['an icon', new Uint8Array([1, 2, 3]), 'AQID'],
  ['an icon too large for a list', new Uint8Array(60_000), null],
  ['an icon of nothing', new Uint8Array(), null],
])('lists a program with %s', async (_what, icon, told) => {
  const { sim } = guarded();
  const { id } = sim.start('Mousepad');
  const programs = createPrograms(
    { ...sim.platform, programs: async () => ok([{ id, windows: [], icon }]) },
    () => 'allowed',
  );
  expect(await programs.list()).toMatchObject({ value: [{ icon: told }] });
});

it('has none where there is no platform', async () => {
  const none = createPrograms(null, () => 'allowed');
  expect(await none.list()).toEqual({ ok: true, value: [] });
  expect(await none.permissions()).toMatchObject({ value: { platform: 'none' } });
  expect(await none.openPermissionSettings('accessibility')).toMatchObject({
    failure: { code: 'unsupported' },
  });
});
