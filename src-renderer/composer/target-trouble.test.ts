import type { PermissionReport, PermissionState } from '@contract/permission';
import type { Program, ProgramAccess } from '@contract/program';
import type { Target } from '@contract/target';
import { describe, expect, it } from 'vitest';
import { hasTwin, placeChoices, programChoices, windowTitles } from './target-choices';
import { targetTrouble } from './target-trouble';

function program(pid: number, name: string, access: ProgramAccess = 'allowed'): Program {
  return { id: { pid, name }, windows: [], access, icon: null };
}

const on = (pid: number, name: string): Target => ({ kind: 'program', program: { pid, name } });

function report(state: PermissionState): PermissionReport {
  const permission = { name: 'accessibility', state, granted: true, sentence: 'Tried.', next: null } as const;
  return { platform: 'macos', grantTo: 'Interlock', permissions: [permission] };
}

describe('what stands in the way of a target', () => {
  it('is nothing while nothing is known', () => {
    expect(targetTrouble(on(7, 'Thunar'), null, null)).toBeNull();
    expect(targetTrouble(on(7, 'Thunar'), [program(7, 'Thunar')], report('unknown'))).toBeNull();
  });

  it('is that the program has quit, also where another has its process id now', () => {
    for (const listed of [[], [program(8, 'xterm')], [program(7, 'xterm')]])
      expect(targetTrouble(on(7, 'Thunar'), listed, null)).toEqual({
        kind: 'quit',
        sentence: 'Thunar has quit.',
        again: null,
      });
  });

  it('offers the one that was started since, where it may be driven', () => {
    expect(targetTrouble(on(7, 'Thunar'), [program(9, 'Thunar')], null)).toMatchObject({
      again: { pid: 9, name: 'Thunar' },
    });
    expect(targetTrouble(on(7, 'Thunar'), [program(9, 'Thunar', 'denied_by_person')], null)).toMatchObject({
      again: null,
    });
  });

  it.each(['denied_by_default', 'denied_by_person', 'not_on_allow_list'] as const)(
    'is that it is %s',
    (access) => {
      expect(targetTrouble(on(7, 'Thunar'), [program(7, 'Thunar', access)], null)).toMatchObject({
        kind: 'denied',
      });
    },
  );

  it('is a permission that fails, but only where the target needs one', () => {
    expect(targetTrouble({ kind: 'desktop' }, null, report('failing'))).toEqual({
      kind: 'permission',
      sentence: 'Accessibility is not working.',
      name: 'accessibility',
    });
    for (const kind of ['practice', 'private'] as const)
      expect(targetTrouble({ kind }, null, report('failing'))).toBeNull();
  });
});

describe('the choices', () => {
  it('are what this machine has, and the practice window in any case', () => {
    const kinds = (targets: Parameters<typeof placeChoices>[0]['targets']) =>
      placeChoices({ targets }).map(({ target }) => target.kind);
    expect(kinds([])).toEqual(['practice']);
    expect(kinds(['program', 'private', 'desktop'])).toEqual(['practice', 'desktop', 'private']);
  });

  it('are sorted by name, and those that may not be driven stand apart', () => {
    const listed = [
      program(9, 'xterm'),
      program(4, 'Vault', 'denied_by_default'),
      program(3, 'xterm'),
      program(5, 'ark'),
    ];
    const { allowed, denied } = programChoices(listed);
    expect(allowed.map(({ id }) => id.pid)).toEqual([5, 3, 9]);
    expect(denied.map(({ id }) => id.pid)).toEqual([4]);
    expect(hasTwin({ pid: 3, name: 'xterm' }, listed)).toBe(true);
    expect(hasTwin({ pid: 5, name: 'ark' }, listed)).toBe(false);
  });

  it('name the window in front first, and leave out what has no title', () => {
    const windows = [
      { title: 'One', active: false },
      { title: '', active: false },
      { title: 'Two', active: true },
    ];
    expect(windowTitles({ ...program(1, 'x'), windows })).toEqual(['Two', 'One']);
  });
});
