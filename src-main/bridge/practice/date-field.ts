import { z } from 'zod';
import { failed, type Result } from '../../contract/failure';
import type { Delivery } from '../../contract/trace-event';
import { delivered, type Hands, noFocus } from './hands';
import { pressKey, pressKeys } from './keyboard';
import { arrowRight, backspace } from './keys';
import { dateOrder, focusFirstPart } from './page-functions';

const Part = z.enum(['year', 'month', 'day']);
const Order = z
  .array(z.string())
  .transform((parts) => parts.flatMap((part) => Part.safeParse(part).data ?? []));

/**
 * Types a date as a person would, part by part, in the order of this computer's region. A year takes up to six digits, so the
 * field waits after four: only then is the next part asked for.
 *
 * @param value `YYYY-MM-DD`, or empty to clear the field
 */
export async function setDate(hands: Hands, objectId: string, value: string): Promise<Result<Delivery>> {
  const { line, page, patience } = hands;
  const [whole, year = '', month = '', day = ''] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(value) ?? [];
  if (whole === undefined && value !== '')
    return failed('invalid_input', `"${value}" is not a date.`, 'Write it as YYYY-MM-DD.');
  const order = await page.evaluate(dateOrder, [], Order, patience);
  if (!(await page.call(objectId, focusFirstPart, [], z.boolean(), patience))) return noFocus();
  const digits = { year, month, day };
  return delivered(patience, async () => {
    for (const part of order) {
      if (value === '') await pressKey(line, backspace, patience);
      else await pressKeys(line, digits[part], patience);
      if (value === '' || part === 'year') await pressKey(line, arrowRight, patience);
    }
  });
}
