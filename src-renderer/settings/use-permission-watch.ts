import { useEffect } from 'react';
import { checkPermissions } from './permissions-store';

/** Milliseconds between two tries while somebody looks. */
export const watchInterval = 5_000;

/** Tries the permissions at once and then every few seconds; not while the window is out of sight. */
export function usePermissionWatch(): void {
  useEffect(() => {
    const look = () => {
      if (!document.hidden) void checkPermissions();
    };
    look();
    const timer = setInterval(look, watchInterval);
    document.addEventListener('visibilitychange', look);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', look);
    };
  }, []);
}
