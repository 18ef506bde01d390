import { MousePointer2 } from 'lucide-react';
import { resumeRun } from '../shell/actions';
import { Button } from '../widgets/button';
import { KeyHint } from '../widgets/key-hint';
import { WaitedFor } from './waited-for';

export interface HeldBannerProps {
  readonly sentence: string;
  /** Milliseconds since 1970. */
  readonly since: number;
}

/** The run keeps its hands off while the person works, until they say that it may go on. */
export function HeldBanner({ sentence, since }: HeldBannerProps) {
  return (
    <section
      aria-label="Writes are held back"
      className="pointer-events-auto flex w-full max-w-[46rem] items-center gap-2.5 rounded border border-text bg-raised py-2 pr-2.5 pl-4 shadow-raised"
    >
      <MousePointer2 aria-hidden className="size-4 shrink-0" />
      <div className="copyable min-w-0 flex-1">
        <p className="font-medium">You are using the desktop: writes are held back.</p>
        <p className="break-words text-sm text-muted tabular-nums">
          {sentence} Reads go on. <WaitedFor since={since} />
        </p>
      </div>
      <Button onClick={() => void resumeRun()}>
        Go on
        <KeyHint keys="Mod+G" />
      </Button>
    </section>
  );
}
