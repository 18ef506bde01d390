/** Where each library lies. */
export interface FrameworkPaths {
  readonly coreFoundation: string;
  readonly applicationServices: string;
  readonly coreGraphics: string;
  readonly carbon: string;
}

/** There is no file at these paths: the loader has the libraries in its cache. */
export const macPaths: FrameworkPaths = {
  coreFoundation: '/System/Library/Frameworks/CoreFoundation.framework/CoreFoundation',
  applicationServices: '/System/Library/Frameworks/ApplicationServices.framework/ApplicationServices',
  coreGraphics: '/System/Library/Frameworks/CoreGraphics.framework/CoreGraphics',
  carbon: '/System/Library/Frameworks/Carbon.framework/Carbon',
};

/** One library that has all the symbols. */
export function onePath(path: string): FrameworkPaths {
  return { coreFoundation: path, applicationServices: path, coreGraphics: path, carbon: path };
}
