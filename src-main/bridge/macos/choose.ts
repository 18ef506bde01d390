import type { RawNode } from '../../../native/macos';
import { failed, type Result } from '../../contract/failure';
import type { Delivery } from '../../contract/trace-event';
import { read, write } from './asking';
import { deliveryUnknown, failure } from './failures';
import { type Live, rawWords } from './live';
import { type Called, questionLimit } from './program';

const menuBudget = { nodes: 2_000, depth: 6, children: 1_000, milliseconds: 2_500 } as const;
/** A menu opens with a little show. */
const opening = { kind: 'until_quiet', quietMs: 50, limitMs: 600 } as const;

/** Opens the menu, looks for the item in it as it is then, and presses that, or closes the menu where it is not there. */
export async function choose(called: Called, { raw }: Live, option: string): Promise<Result<Delivery>> {
  const of = { identity: raw.identity, expected: rawWords(raw) };
  if (raw.role === 'AXComboBox') return write(called, { kind: 'set_value', value: option, ...of });
  const opened = await write(called, { kind: 'act', action: 'AXPress', ...of });
  // It may be answered only once the menu is closed again: whether that is open, a look tells.
  if (!opened.ok && opened.failure.code !== 'delivery_unknown') return opened;
  await called.program.ask(opening, called.signal, questionLimit);
  const menu = await read(called, { kind: 'snapshot', root: raw.identity, budget: menuBudget }, 'element');
  if (!menu.ok) return failure(deliveryUnknown(`the menu was opened. ${menu.failure.sentence}`));
  const items = menu.value.filter(({ role, states }) => role === 'AXMenuItem' && states.enabled);
  const [item, ...more] = items.filter(({ names }) => names.title === option);
  if (item === undefined || more.length > 0) return closeMenu(called, menu.value, option, items);
  const pressed = await press(called, item);
  if (pressed.ok || pressed.failure.code === 'delivery_unknown') return pressed;
  return failure(deliveryUnknown(`the menu was opened. ${pressed.failure.sentence}`));
}

function press(called: Called, item: RawNode): Promise<Result<Delivery>> {
  const { identity } = item;
  return write(called, { kind: 'act', action: 'AXPress', identity, expected: rawWords(item) });
}

async function closeMenu(
  called: Called,
  nodes: readonly RawNode[],
  option: string,
  items: readonly RawNode[],
): Promise<Result<Delivery>> {
  const menu = nodes.find(({ role }) => role === 'AXMenu');
  const isClosed = menu === undefined || (await cancel(called, menu)).ok;
  if (!isClosed)
    return failure(deliveryUnknown(`there is no single option "${option}", and the menu may still be open.`));
  const titles = items.map(({ names }) => names.title).filter((title) => title !== '');
  const next = titles.length === 0 ? 'Take a snapshot.' : `Choose one of: ${titles.join(', ')}.`;
  return failed('not_found', `There is no single option "${option}".`, next);
}

function cancel(called: Called, menu: RawNode): Promise<Result<Delivery>> {
  const { identity } = menu;
  return write(called, { kind: 'act', action: 'AXCancel', identity, expected: rawWords(menu) });
}
