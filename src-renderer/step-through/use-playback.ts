import { useEffect } from 'react';
import { useTrace } from '../trace/trace-store';
import { type Playhead, played } from './playback';

/** A frame that comes later than this was not a frame: the window was hidden, or busy. Milliseconds. */
const longestFrame = 250;

/** While the trace is playing, moves its cursor a frame at a time, and pauses at the end. */
export function usePlayback(): void {
  const speed = useTrace((trace) => trace.playing);
  useEffect(() => {
    if (speed === null) return;
    let head: Playhead = { cursor: useTrace.getState().cursor, carried: 0 };
    let last = performance.now();
    const advance = (now: number) => {
      const { events, cursor, moveTo, pause } = useTrace.getState();
      if (cursor !== head.cursor) head = { cursor, carried: 0 };
      head = played(events, head, Math.min(now - last, longestFrame) * speed);
      last = now;
      if (head.cursor !== cursor) moveTo(head.cursor);
      if (head.cursor >= events.length) pause();
      else frame = requestAnimationFrame(advance);
    };
    let frame = requestAnimationFrame(advance);
    return () => cancelAnimationFrame(frame);
  }, [speed]);
}
