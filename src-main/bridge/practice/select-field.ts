import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import { failed, ok, type Result } from '../../contract/failure';
import type { Delivery } from '../../contract/trace-event';
import { delivered, type Hands, noFocus } from './hands';
import { pressKeys } from './keyboard';
import { focusElement, optionTexts } from './page-functions';

const Options = z.object({ texts: z.array(z.string()), chosen: z.int() });

/** Chromium puts letters typed within a second together to one word. */
const wordEndsAfterMs = 1_100;

/**
 * Types the option's first letters on the closed list, until it is chosen. The list's pop-up is a window of the system's, which a
 * hidden window does not open, and setting the value by script would make events that are not trusted.
 */
export async function chooseOption(
  hands: Hands,
  objectId: string,
  wanted: string,
): Promise<Result<Delivery>> {
  const { line, page, patience } = hands;
  const options = () => page.call(objectId, optionTexts, [], Options, patience);
  const { texts, chosen } = await options();
  const target = indexOf(texts, wanted);
  if (target === null) {
    const known = texts.map((text) => JSON.stringify(text)).join(', ');
    return failed('not_found', `There is no option "${wanted}".`, `Choose one of ${known}.`);
  }
  if (chosen === target) return ok('accepted');
  if (!(await page.call(objectId, focusElement, [], z.boolean(), patience))) return noFocus();

  let reached = false;
  const type = async () => {
    for (const letter of texts[target] ?? '') {
      await pressKeys(line, letter, patience);
      reached = (await options()).chosen === target;
      if (reached) return;
    }
  };
  const sent = await delivered(patience, async () => {
    await type();
    if (reached) return;
    await line.waitFor(() => pause(wordEndsAfterMs), 'the list', patience);
    await type();
  });
  if (!sent.ok || reached) return sent;
  return failed('contradicted', `The list did not take the option "${wanted}".`, 'Take a snapshot.');
}

function indexOf(texts: readonly string[], wanted: string): number | null {
  const exact = texts.indexOf(wanted);
  if (exact >= 0) return exact;
  const loose = texts.findIndex((text) => text.trim().toLowerCase() === wanted.trim().toLowerCase());
  return loose >= 0 ? loose : null;
}
