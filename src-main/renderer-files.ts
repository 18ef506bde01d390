import { extname, join, relative, resolve, sep } from 'node:path';

/** Vite writes this where a page's nonce belongs; each answer puts a fresh one there. */
export const NONCE_PLACEHOLDER = '__CSP_NONCE__';

export const ORIGIN = 'app://interlock';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
};

/**
 * The file that an app:// address names, or null when it is not one of ours: another host, a path that leaves `root`,
 * a kind of file that the app does not ship.
 */
export function fileFor(
  root: string,
  address: string,
): { readonly path: string; readonly type: string } | null {
  if (!URL.canParse(address)) return null;
  const url = new URL(address);
  if (url.protocol !== 'app:' || url.host !== 'interlock') return null;
  const wanted = decoded(url.pathname);
  if (wanted === null || wanted.includes('\0') || wanted.includes('\\')) return null;
  const path = resolve(join(root, wanted.endsWith('/') ? `${wanted}index.html` : wanted));
  const inside = relative(root, path);
  if (inside === '' || inside === '..' || inside.startsWith(`..${sep}`)) return null;
  const type = TYPES[extname(path)];
  return type === undefined ? null : { path, type };
}

function decoded(pathname: string): string | null {
  try {
    return decodeURIComponent(pathname);
  } catch {
    return null;
  }
}

/**
 * What a page may load: our own files, pictures made at run time, and the style elements that carry the nonce (the
 * dialog and scroll-area widgets insert some).
 */
export function contentSecurityPolicy(nonce: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}
