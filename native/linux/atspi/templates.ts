import { type Template, templateOf } from './encode-call';
import type { Request } from './request';

/** Templates of requests that are constants: one for each program that they go to. */
export class Templates {
  readonly #made = new WeakMap<Request<unknown>, Map<string | null, Template | null>>();

  /** null where the request has to be written the general way. */
  of(request: Request<unknown>, destination: string | null): Template | null {
    const known = this.#made.get(request) ?? new Map<string | null, Template | null>();
    this.#made.set(request, known);
    const made = known.get(destination);
    if (made !== undefined) return made;
    const fresh = templateOf(request, destination);
    known.set(destination, fresh);
    return fresh;
  }
}
