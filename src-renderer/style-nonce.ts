declare global {
  var __webpack_nonce__: string | undefined;
}

/**
 * Widgets that insert a style element at run time (dialogs, scroll areas) find the page's nonce under this name, or
 * get it as a property. Imported before them.
 */
export const styleNonce = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce;

globalThis.__webpack_nonce__ = styleNonce;
