/**
 * Tells when one of our pixels is made of another number of the screen's: another zoom, another screen.
 * @returns how to stop listening
 */
export function hearDensity(changed: () => void): () => void {
  let query: MediaQueryList;
  const listen = () => {
    query = window.matchMedia(`(resolution: ${window.devicePixelRatio}dppx)`);
    query.addEventListener('change', heard);
  };
  const heard = () => {
    query.removeEventListener('change', heard);
    listen();
    changed();
  };
  listen();
  return () => query.removeEventListener('change', heard);
}
