import { z } from 'zod';
import { ok, type Result } from '../../contract/failure';
import { type Point, Rect } from '../../contract/geometry';
import type { TargetWindow } from '../adapter';
import type { CdpLine, Patience } from './cdp-line';
import { identityOf } from './identity';
import type { Page } from './page';

const Located = z.object({ backendNodeId: z.int() });

/** @param point CSS pixels from the top left of the page */
export async function elementAt(
  line: CdpLine,
  page: Page,
  point: Point,
  patience: Patience,
): Promise<Result<string | null>> {
  const place = { x: Math.round(point.x), y: Math.round(point.y), includeUserAgentShadowDOM: false };
  const [size] = await pageSize(page, patience);
  if (place.x < 0 || place.y < 0 || place.x >= size.width || place.y >= size.height) return ok(null);
  const { backendNodeId } = await line.ask('DOM.getNodeForLocation', place, Located, patience);
  return ok(identityOf(await page.loaderId(), backendNodeId));
}

/** The practice window is one window; what opens in it is part of its page. */
export async function theWindow(page: Page, patience: Patience): Promise<Result<readonly TargetWindow[]>> {
  const [bounds, title] = await pageSize(page, patience);
  return ok([{ title, bounds, active: true, modal: false }]);
}

function pageSize(page: Page, patience: Patience): Promise<[Rect, string]> {
  return page.evaluate(sizeAndTitle, [], z.tuple([Rect, z.string()]), patience);
}

const sizeAndTitle = `() => [{ x: 0, y: 0, width: innerWidth, height: innerHeight }, document.title]`;
