import type { Platform } from '../bridge/platform';
import { failed, ok, type Result } from '../contract/failure';
import type { PermissionName, PermissionReport } from '../contract/permission';
import { type Program, ProgramIcon } from '../contract/program';
import type { AccessNow } from './guarded-platform';

/** The programs of this machine, and what we may do with them. */
export interface Programs {
  /** Topmost first. Empty where there is no platform. */
  list(): Promise<Result<Program[]>>;
  permissions(): Promise<Result<PermissionReport>>;
  openPermissionSettings(name: PermissionName): Promise<Result<null>>;
}

/** @param platform null where this machine's desktop cannot be worked on */
export function createPrograms(platform: Platform | null, accessNow: AccessNow): Programs {
  if (platform === null) return noPrograms;
  return {
    async list() {
      const running = await platform.programs(new AbortController().signal);
      if (!running.ok) return running;
      return ok(
        running.value.map(({ id, windows, icon }) => ({
          id,
          windows: [...windows],
          access: accessNow(id),
          icon: iconOf(icon),
        })),
      );
    },
    async permissions() {
      return ok(await platform.permissions(new AbortController().signal));
    },
    openPermissionSettings: (name) => platform.openPermissionSettings(name),
  };
}

/** One that is too large for a list is as good as none. */
function iconOf(png: Uint8Array | null): ProgramIcon | null {
  return png === null ? null : (ProgramIcon.safeParse(Buffer.from(png).toString('base64')).data ?? null);
}

const noPrograms: Programs = {
  list: async () => ok([]),
  permissions: async () => ok({ platform: 'none', grantTo: '', permissions: [] }),
  openPermissionSettings: async () =>
    failed('unsupported', 'This system asks for no such permission.', 'Nothing has to be done.'),
};
