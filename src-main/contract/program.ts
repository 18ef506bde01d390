import { z } from 'zod';
import { ProgramId } from './target';

export const ProgramWindow = z.object({ title: z.string(), active: z.boolean() });
export type ProgramWindow = z.infer<typeof ProgramWindow>;

/** Whether the person's lists let Interlock drive a program, and which list says so. */
export const ProgramAccess = z.enum([
  'allowed',
  'denied_by_default',
  'denied_by_person',
  'not_on_allow_list',
]);
export type ProgramAccess = z.infer<typeof ProgramAccess>;

/** A PNG in base64, small enough to be sent with every list of programs. */
export const ProgramIcon = z.base64().min(1).max(65_536);
export type ProgramIcon = z.infer<typeof ProgramIcon>;

/** A running program, as a person picks it. */
export const Program = z.object({
  id: ProgramId,
  windows: z.array(ProgramWindow),
  access: ProgramAccess,
  /** null where the program shows none. */
  icon: ProgramIcon.nullable(),
});
export type Program = z.infer<typeof Program>;

/** The person's lists. A name matches whatever its case; `*` stands for any run of characters. */
export const ProgramLists = z.object({
  /** null: every program that is not denied. */
  allow: z.array(z.string().trim().min(1)).nullable(),
  deny: z.array(z.string().trim().min(1)),
});
export type ProgramLists = z.infer<typeof ProgramLists>;

export const noLists: ProgramLists = { allow: null, deny: [] };

/**
 * What keeps passwords, or asks for them in the system's name. As each calls itself on macOS or Linux. Denied until the person
 * allows it by its very name: a star does not reach it.
 */
export const secretKeepers: readonly string[] = [
  '1Password*',
  'Bitwarden*',
  'Buttercup*',
  'Dashlane*',
  'Enpass*',
  'KeePass*',
  'KeeWeb*',
  'Keeper Password*',
  'LastPass*',
  'NordPass*',
  'Proton Pass*',
  'RoboForm*',
  'Strongbox*',
  'Keychain Access',
  'Passwords',
  'SecurityAgent',
  'coreauthd',
  'Passwords and Keys',
  'Seahorse*',
  'org.gnome.seahorse*',
  'GNOME Keyring*',
  'gnome-keyring*',
  'gcr-prompter*',
  'Secrets',
  'org.gnome.World.Secrets',
  'KWallet*',
  'pinentry*',
  'polkit*',
  'ssh-askpass*',
];
