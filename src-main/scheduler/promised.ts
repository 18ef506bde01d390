/** A promise with its ends in hand. */
export interface Promised<T> {
  readonly promise: Promise<T>;
  resolve(value: T): void;
  reject(reason: unknown): void;
}

export function promised<T>(): Promised<T> {
  let resolve: Promised<T>['resolve'] = unready;
  let reject: Promised<T>['reject'] = unready;
  const promise = new Promise<T>((fulfil, refuse) => {
    resolve = fulfil;
    reject = refuse;
  });
  return { promise, resolve, reject };
}

function unready(): never {
  throw new Error('a promise calls its executor at once');
}
