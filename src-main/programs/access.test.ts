import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { noLists } from '../contract/program';
import { accessTo, denial } from './access';

const ourselves = { pid: 42, name: 'Interlock' };
const to = (name: string, lists = noLists, pid: number | null = 7) =>
  accessTo({ name, pid }, lists, ourselves);

describe('accessTo', () => {
  it('allows every program where no list says otherwise', () => {
    for (const name of ['Mousepad', 'Text Editor', 'Secretary', 'Firefox', ''])
      expect(to(name)).toBe('allowed');
  });

  it.each([
    '1Password 8',
    'Bitwarden',
    'KeePassXC',
    'keepass',
    'Dashlane',
    'LastPass: Vault',
    'Keychain Access',
    'Passwords and Keys',
    'Seahorse',
    'gnome-keyring-prompt',
    'polkit-gnome-authentication-agent-1',
    'SecurityAgent',
  ])('denies %s unless it is allowed by its very name', (name) => {
    expect(to(name)).toBe('denied_by_default');
    expect(to(name, { allow: ['*'], deny: [] })).toBe('denied_by_default');
    expect(to(name, { allow: [name.toUpperCase()], deny: [] })).toBe('allowed');
  });

  it('knows a name whatever its case, and a star for any run of characters', () => {
    const deny = { allow: null, deny: ['libre*', '*wallet', 'a.b', '  Mail '] };
    const denied = ['LibreOffice Writer', 'Crypto Wallet', 'A.B', 'mail'];
    expect(denied.map((name) => to(name, deny))).toEqual(denied.map(() => 'denied_by_person'));
    const others = ['Office Libre', 'Wallet app', 'aXb', 'Mail 2', 'ibre'];
    expect(others.map((name) => to(name, deny))).toEqual(others.map(() => 'allowed'));
  });

  it('lets the list of those that may be driven leave out all others, and the other list win over it', () => {
    const lists = { allow: ['Mousepad', 'Firefox*'], deny: ['firefox esr'] };
    expect(to('mousepad', lists)).toBe('allowed');
    expect(to('Firefox Nightly', lists)).toBe('allowed');
    expect(to('Firefox ESR', lists)).toBe('denied_by_person');
    expect(to('Thunar', lists)).toBe('not_on_allow_list');
    expect(to('Thunar', { allow: [], deny: [] })).toBe('not_on_allow_list');
  });

  it('never allows Interlock, nor what the person denies, whatever the lists hold', () => {
    const names = fc.constantFrom('Interlock', 'interlock', 'Mousepad', 'Bitwarden', 'Some*', '*');
    const list = fc.array(names, { maxLength: 4 });
    fc.assert(
      fc.property(names, fc.option(list), list, fc.constantFrom(7, 42, null), (name, allow, deny, pid) => {
        const access = accessTo({ name, pid }, { allow, deny }, ourselves);
        const isOurs = pid === 42 || name.toLowerCase() === 'interlock';
        const isDenied = deny.includes('*') || deny.includes(name);
        expect(access === 'allowed' && (isOurs || isDenied)).toBe(false);
        expect(denial({ name, pid }, access) === null).toBe(access === 'allowed');
      }),
    );
  });
});
