import { refAt, type Snapshot } from '@contract/accessibility';
import type { Rect } from '@contract/geometry';
import { type PointerEvent, useLayoutEffect, useRef, useState } from 'react';
import { pointAt, usePointed } from '../../tree-diff/hovered-node';
import { marks } from '../../tree-diff/row-view';
import { classes } from '../../widgets/classes';
import { counted } from '../../widgets/units';
import type { Picture } from '../around';
import { boundsOf, type ChangeBox, nodeAtPoint, nodeWords } from './boxes';

export type Zoom = 'fit' | 'full';

export interface PictureViewProps {
  readonly picture: Picture;
  /** Data URL. */
  readonly source: string;
  readonly alt: string;
  readonly zoom: Zoom;
  readonly boxes: readonly ChangeBox[];
  /** The elements in the picture; null while they are not there. */
  readonly snapshot: Snapshot | null;
}

export function PictureView({ picture, source, alt, zoom, boxes, snapshot }: PictureViewProps) {
  const frame = useRef<HTMLDivElement>(null);
  const fit = useFit(frame, picture.width, picture.height);
  const scale = zoom === 'fit' ? fit : 1;
  const pointed = usePointed((state) => state.hovered ?? state.active);
  const lit = snapshot === null || pointed === null ? null : boundsOf(snapshot, pointed);
  const move = (event: PointerEvent<HTMLDivElement>) => {
    if (snapshot === null) return;
    const corner = event.currentTarget.getBoundingClientRect();
    const point = { x: (event.clientX - corner.left) / scale, y: (event.clientY - corner.top) / scale };
    const index = nodeAtPoint(snapshot, point);
    pointAt(index === null ? null : (snapshot.nodes[index]?.identity ?? null));
  };
  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <div ref={frame} className="grid min-h-0 flex-1 overflow-auto bg-sunken p-3">
        <div
          className="relative m-auto shrink-0 shadow-[0_0_0_1px_var(--color-line)]"
          style={{ width: `${picture.width * scale}px`, height: `${picture.height * scale}px` }}
          onPointerMove={move}
          onPointerLeave={() => pointAt(null)}
        >
          <img src={source} alt={alt} draggable={false} className="absolute inset-0 size-full" />
          {boxes.map((box) => (
            <Box key={`${box.kind} ${box.identity}`} bounds={box.bounds} scale={scale} kind={box.kind} />
          ))}
          {lit !== null && <Box bounds={lit} scale={scale} kind="pointed" />}
        </div>
      </div>
      <PointedLine snapshot={snapshot} boxes={boxes} />
    </div>
  );
}

const outlines = {
  added: 'outline-added bg-added/8',
  removed: 'outline-removed bg-removed/8 outline-dashed',
  changed: 'outline-text',
  moved: 'outline-muted outline-dotted',
  pointed: 'outline-2 outline-text bg-text/15 shadow-[0_0_0_4px_var(--color-panel)]',
} as const;

interface BoxProps {
  readonly bounds: Rect;
  readonly scale: number;
  readonly kind: keyof typeof outlines;
}

/** On whole pixels, so that its hairline stays one pixel wide; with a rim of the other lightness, to be seen on any picture. */
function Box({ bounds, scale, kind }: BoxProps) {
  const left = Math.round(bounds.x * scale);
  const top = Math.round(bounds.y * scale);
  const style = {
    left: `${left}px`,
    top: `${top}px`,
    width: `${Math.max(2, Math.round((bounds.x + bounds.width) * scale) - left)}px`,
    height: `${Math.max(2, Math.round((bounds.y + bounds.height) * scale) - top)}px`,
  };
  return (
    <div
      aria-hidden
      data-box={kind}
      className={classes(
        'pointer-events-none absolute outline',
        kind !== 'pointed' && 'shadow-[0_0_0_2px_var(--color-panel)]',
        outlines[kind],
      )}
      style={style}
    >
      {kind !== 'pointed' && (
        <span
          className={classes(
            'absolute -top-3.5 -left-px bg-panel px-0.5 font-mono text-xs leading-3.5',
            marks[kind].hue,
          )}
        >
          {marks[kind].glyph}
        </span>
      )}
    </div>
  );
}

interface PointedLineProps {
  readonly snapshot: Snapshot | null;
  readonly boxes: readonly ChangeBox[];
}

/** What is under the pointer, else how many changes are boxed. Always there: nothing jumps. */
function PointedLine({ snapshot, boxes }: PointedLineProps) {
  const hovered = usePointed((state) => state.hovered);
  const index =
    snapshot === null || hovered === null
      ? -1
      : snapshot.nodes.findIndex((each) => each.identity === hovered);
  const node = snapshot?.nodes[index];
  return (
    <p className="h-7 shrink-0 truncate border-t px-3 leading-7">
      {snapshot !== null && node !== undefined ? (
        <>
          {nodeWords(node)} <code className="font-mono text-muted text-sm">{refAt(snapshot, index)}</code>
        </>
      ) : (
        <span className="text-muted">
          {boxes.length === 0
            ? 'No change of this step can be seen in this picture. Point at an element to see what it is.'
            : `${counted(boxes.length, 'change')} of this step boxed. Point at an element to see what it is.`}
        </span>
      )}
    </p>
  );
}

/** How much the picture must shrink to lie in its frame; it never grows. */
function useFit(frame: { readonly current: HTMLElement | null }, width: number, height: number): number {
  const [room, setRoom] = useState<{ readonly width: number; readonly height: number } | null>(null);
  useLayoutEffect(() => {
    const { current } = frame;
    if (current === null) return;
    const padding = 24;
    const measure = () =>
      setRoom({ width: current.clientWidth - padding, height: current.clientHeight - padding });
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(current);
    return () => observer.disconnect();
  }, [frame]);
  if (room === null || room.width <= 0 || room.height <= 0) return 1;
  return Math.min(1, room.width / width, room.height / height);
}
