import { AppWindow } from 'lucide-react';
import { classes } from '../widgets/classes';

export interface ProgramIconProps {
  /** A PNG in base64; null where the program shows none. */
  readonly icon: string | null;
  readonly className?: string;
}

/** Says nothing by itself: the program's name stands beside it. */
export function ProgramIcon({ icon, className }: ProgramIconProps) {
  if (icon === null) return <AppWindow aria-hidden className={classes('size-4 shrink-0', className)} />;
  return (
    <img alt="" src={`data:image/png;base64,${icon}`} className={classes('size-4 shrink-0', className)} />
  );
}
