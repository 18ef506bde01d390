import { z } from 'zod';

export const PermissionName = z.enum(['accessibility', 'screen_recording']);
export type PermissionName = z.infer<typeof PermissionName>;

/**
 * `working` and `failing` were seen by trying it on another process; `unknown`: there was nothing to try it on.
 * What the system's settings show is no proof: it goes stale both ways.
 */
export const PermissionState = z.enum(['working', 'failing', 'unknown']);
export type PermissionState = z.infer<typeof PermissionState>;

export const Permission = z.object({
  name: PermissionName,
  state: PermissionState,
  /** What the system itself claims; null where it does not say. */
  granted: z.boolean().nullable(),
  /** What was tried and what came of it. */
  sentence: z.string().min(1),
  /** What to do about it; null where nothing has to be done. */
  next: z.string().min(1).nullable(),
});
export type Permission = z.infer<typeof Permission>;

export const PermissionReport = z.object({
  platform: z.enum(['macos', 'linux', 'none']),
  /** The program that the system's settings must list: in development, the terminal. */
  grantTo: z.string(),
  permissions: z.array(Permission),
});
export type PermissionReport = z.infer<typeof PermissionReport>;
