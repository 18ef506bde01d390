import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { createClient, type MessageBus } from 'dbus-native';

/** A real bus, with nobody on it. */
export interface LoopbackBus {
  readonly address: string;
  /** A client that has its name. */
  join(): Promise<MessageBus>;
  /** Ends the daemon, and with it every connection. */
  end(): Promise<void>;
}

const config = `<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-BUS Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:tmpdir=/tmp</listen>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>`;

/** It starts no services, so that nobody is found but who joined. */
export async function startLoopbackBus(): Promise<LoopbackBus> {
  const folder = await mkdtemp(join(tmpdir(), 'loopback-bus-'));
  const file = join(folder, 'bus.conf');
  await writeFile(file, config);
  const daemon = spawn('dbus-daemon', [`--config-file=${file}`, '--nofork', '--print-address'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const address = await firstLine(daemon);
  const clients: MessageBus[] = [];
  return {
    address,
    async join() {
      const client = createClient({ busAddress: address, plainValues: true });
      client.connection.on('error', () => {});
      clients.push(client);
      await client.getId();
      return client;
    },
    async end() {
      await Promise.all(clients.map((client) => client.close()));
      if (daemon.exitCode !== null || daemon.signalCode !== null) return;
      daemon.kill();
      await once(daemon, 'exit');
      await rm(folder, { recursive: true });
    },
  };
}

async function firstLine(daemon: ChildProcess): Promise<string> {
  if (daemon.stdout === null) throw new Error('The daemon has no output.');
  for await (const line of createInterface({ input: daemon.stdout })) return line;
  throw new Error('The daemon did not start.');
}
