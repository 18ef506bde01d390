import { method, property } from './request';
import { asString } from './wire';

const of = 'Application';

/** `gtk` (GTK 3), `GTK` (GTK 4), `Chromium`, `Qt`. */
export const getToolkitName = property(of, 'ToolkitName', asString);
/** The toolkit's version. */
export const getToolkitVersion = property(of, 'Version', asString);
/** Where the program listens for connections that no bus is in between of. GTK 4 has none. */
export const getApplicationBusAddress = method(of, 'GetApplicationBusAddress', asString);
