import { AbortError, ConnectionClosedError, DBusError, TimeoutError } from 'dbus-native';
import type { Trouble, TroubleKind } from './answer';
import { Malformed } from './wire';

const names: Readonly<Record<string, TroubleKind>> = {
  ServiceUnknown: 'app_gone',
  NameHasNoOwner: 'app_gone',
  UnknownObject: 'gone',
  UnknownInterface: 'unsupported',
  UnknownProperty: 'unsupported',
  NotSupported: 'unsupported',
  Timeout: 'timed_out',
  TimedOut: 'timed_out',
  Disconnected: 'disconnected',
};

/** @param asked what was asked, in words: `Component.GetExtents` */
export function troubleOf(thrown: unknown, asked: string): Trouble {
  const sentence = thrown instanceof Error ? thrown.message.trim() : String(thrown);
  return { kind: kindOf(thrown, sentence), sentence: `${asked}: ${sentence}` };
}

/**
 * GTK 4 answers for a removed object with UnknownMethod and a sentence of its own. The daemon answers NoReply both for a
 * program that died and for one that took too long.
 */
function kindOf(thrown: unknown, sentence: string): TroubleKind {
  if (thrown instanceof TimeoutError) return 'timed_out';
  if (thrown instanceof AbortError) return 'cancelled';
  if (thrown instanceof ConnectionClosedError) return 'disconnected';
  if (thrown instanceof Malformed || !(thrown instanceof DBusError)) return 'broken';
  const name = (thrown.dbusName ?? '').replace('org.freedesktop.DBus.Error.', '');
  if (name === 'UnknownMethod') return /does not exist at path/i.test(sentence) ? 'gone' : 'unsupported';
  if (name === 'NoReply') return /disconnected/i.test(sentence) ? 'app_gone' : 'timed_out';
  return names[name] ?? 'refused';
}
