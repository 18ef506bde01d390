import type { DBusConnection, Message } from 'dbus-native';
import { encodeCall, type Template } from './encode-call';

/** A call of which all but the path and the serial is there already. */
export interface Templated extends Message {
  readonly path: string;
  readonly flags: number;
  readonly template: Template;
}

/**
 * From now on, templated calls that are made in one go leave in one piece: a walk makes thousands, and each write of its own would
 * wake the other side. All else goes as before.
 */
export function sendTogether(connection: DBusConnection): void {
  const sendAlone = connection.message.bind(connection);
  let waiting: Buffer[] = [];
  const flush = () => {
    const all = waiting;
    waiting = [];
    if (!connection.stream.destroyed) connection.stream.write(Buffer.concat(all));
  };
  connection.message = (message) => {
    if (!isTemplated(message) || message.serial === undefined) return sendAlone(message);
    if (waiting.push(encodeCall(message.template, message.path, message.flags, message.serial)) === 1)
      process.nextTick(flush);
    return true;
  };
}

function isTemplated(message: Message): message is Templated {
  return 'template' in message;
}
