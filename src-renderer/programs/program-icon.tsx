import { classes } from '../widgets/classes';

export interface ProgramIconProps {
  readonly name: string;
  /** A PNG in base64; null where the program shows none. */
  readonly icon: string | null;
  readonly className?: string;
}

/** Says nothing by itself: the program's name stands beside it. One without an icon has its first letter drawn, in as much room. */
export function ProgramIcon({ name, icon, className }: ProgramIconProps) {
  if (icon !== null)
    return (
      <img alt="" src={`data:image/png;base64,${icon}`} className={classes('size-4 shrink-0', className)} />
    );
  return (
    <span
      aria-hidden
      data-letter={letterOf(name)}
      className={classes(
        'flex size-4 shrink-0 items-center justify-center rounded bg-current/15 text-xs font-medium leading-none before:content-[attr(data-letter)]',
        className,
      )}
    />
  );
}

function letterOf(name: string): string {
  return (/[\p{L}\p{N}]/u.exec(name)?.[0] ?? '?').toUpperCase();
}
