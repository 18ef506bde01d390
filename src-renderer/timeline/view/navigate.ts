import type { Selection } from '../../trace/trace-store';
import type { Layout, TurnLayout } from '../layout/layout';

/** The next or previous call in the model's order, over all turns; null at the end. */
export function callBeside(layout: Layout, selection: Selection, by: 1 | -1): Selection | null {
  const all = (turn: TurnLayout) =>
    turn.turn.calls.map((call): Selection => ({ kind: 'call', turn: turn.turn.number, callId: call.id }));
  return beside(layout, selection, by, all);
}

/** What is drawn above or below: a turn's model, then its calls lane by lane. */
export function rowBeside(layout: Layout, selection: Selection, by: 1 | -1): Selection | null {
  const all = ({ turn, lanes }: TurnLayout) => {
    const rows: Selection[] = turn.model === null ? [] : [{ kind: 'model', turn: turn.number }];
    const placed = lanes.all.toSorted((a, b) => a.lane - b.lane || a.start - b.start);
    for (const { call } of placed) rows.push({ kind: 'call', turn: turn.number, callId: call.id });
    return rows;
  };
  return beside(layout, selection, by, all);
}

function beside(
  layout: Layout,
  selection: Selection,
  by: 1 | -1,
  itemsOf: (turn: TurnLayout) => readonly Selection[],
): Selection | null {
  const own = turnOf(layout, selection);
  const { turns } = layout;
  const from = own === null ? (by === 1 ? 0 : turns.length - 1) : own - 1;
  for (let at = from; at >= 0 && at < turns.length; at += by) {
    const turn = turns[at];
    if (turn === undefined) break;
    if (turn.shown === 'hidden') continue;
    const items = turn.shown === 'summary' ? [headOf(turn)] : itemsOf(turn);
    const here = items.findIndex((item) => sameSelection(item, selection));
    const entered = by === 1 ? items[0] : at + 1 === own ? undefined : items.at(-1);
    const next = here === -1 ? entered : items[here + by];
    if (next !== undefined) return next;
  }
  return null;
}

function headOf({ turn }: TurnLayout): Selection {
  return { kind: 'model', turn: turn.number };
}

/** The turn that a selection lies in; null where nothing is selected, or what was is gone. */
export function turnOf(layout: Layout, selection: Selection): number | null {
  switch (selection.kind) {
    case 'none':
      return null;
    case 'call':
    case 'model':
      return selection.turn;
    case 'hazard': {
      const found = layout.model?.hazards.find((entry) => entry.seq === selection.seq);
      return found?.hazard.turn ?? null;
    }
  }
}

export function sameSelection(a: Selection, b: Selection): boolean {
  if (a.kind === 'call') return b.kind === 'call' && a.callId === b.callId;
  if (a.kind === 'model') return b.kind === 'model' && a.turn === b.turn;
  if (a.kind === 'hazard') return b.kind === 'hazard' && a.seq === b.seq;
  return b.kind === 'none';
}
