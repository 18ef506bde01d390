import { useEffect } from 'react';
import { listPrograms, usePrograms } from '../programs/programs-store';
import { checkPermissions, usePermissions } from '../settings/permissions-store';
import { useDraft } from './draft-store';
import { type TargetTrouble, targetTrouble } from './target-trouble';

/** Looks when the target is chosen and whenever the person comes back to the window: what they changed elsewhere counts. */
export function useTargetTrouble(): TargetTrouble | null {
  const target = useDraft((draft) => draft.target);
  const listed = usePrograms((state) => state.listed);
  const report = usePermissions((state) => state.report);
  useEffect(() => {
    if (target.kind !== 'program' && target.kind !== 'desktop') return;
    const look = () => {
      if (target.kind === 'program') void listPrograms();
      void checkPermissions();
    };
    look();
    window.addEventListener('focus', look);
    return () => window.removeEventListener('focus', look);
  }, [target]);
  return targetTrouble(target, listed, report);
}
