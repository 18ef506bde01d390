import type { Message, MessageBus } from 'dbus-native';
import type { LoopbackBus } from './loopback-bus.fixture';
import { answersOf, itemsOf, type Part, part, type Reply } from './loopback-part.fixture';

/** How a call is refused. */
export class Refusal extends Error {
  readonly dbusName: string;

  constructor(name: string, sentence: string) {
    super(sentence);
    this.dbusName = `org.freedesktop.DBus.Error.${name}`;
  }
}

/** A call as the loopback program gets it. `member` is `Interface.Method`, or `Interface:Property`, or `Interface:*` for all. */
export interface Heard {
  readonly member: string;
  readonly path: string;
  readonly body: readonly unknown[];
}

/**
 * A program on a real bus that answers as one with AT-SPI does, and the registry and the launcher that it is found by. It does what
 * its parts say, whatever a real toolkit would.
 */
export class LoopbackApp {
  readonly root: Part;
  readonly heard: Heard[] = [];
  /** Comes before each answer: it can hold it back, give another one, or throw a `Refusal`. */
  meddle: (heard: Heard) => Promise<Reply | null> | null = () => null;
  readonly #client: MessageBus;
  readonly #address: string;

  private constructor(client: MessageBus, address: string, windows: readonly Part[]) {
    this.#client = client;
    this.#address = address;
    const root = part(75, 'loopback', { interfaces: ['Application'], children: windows });
    this.root = { ...root, path: '/org/a11y/atspi/accessible/root' };
    for (const window of windows) window.parent = this.root;
  }

  static async start(bus: LoopbackBus, windows: readonly Part[]): Promise<LoopbackApp> {
    const client = await bus.join();
    const app = new LoopbackApp(client, bus.address, windows);
    const asBefore = client.connection.listeners('message');
    client.connection.removeAllListeners('message');
    client.connection.on('message', (message) => {
      if (message.type === 1) void app.#answer(message);
      else for (const listener of asBefore) Reflect.apply(listener, client.connection, [message]);
    });
    await client.ownName('org.a11y.Bus');
    await client.ownName('org.a11y.atspi.Registry');
    return app;
  }

  get bus(): string {
    return this.#client.name ?? '';
  }

  identityOf({ path }: Part): string {
    return `${this.bus} ${path}`;
  }

  /** @param any a signature and a value */
  tell(
    at: Part,
    member: string,
    word: string,
    first: number,
    any: readonly [string, unknown] = ['i', 0],
  ): void {
    const of = `org.a11y.atspi.Event.${member === 'Create' ? 'Window' : 'Object'}`;
    this.#client.sendSignal(at.path, of, member, 'siiva{sv}', [word, first, 0, [...any], []]);
  }

  leave(): Promise<void> {
    return this.#client.close();
  }

  async #answer(message: Message): Promise<void> {
    const heard = heardOf(message);
    this.heard.push(heard);
    try {
      const [signature, ...body] = (await this.meddle(heard)) ?? this.#reply(heard);
      this.#client.sendReply(message, signature, body);
    } catch (thrown) {
      if (!(thrown instanceof Refusal)) throw thrown;
      this.#client.sendError(message, thrown.dbusName, thrown.message);
    }
  }

  #reply({ path, member, body }: Heard): Reply {
    if (path === '/org/a11y/bus') return member === 'org.a11y.Bus.GetAddress' ? ['s', this.#address] : [''];
    if (path === '/org/a11y/atspi/registry') return [''];
    if (path === '/org/a11y/atspi/cache') return itemsOf(this.root, this.bus);
    const at = partAt(this.root, path);
    if (at === null) throw new Refusal('UnknownObject', `The object ${path} does not exist.`);
    const answers = answersOf(at, this.bus);
    if (member.endsWith(':*')) {
      const all = Object.entries(answers).filter(([name]) => name.startsWith(member.slice(0, -1)));
      return ['a{sv}', all.map(([name, give]) => [name.slice(member.length - 1), variant(give([]))])];
    }
    const give = answers[member];
    if (give === undefined) throw new Refusal('UnknownMethod', `No such method ${member}.`);
    return member.includes(':') ? ['v', variant(give([]))] : give(body);
  }
}

function variant([signature, value]: Reply): [string, unknown] {
  return [signature, value];
}

function heardOf({ interface: of = '', member = '', path = '', body = [] }: Message): Heard {
  const [first, second] = body.map(String);
  const last = (name: string | undefined) => (name ?? '').replace('org.a11y.atspi.', '');
  if (of !== 'org.freedesktop.DBus.Properties') return { member: `${last(of)}.${member}`, path, body };
  if (member === 'GetAll') return { member: `${last(first)}:*`, path, body };
  return { member: `${last(first)}:${second}`, path, body: member === 'Set' ? body.slice(2) : [] };
}

function partAt(at: Part, path: string): Part | null {
  if (at.path === path) return at;
  for (const child of at.children) {
    const found = partAt(child, path);
    if (found !== null) return found;
  }
  return null;
}
